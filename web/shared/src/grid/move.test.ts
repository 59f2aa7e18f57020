import { describe, expect, it } from 'vitest';
import { holds, moved, rangeOf, tabbed, windowOf } from './move';

const extent = { rows: 100, columns: 4 };
const from = { row: 50, column: 1 };
const go = (key: string, leap = false) => moved(from, { key, leap }, extent, 20);

describe('keys', () => {
  it('go one cell, a screen, or to the edge', () => {
    expect(go('ArrowDown')).toEqual({ row: 51, column: 1 });
    expect(go('ArrowLeft')).toEqual({ row: 50, column: 0 });
    expect(go('PageUp')).toEqual({ row: 30, column: 1 });
    expect(go('ArrowDown', true)).toEqual({ row: 99, column: 1 });
    expect(go('Home', true)).toEqual({ row: 0, column: 0 });
    expect(go('End')).toEqual({ row: 50, column: 3 });
  });
  it('stay inside', () => {
    expect(moved({ row: 0, column: 0 }, { key: 'ArrowUp', leap: false }, extent, 20)).toEqual({
      row: 0,
      column: 0,
    });
    expect(moved({ row: 95, column: 0 }, { key: 'PageDown', leap: false }, extent, 20)?.row).toBe(99);
  });
  it('that write lead nowhere', () => {
    expect(go('5')).toBeUndefined();
  });
});

describe('Tab', () => {
  const editable = [2, 3];
  it('goes from one editable cell to the next, over the end of the row', () => {
    expect(tabbed({ row: 0, column: 0 }, false, extent, editable)).toEqual({ row: 0, column: 2 });
    expect(tabbed({ row: 0, column: 3 }, false, extent, editable)).toEqual({ row: 1, column: 2 });
    expect(tabbed({ row: 1, column: 2 }, true, extent, editable)).toEqual({ row: 0, column: 3 });
  });
  it('leaves the grid behind the last and before the first', () => {
    expect(tabbed({ row: 99, column: 3 }, false, extent, editable)).toBeUndefined();
    expect(tabbed({ row: 0, column: 2 }, true, extent, editable)).toBeUndefined();
    expect(tabbed({ row: 0, column: 0 }, false, extent, [])).toBeUndefined();
  });
});

it('a selection is the rectangle between its corners', () => {
  const range = rangeOf({ row: 5, column: 3 }, { row: 2, column: 1 });
  expect(range).toEqual({ top: 2, bottom: 5, left: 1, right: 3 });
  expect(holds(range, { row: 3, column: 2 })).toBe(true);
  expect(holds(range, { row: 3, column: 0 })).toBe(false);
});

it('of ten thousand rows only those in sight are drawn', () => {
  expect(windowOf(0, 720, 36, 10_000)).toEqual({ first: 0, end: 28 });
  expect(windowOf(180_000, 720, 36, 10_000)).toEqual({ first: 4992, end: 5028 });
  expect(windowOf(0, 720, 36, 3)).toEqual({ first: 0, end: 3 });
});
