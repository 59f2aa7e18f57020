import { type Arrival, api, type BoughtSku, body, type OrderCard } from '@qudao/shared/api';
import { useQuery } from '@tanstack/react-query';

/** The shipments under way, the latest shipped first. */
export function useArrivals() {
  return useQuery<Arrival[]>({
    queryKey: ['arrivals'],
    queryFn: async () => (await body(api.GET('/api/portal/arrivals'))).items,
  });
}

/** What the company orders most often and can buy now. */
export function useBought() {
  return useQuery<BoughtSku[]>({
    queryKey: ['bought'],
    queryFn: async () => (await body(api.GET('/api/portal/bought'))).items,
    staleTime: 300_000,
  });
}

/** How long an order that was not accepted is brought to mind. */
const remindDays = 14;

/** The orders of the last days that the brand rejected or that expired unreviewed. */
export function useRefused() {
  return useQuery<OrderCard[]>({
    queryKey: ['orders', 'refused'],
    queryFn: async () => {
      const from = new Date(Date.now() - remindDays * 86_400_000).toISOString().slice(0, 10);
      const query = { state: 'refused', from, limit: 5 };
      return (await body(api.GET('/api/portal/orders', { params: { query } }))).items;
    },
  });
}
