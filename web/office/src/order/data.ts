import { api, body, editHeaders, type Letterhead, type Order, type ShipmentInput } from '@qudao/shared/api';
import { type CommentDraft, sendComment, useCursorList } from '@qudao/shared/kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useAct } from '../kit/act';
import { moments } from '../kit/day';
import type { Edit } from '../kit/draft';
import { filled } from '../kit/filled';

/** What the list of orders is narrowed by; days are yyyy-mm-dd. */
export interface OrderFilter {
  state: string;
  q: string;
  dealer: string;
  from: string;
  to: string;
}

export const everyOrder: OrderFilter = { state: '', q: '', dealer: '', from: '', to: '' };

export function useOrders(filter: OrderFilter, options: { limit?: number; enabled?: boolean } = {}) {
  const { limit = 50, enabled = true } = options;
  return useCursorList(
    ['orders', filter, limit],
    (cursor, signal) =>
      body(
        api.GET('/api/office/orders', {
          params: { query: filled({ ...filter, ...moments(filter), limit, cursor }) },
          signal,
        }),
      ),
    { enabled },
  );
}

export function useOrder(number: string) {
  return useQuery<Order>({
    queryKey: ['order', number],
    queryFn: () => body(api.GET('/api/office/orders/{id}', { params: { path: { id: number } } })),
  });
}

/** What was written to an order, and the way to write. */
export function useComments(order: string) {
  const client = useQueryClient();
  const key = ['comments', order];
  const comments = useQuery({
    queryKey: key,
    queryFn: async () =>
      (await body(api.GET('/api/office/orders/{id}/comments', { params: { path: { id: order } } }))).items,
  });
  const send = async (draft: CommentDraft, attempt: string) => {
    await sendComment(`/api/office/orders/${order}/comments`, draft, attempt);
    await client.invalidateQueries({ queryKey: key });
  };
  return { comments, send };
}

/** From which warehouses the rest of an order can be shipped. */
export function useSources(order: Order, enabled: boolean) {
  return useQuery({
    queryKey: ['order', order.number, 'sources', order.version],
    queryFn: async () =>
      (await body(api.GET('/api/office/orders/{id}/sources', { params: { path: { id: order.id } } }))).items,
    enabled,
  });
}

/** The acts of the staff on an order. Each answers with the order as it then is. */
export function useOrderActs(
  order: Order,
  said: { accepted: string; rejected: string; cancelled: string; shipped: string },
) {
  const client = useQueryClient();
  const params = { path: { id: order.id } };
  const headers = (key: string) => editHeaders({ version: order.version, key });
  const shared = {
    stale: ['orders', 'order'],
    done: (next: Order) => client.setQueryData(['order', order.number], next),
  };
  const accept = useAct({
    ...shared,
    said: said.accepted,
    run: (_: undefined, key) =>
      body(api.POST('/api/office/orders/{id}/accept', { params, body: {}, headers: headers(key) })),
  });
  const reject = useAct({
    ...shared,
    said: said.rejected,
    run: (reason: string, key) =>
      body(api.POST('/api/office/orders/{id}/reject', { params, body: { reason }, headers: headers(key) })),
  });
  const cancel = useAct({
    ...shared,
    said: said.cancelled,
    run: (reason: string, key) =>
      body(api.POST('/api/office/orders/{id}/cancel', { params, body: { reason }, headers: headers(key) })),
  });
  const ship = useAct({
    ...shared,
    said: said.shipped,
    run: (shipment: ShipmentInput, key) =>
      body(api.POST('/api/office/orders/{id}/shipments', { params, body: shipment, headers: headers(key) })),
  });
  return { accept, reject, cancel, ship };
}

export function useOrderRules(enabled = true) {
  return useQuery({
    queryKey: ['order-rules'],
    queryFn: () => body(api.GET('/api/office/order-rules')),
    enabled,
  });
}

export function useLetterhead() {
  return useQuery({ queryKey: ['letterhead'], queryFn: () => body(api.GET('/api/office/letterhead')) });
}

export function useSaveLetterhead(said: string) {
  return useAct({
    stale: ['letterhead'],
    said,
    run: ({ input, version }: Edit<Omit<Letterhead, 'version'>>, key) =>
      body(api.PUT('/api/office/letterhead', { body: input, headers: editHeaders({ version, key }) })),
  });
}

export function useSaveOrderRules(said: string) {
  return useAct({
    stale: ['order-rules'],
    said,
    run: ({ input, version }: Edit<{ auto_accept_below: string; review_hours: number }>, key) =>
      body(api.PUT('/api/office/order-rules', { body: input, headers: editHeaders({ version, key }) })),
  });
}

/** One masked value of who takes an order's goods, in full. The look goes on the record. */
export function unmaskOrder(id: string, field: 'contact' | 'phone', reason: string) {
  return body(
    api.POST('/api/office/orders/{id}/unmask', { params: { path: { id } }, body: { field, reason } }),
  );
}
