import { parseSearch, type Search, writeSearch } from './url';

/** A filter under a name, as it stands in the address. */
export interface SavedView {
  name: string;
  search: string;
}

/** What of the address is no filter: what is open, and where sign-in goes on. */
const passing = new Set(['open', 'next']);

/** A filter as text that is the same for the same filter, whatever the order it was chosen in. */
export function filterText(search: Search): string {
  const kept = Object.entries(search)
    .filter(([name]) => !passing.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return writeSearch(Object.fromEntries(kept));
}

export function viewAt(views: readonly SavedView[], search: Search): SavedView | undefined {
  const text = filterText(search);
  return text === '' ? undefined : views.find((view) => view.search === text);
}

/** The views with one more; a name that is there already means the new filter. */
export function withView(views: readonly SavedView[], name: string, search: Search): SavedView[] {
  const view = { name: name.trim(), search: filterText(search) };
  return views.some((one) => one.name === view.name)
    ? views.map((one) => (one.name === view.name ? view : one))
    : [...views, view];
}

export function withoutView(views: readonly SavedView[], name: string): SavedView[] {
  return views.filter((view) => view.name !== name);
}

/** The filter of a view, as the address takes it. */
export function viewSearch(view: SavedView): Search {
  return parseSearch(view.search);
}

/** What the reader changed of which columns are shown: true shown, false not. */
export type ColumnChoice = Readonly<Record<string, boolean>>;

/** The columns to show. The first always is: it names the row and opens it. */
export function chosenColumns<Column extends { key: string; hidden?: boolean | undefined }>(
  columns: readonly Column[],
  choice: ColumnChoice,
): Column[] {
  return columns.filter((column, i) => i === 0 || (choice[column.key] ?? !column.hidden));
}
