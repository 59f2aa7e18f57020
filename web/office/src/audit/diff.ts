/** One field of a changed row. A side that did not exist is undefined. */
export interface FieldChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

type Row = Record<string, unknown>;

function asRow(value: unknown): Row | undefined {
  return typeof value === 'object' && value !== null ? (value as Row) : undefined;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What is different between two versions of a row; everything where there is only one. */
export function diff(was: unknown, is: unknown): FieldChange[] {
  const [before, after] = [asRow(was), asRow(is)];
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({
      field,
      before: before ? shown(before[field]) : undefined,
      after: after ? shown(after[field]) : undefined,
    }))
    .filter((change) => change.before !== change.after && (change.before || change.after));
}

/** What people call a changed row: its number where it has one, else its key. */
export function nameOf(change: { key: string; before?: unknown; after?: unknown }): string {
  const number = asRow(change.after)?.number ?? asRow(change.before)?.number;
  return typeof number === 'string' ? number : change.key;
}
