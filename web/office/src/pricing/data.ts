import {
  api,
  body,
  editHeaders,
  type Named,
  type PriceChange,
  type PriceList,
  type PriceListInput,
} from '@qudao/shared/api';
import { useCursorList } from '@qudao/shared/kit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAct } from '../kit/act';
import type { Edit } from '../kit/draft';
import type { Finder } from '../kit/Find';
import { filled } from '../kit/filled';
import { readAll } from '../kit/whole';

/** All price lists. There are few enough to have them all at hand. */
export function usePriceLists(enabled = true) {
  return useQuery({
    queryKey: ['price-lists'],
    queryFn: ({ signal }) =>
      readAll<PriceList>((cursor) =>
        body(
          api.GET('/api/office/price-lists', { params: { query: filled({ limit: 200, cursor }) }, signal }),
        ),
      ),
    enabled,
  });
}

export function usePriceList(code: string) {
  return useQuery<PriceList>({
    queryKey: ['price-list', code],
    queryFn: () => body(api.GET('/api/office/price-lists/{code}', { params: { path: { code } } })),
  });
}

function readPrices(
  code: string,
  query: { q?: string; limit?: number; cursor?: string },
  signal: AbortSignal,
) {
  return body(
    api.GET('/api/office/price-lists/{code}/prices', { params: { path: { code }, query }, signal }),
  );
}

export function useListPrices(code: string, q: string, limit = 50) {
  return useCursorList(['price-list', code, 'prices', q, limit], (cursor, signal) =>
    readPrices(code, filled({ q, cursor, limit }), signal),
  );
}

const stale = ['price-lists', 'price-list', 'explain'];

export function useCreatePriceList(said: string, done: (list: PriceList) => void) {
  return useAct({
    stale,
    said,
    done,
    run: (list: PriceListInput, key) =>
      body(api.POST('/api/office/price-lists', { body: list, headers: editHeaders({ key }) })),
  });
}

export function useEditPriceList(code: string, said: string, done: () => void) {
  return useAct({
    stale,
    said,
    done,
    run: ({ input, version }: Edit<PriceListInput>, key) =>
      body(
        api.PUT('/api/office/price-lists/{code}', {
          params: { path: { code } },
          body: input,
          headers: editHeaders({ version, key }),
        }),
      ),
  });
}

export function useSavePrices(code: string, said: string, done: () => void) {
  return useAct({
    stale,
    said,
    done,
    run: (changes: PriceChange[], key) =>
      body(
        api.PUT('/api/office/price-lists/{code}/prices', {
          params: { path: { code } },
          body: { changes },
          headers: editHeaders({ key }),
        }),
      ),
  });
}

export interface Question {
  dealer: string;
  sku: string;
  quantity: string;
}

/** Which price a dealer pays for a quantity of a SKU, and how it came about. */
export function useExplanation(ask: Question | undefined) {
  return useQuery({
    queryKey: ['explain', ask],
    queryFn: ({ signal }) =>
      body(
        api.GET('/api/office/prices/explain', {
          params: { query: ask ?? { dealer: '', sku: '', quantity: '' } },
          signal,
        }),
      ),
    enabled: ask !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Finds SKUs by code, name or model: those that have a base price. */
export function useSkuFinder(): Finder {
  const base = usePriceLists().data?.find((list) => list.kind === 'base' && list.state === 'active')?.code;
  return {
    key: `skus/${base ?? ''}`,
    find: async (q, signal): Promise<Named[]> => {
      if (!base) {
        return [];
      }
      const page = await readPrices(base, filled({ q, limit: 20 }), signal);
      return page.items.map((item) => ({ code: item.sku, name: item.name }));
    },
  };
}
