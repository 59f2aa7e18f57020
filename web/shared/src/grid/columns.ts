import type { ReactNode } from 'react';

/** What a typed text is: a value as it is sent, or what is wrong with it, as a sentence. */
export type Reading = { value: string } | { fault: string };

/** A changed cell that can be read. */
export interface Change<Row> {
  row: Row;
  before: string;
  after: string;
}

export interface GridColumn<Row> {
  key: string;
  title: string;
  /** In pixels; a column without takes the room that is left. */
  width?: number;
  align?: 'left' | 'right';
  /** What is stored, as plain text: what is copied, compared and edited. */
  value: (row: Row) => string;
  /** How a value is shown; as it is, without. */
  show?: (value: string) => string;
  /** Reads what was typed or pasted. A column without it cannot be edited. */
  read?: (typed: string, row: Row) => Reading;
  /** Whether the cell of this row can be edited; every one of the column, without. */
  may?: (row: Row) => boolean;
  /** What all changes of the column come to, said at the foot: "+120", "+2.3%". */
  sum?: (changes: readonly Change<Row>[]) => ReactNode;
}

/** One cell with what was typed over it. */
export interface Cell {
  stored: string;
  /** What was typed, where it differs from what is stored. */
  typed: string | undefined;
  fault: string | undefined;
  editable: boolean;
}

export function cellOf<Row>(
  row: Row,
  column: GridColumn<Row>,
  typed: string | undefined,
  refused: string | undefined,
): Cell {
  const editable = column.read !== undefined && (column.may?.(row) ?? true);
  const reading = typed === undefined ? undefined : column.read?.(typed, row);
  return {
    stored: column.value(row),
    typed,
    fault: reading && 'fault' in reading ? reading.fault : refused,
    editable,
  };
}

/**
 * What a cell holds after something was typed: the value it is read as, the text as it is where it cannot be
 * read, and undefined where that is what is stored.
 */
export function settled<Row>(row: Row, column: GridColumn<Row>, typed: string): string | undefined {
  const reading = column.read?.(typed, row);
  const text = reading && 'value' in reading ? reading.value : typed;
  return text === column.value(row) ? undefined : text;
}
