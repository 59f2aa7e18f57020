import { describe, expect, it } from 'vitest';
import { besides } from './steps';

const card = { width: 300, height: 140 };
const screen = { width: 1440, height: 900 };

describe('the words of a step', () => {
  it('stand below their place', () => {
    expect(besides({ top: 20, left: 200, width: 400, height: 40 }, card, screen)).toEqual({
      top: 74,
      left: 200,
    });
  });
  it('stand above it at the foot of the screen', () => {
    expect(besides({ top: 840, left: 10, width: 78, height: 56 }, card, screen)).toEqual({
      top: 686,
      left: 12,
    });
  });
  it('stand beside it where it is as high as the screen', () => {
    expect(besides({ top: 0, left: 0, width: 216, height: 900 }, card, screen)).toEqual({
      top: 12,
      left: 230,
    });
  });
  it('stay on a phone', () => {
    const at = besides({ top: 60, left: 350, width: 36, height: 36 }, card, { width: 390, height: 844 });
    expect(at).toEqual({ top: 110, left: 78 });
  });
});
