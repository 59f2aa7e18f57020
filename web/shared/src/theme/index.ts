import './base.css';
import { styleSheet } from './tokens';

export { dark, light, type Palette, size } from './tokens';

/** Puts the tokens on the page. Called once, before the first render. */
export function applyTheme(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styleSheet());
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
}
