import './base.css';
import { startAppearance } from './appearance';
import { styleSheet } from './tokens';

export { type Appearance, appearances, chooseAppearance, useAppearance, usePalette } from './appearance';
export { dark, light, type Palette, size } from './tokens';

/** Puts the tokens on the page, light or dark. Called once, before the first render. */
export function applyTheme(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styleSheet());
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
  startAppearance();
}
