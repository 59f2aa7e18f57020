import { api, body } from '@qudao/shared/api';
import { useQuery } from '@tanstack/react-query';

/** The figures of sales are seconds behind the orders: they are read again now and then, not with each change. */
const calm = { staleTime: 60_000, refetchInterval: 120_000 } as const;

/** What the person's dealers ordered in the last days. */
export function useSales(days: number) {
  return useQuery({
    queryKey: ['report-sales', days],
    queryFn: () => body(api.GET('/api/office/report/sales', { params: { query: { days } } })),
    placeholderData: (before) => before,
    staleTime: calm.staleTime,
    // Right after the start of an installation the figures are still being added up.
    refetchInterval: (query) => (query.state.data?.items.length === 0 ? 5_000 : calm.refetchInterval),
  });
}

/** The same by rep: whose the dealers were on each day. */
export function useSalesByRep(days: number) {
  return useQuery({
    queryKey: ['report-sales', 'reps', days],
    queryFn: async () =>
      (await body(api.GET('/api/office/report/reps', { params: { query: { days } } }))).items,
    placeholderData: (before) => before,
    ...calm,
  });
}

/** How many orders wait for each step, at this moment. */
export function useWaiting(enabled = true) {
  return useQuery({
    queryKey: ['waiting'],
    queryFn: () => body(api.GET('/api/office/report/waiting')),
    enabled,
  });
}

/** Dealers that stopped buying. */
export function useQuiet() {
  return useQuery({
    queryKey: ['report-quiet'],
    queryFn: () => body(api.GET('/api/office/report/quiet')),
    ...calm,
  });
}

/** Where free stock is below the safety stock. */
export function useAlarms(enabled = true) {
  return useQuery({
    queryKey: ['alarms'],
    queryFn: () => body(api.GET('/api/office/report/alarms')),
    enabled,
  });
}

/** What one dealer ordered in the last twelve months. */
export function useDealerHistory(code: string) {
  return useQuery({
    queryKey: ['report-dealer', code],
    queryFn: () => body(api.GET('/api/office/report/dealers/{code}', { params: { path: { code } } })),
    ...calm,
  });
}
