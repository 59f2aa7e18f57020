import {
  api,
  body,
  type DisplayRule,
  editHeaders,
  type StockAdjustment,
  type StockCounts,
  type StockRow,
} from '@qudao/shared/api';
import { useCursorList } from '@qudao/shared/kit';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../kit/act';
import { filled } from '../kit/filled';

export interface StockFilter {
  q: string;
  warehouse: string;
  low: boolean;
}

function readStock(filter: StockFilter, limit: number, cursor: string | undefined, signal: AbortSignal) {
  const { q, warehouse, low } = filter;
  const query = filled({ q, warehouse, cursor, limit, low: low || undefined });
  return body(api.GET('/api/office/stock', { params: { query }, signal }));
}

export function useStock(filter: StockFilter, limit = 50) {
  return useCursorList(['stock', filter, limit], (cursor, signal) =>
    readStock(filter, limit, cursor, signal),
  );
}

/** One SKU in every warehouse that has or had it. */
export function useSkuStock(sku: string) {
  return useQuery<StockRow[]>({
    queryKey: ['stock', 'sku', sku],
    queryFn: async ({ signal }) => {
      const query = { sku: [sku], limit: 200 };
      return (await body(api.GET('/api/office/stock', { params: { query }, signal }))).items;
    },
  });
}

export function useMovements(sku: string) {
  return useCursorList(['stock', 'movements', sku], (cursor, signal) =>
    body(
      api.GET('/api/office/stock/{sku}/movements', {
        params: { path: { sku }, query: filled({ limit: 30, cursor }) },
        signal,
      }),
    ),
  );
}

export function useWarehouses() {
  return useQuery({
    queryKey: ['warehouses'],
    queryFn: async () => (await body(api.GET('/api/office/warehouses'))).items,
    staleTime: 300_000,
  });
}

export function useAdjust(said: string, done: () => void) {
  return useAct({
    stale: ['stock'],
    said,
    done,
    run: (adjustment: StockAdjustment, key) =>
      body(api.POST('/api/office/stock/adjust', { body: adjustment, headers: editHeaders({ key }) })),
  });
}

/** Makes what is on hand what was counted, item by item; as a trial it only says what would become of each. */
export function useCountStock(said?: string) {
  return useAct({
    stale: said ? ['stock', 'alarms'] : [],
    ...(said ? { said } : {}),
    run: async (counts: StockCounts) => (await body(api.PUT('/api/office/stock', { body: counts }))).items,
  });
}

export function useSetSafety(said: string, done: () => void) {
  return useAct({
    stale: ['stock'],
    said,
    done,
    run: ({ sku, warehouse, safety }: { sku: string; warehouse: string; safety: number }, key) =>
      body(
        api.PUT('/api/office/stock/{sku}/{warehouse}/safety', {
          params: { path: { sku, warehouse } },
          body: { safety },
          headers: editHeaders({ key }),
        }),
      ),
  });
}

export function useDisplayRules() {
  return useQuery({
    queryKey: ['stock-display'],
    queryFn: async () => (await body(api.GET('/api/office/stock-display'))).items,
  });
}

export function useSaveDisplayRules(said: string) {
  return useAct({
    stale: ['stock-display'],
    said,
    run: (items: DisplayRule[], key) =>
      body(api.PUT('/api/office/stock-display', { body: { items }, headers: editHeaders({ key }) })),
  });
}
