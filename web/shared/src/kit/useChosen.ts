import { useState } from 'react';

/** The rows that were chosen for one act. */
export interface Chosen<Row> {
  keys: readonly string[];
  rows: readonly Row[];
  /** Every row of the filter is meant, also those that were not loaded. */
  whole: boolean;
  count: number;
  clear: () => void;
}

/** What the list draws of it. */
export interface Choosing<Row> {
  chosen: Chosen<Row>;
  has: (key: string) => boolean;
  toggle: (row: Row) => void;
  /** How many of the loaded rows are chosen. */
  all: 'none' | 'some' | 'all';
  toggleAll: () => void;
  chooseWhole: () => void;
}

/**
 * Rows chosen over all loaded pages. They stay chosen while more are loaded, and are forgotten when the filter
 * changes: what one cannot see one does not act on.
 */
export function useChosen<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  filter: string,
  total: number | undefined,
): Choosing<Row> {
  const [held, setHeld] = useState<{ filter: string; rows: ReadonlyMap<string, Row>; whole: boolean }>({
    filter,
    rows: new Map(),
    whole: false,
  });
  const now = held.filter === filter ? held : { filter, rows: new Map<string, Row>(), whole: false };
  const loaded = rows.filter((row) => now.rows.has(rowKey(row))).length;
  const set = (next: ReadonlyMap<string, Row>, whole = false) => setHeld({ filter, rows: next, whole });
  return {
    chosen: {
      keys: [...now.rows.keys()],
      rows: [...now.rows.values()],
      whole: now.whole,
      count: now.whole ? (total ?? now.rows.size) : now.rows.size,
      clear: () => set(new Map()),
    },
    has: (key) => now.whole || now.rows.has(key),
    toggle: (row) => {
      const next = new Map(now.rows);
      if (!next.delete(rowKey(row))) {
        next.set(rowKey(row), row);
      }
      set(next);
    },
    all: loaded === 0 ? 'none' : loaded === rows.length ? 'all' : 'some',
    toggleAll: () => {
      const next = new Map(now.rows);
      for (const row of rows) {
        if (loaded === rows.length) {
          next.delete(rowKey(row));
        } else {
          next.set(rowKey(row), row);
        }
      }
      set(next);
    },
    chooseWhole: () => set(new Map(rows.map((row) => [rowKey(row), row])), true),
  };
}
