import type { CursorList, CursorPage } from '@qudao/shared/kit';
import type { UseQueryResult } from '@tanstack/react-query';

/** Reads every page of a list that is short by nature. */
export async function readAll<Row>(
  read: (cursor: string | undefined) => Promise<CursorPage<Row>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page: CursorPage<Row> = await read(cursor);
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return rows;
}

/**
 * A list that the server answers at once, for the page of lists: what is typed narrows it here, by the words
 * that each row is known by.
 */
export function useWholeList<Row>(
  query: UseQueryResult<Row[]>,
  typed: string,
  words: (row: Row) => readonly string[],
): { list: CursorList<Row>; count: number | undefined } {
  const wanted = typed.trim().toLowerCase();
  const rows = (query.data ?? []).filter(
    (row) => wanted === '' || words(row).some((word) => word.toLowerCase().includes(wanted)),
  );
  const list: CursorList<Row> = {
    rows,
    first: query.data && { items: query.data },
    loading: query.isPending,
    stale: query.isPlaceholderData,
    error: query.error,
    more: false,
    loadingMore: false,
    loadMore: () => undefined,
    retry: () => void query.refetch(),
  };
  return { list, count: query.data && rows.length };
}
