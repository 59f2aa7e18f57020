import { expect, it } from 'vitest';
import { isDark, readAppearance } from './appearance';

it('follows the device until the reader chooses', () => {
  expect(isDark(readAppearance(null), true)).toBe(true);
  expect(isDark(readAppearance(null), false)).toBe(false);
  expect(isDark('light', true)).toBe(false);
  expect(isDark('dark', false)).toBe(true);
});

it('takes a kept word it does not know for no choice', () => {
  expect(readAppearance('sepia')).toBe('system');
});
