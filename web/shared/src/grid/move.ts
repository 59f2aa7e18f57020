/** A place in a grid, counted from 0. */
export interface Spot {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
}

/** A rectangle of cells, its edges included. */
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A key as it was pressed. `leap` is Ctrl, or Command on a Mac. */
export interface Press {
  key: string;
  leap: boolean;
}

const within = (n: number, count: number) => Math.max(0, Math.min(count - 1, n));

/** Where a key leads from a place; undefined for keys that lead nowhere. `page` is the rows of one screen. */
export function moved(from: Spot, { key, leap }: Press, extent: Extent, page: number): Spot | undefined {
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  const to = (row: number, column: number): Spot => ({
    row: within(row, extent.rows),
    column: within(column, extent.columns),
  });
  switch (key) {
    case 'ArrowUp':
      return to(leap ? 0 : from.row - 1, from.column);
    case 'ArrowDown':
      return to(leap ? last.row : from.row + 1, from.column);
    case 'ArrowLeft':
      return to(from.row, leap ? 0 : from.column - 1);
    case 'ArrowRight':
      return to(from.row, leap ? last.column : from.column + 1);
    case 'Home':
      return to(leap ? 0 : from.row, 0);
    case 'End':
      return to(leap ? last.row : from.row, last.column);
    case 'PageUp':
      return to(from.row - page, from.column);
    case 'PageDown':
      return to(from.row + page, from.column);
    default:
      return undefined;
  }
}

/**
 * The next cell that can be edited, as Tab goes: along the row, then on in the next. Undefined behind the last
 * and before the first, where Tab leaves the grid.
 */
export function tabbed(
  from: Spot,
  back: boolean,
  extent: Extent,
  editable: readonly number[],
): Spot | undefined {
  const ahead = back
    ? editable.findLast((column) => column < from.column)
    : editable.find((column) => column > from.column);
  if (ahead !== undefined) {
    return { row: from.row, column: ahead };
  }
  const row = from.row + (back ? -1 : 1);
  const column = back ? editable.at(-1) : editable[0];
  return column === undefined || row < 0 || row >= extent.rows ? undefined : { row, column };
}

/** The rectangle between two corners. */
export function rangeOf(a: Spot, b: Spot): Range {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

export function holds(range: Range, spot: Spot): boolean {
  return (
    spot.row >= range.top &&
    spot.row <= range.bottom &&
    spot.column >= range.left &&
    spot.column <= range.right
  );
}

/** The rows to draw: those in sight and a few beyond each edge. */
export function windowOf(
  scrolled: number,
  height: number,
  rowHeight: number,
  rows: number,
): { first: number; end: number } {
  const spare = 8;
  return {
    first: Math.max(0, Math.floor(scrolled / rowHeight) - spare),
    end: Math.min(rows, Math.ceil((scrolled + height) / rowHeight) + spare),
  };
}
