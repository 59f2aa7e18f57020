import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

export interface CursorPage<Row> {
  items: Row[];
  next?: string | undefined;
}

/** A list that is read page by page. `first` carries what the server says once for the whole list. */
export interface CursorList<Row, Page extends CursorPage<Row> = CursorPage<Row>> {
  rows: Row[];
  first: Page | undefined;
  loading: boolean;
  /** Other rows than those shown are on their way. */
  stale: boolean;
  error: unknown;
  more: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

/** Reads a list by cursor. The key's first word is what live changes make stale. */
export function useCursorList<Page extends CursorPage<unknown>>(
  key: readonly unknown[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page>,
  options: { enabled?: boolean } = {},
): CursorList<Page['items'][number], Page & CursorPage<Page['items'][number]>> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap((page) => page.items),
    first: pages[0] as (Page & CursorPage<Page['items'][number]>) | undefined,
    loading: query.isPending,
    stale: query.isPlaceholderData,
    error: query.error,
    more: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
