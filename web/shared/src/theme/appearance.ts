import { useSyncExternalStore } from 'react';
import { dark, light, type Palette } from './tokens';

/** What the reader may choose; `system` follows the device, by day and by night. */
export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const storageKey = 'qudao.appearance';
const night = '(prefers-color-scheme: dark)';

/** What was kept, whatever it is by now. */
export function readAppearance(kept: string | null): Appearance {
  return appearances.find((one) => one === kept) ?? 'system';
}

/** Whether the page is dark, by the choice and by what the device prefers. */
export function isDark(choice: Appearance, deviceIsDark: boolean): boolean {
  return choice === 'dark' || (choice === 'system' && deviceIsDark);
}

let choice: Appearance = 'system';
const listeners = new Set<() => void>();

function paletteNow(): Palette {
  return isDark(choice, window.matchMedia(night).matches) ? dark : light;
}

function show(): void {
  const palette = paletteNow();
  document.documentElement.dataset.theme = palette === dark ? 'dark' : 'light';
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', palette.surface);
  for (const tell of listeners) {
    tell();
  }
}

/** Shows the page as the reader chose on this device, and follows the device and the reader's other tabs. */
export function startAppearance(): void {
  choice = readAppearance(localStorage.getItem(storageKey));
  window.matchMedia(night).addEventListener('change', show);
  window.addEventListener('storage', (event) => {
    if (event.key === storageKey) {
      choice = readAppearance(event.newValue);
      show();
    }
  });
  show();
}

/** Changes how the pages look on this device, and keeps the choice. */
export function chooseAppearance(next: Appearance): void {
  choice = next;
  localStorage.setItem(storageKey, next);
  show();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** What the reader chose. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => choice);
}

/** The palette shown now. For what cannot use CSS variables; everything else should. */
export function usePalette(): Palette {
  return useSyncExternalStore(subscribe, paletteNow);
}
