import { useCallback, useState } from 'react';

/** What was typed over what is stored: by row, by column, as text. */
export type Edits = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** One cell's new text; undefined takes it back to what is stored. */
export interface CellEdit {
  row: string;
  column: string;
  text: string | undefined;
}

export interface History {
  past: readonly Edits[];
  now: Edits;
  future: readonly Edits[];
}

const most = 100;
const none: Edits = new Map();

export const noHistory: History = { past: [], now: none, future: [] };

/** The edits with some cells changed. The same edits come back when nothing is different. */
export function applied(edits: Edits, changes: readonly CellEdit[]): Edits {
  const next = new Map(edits);
  let different = false;
  for (const { row, column, text } of changes) {
    const before = next.get(row);
    if (before?.[column] === text) {
      continue;
    }
    different = true;
    const { [column]: _, ...rest } = before ?? {};
    const after = text === undefined ? rest : { ...rest, [column]: text };
    if (Object.keys(after).length > 0) {
      next.set(row, after);
    } else {
      next.delete(row);
    }
  }
  return different ? next : edits;
}

/** One step, which one undo takes back, however many cells it changed. */
export function stepped(history: History, changes: readonly CellEdit[]): History {
  const now = applied(history.now, changes);
  return now === history.now
    ? history
    : { past: [...history.past, history.now].slice(-most), now, future: [] };
}

export function undone(history: History): History {
  const before = history.past.at(-1);
  return before === undefined
    ? history
    : { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
}

export function redone(history: History): History {
  const [after, ...future] = history.future;
  return after === undefined ? history : { past: [...history.past, history.now], now: after, future };
}

/** How many cells are changed. */
export function countEdits(edits: Edits): number {
  let count = 0;
  for (const cells of edits.values()) {
    count += Object.keys(cells).length;
  }
  return count;
}

/** What a grid's page holds: the edits, and the way back from each. */
export interface GridEdits {
  edits: Edits;
  count: number;
  change: (changes: readonly CellEdit[]) => void;
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
  /** Forgets all edits, saved or given up. */
  reset: () => void;
}

export function useGridEdits(): GridEdits {
  const [history, setHistory] = useState<History>(noHistory);
  const change = useCallback(
    (changes: readonly CellEdit[]) => setHistory((before) => stepped(before, changes)),
    [],
  );
  const undo = useCallback(() => setHistory(undone), []);
  const redo = useCallback(() => setHistory(redone), []);
  const reset = useCallback(() => setHistory(noHistory), []);
  return {
    edits: history.now,
    count: countEdits(history.now),
    change,
    undo: history.past.length > 0 ? undo : undefined,
    redo: history.future.length > 0 ? redo : undefined,
    reset,
  };
}
