import {
  AttemptKey,
  api,
  asProblem,
  body,
  editHeaders,
  type Order,
  type OrderInput,
} from '@qudao/shared/api';
import { type CommentDraft, sendComment, useCursorList } from '@qudao/shared/kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export function useOrders(ask: { state?: string; q?: string }, limit = 20) {
  return useCursorList(['orders', ask, limit], (cursor, signal) =>
    body(
      api.GET('/api/portal/orders', {
        params: {
          query: {
            limit,
            ...(ask.state ? { state: ask.state } : {}),
            ...(ask.q ? { q: ask.q } : {}),
            ...(cursor ? { cursor } : {}),
          },
        },
        signal,
      }),
    ),
  );
}

export function useOrder(id: string) {
  return useQuery<Order>({
    queryKey: ['order', id],
    queryFn: () => body(api.GET('/api/portal/orders/{id}', { params: { path: { id } } })),
  });
}

/** What was written to an order, and the way to write. */
export function useComments(order: string) {
  const client = useQueryClient();
  const key = ['comments', order];
  const comments = useQuery({
    queryKey: key,
    queryFn: async () =>
      (await body(api.GET('/api/portal/orders/{id}/comments', { params: { path: { id: order } } }))).items,
  });
  const send = async (draft: CommentDraft, attempt: string) => {
    await sendComment(`/api/portal/orders/${order}/comments`, draft, attempt);
    await client.invalidateQueries({ queryKey: key });
  };
  return { comments, send };
}

export function useAddresses() {
  return useQuery({
    queryKey: ['addresses'],
    queryFn: async () => (await body(api.GET('/api/portal/addresses'))).items,
  });
}

/** The key of the order being placed. It outlives a reload, so that a lost answer never makes two orders. */
const attempt = new AttemptKey('qudao.order-attempt');

/** An order that was sent and whose answer never came. Sending it again is safe: it has its key. */
export function lostOrder(): OrderInput | undefined {
  const content = attempt.pending();
  return content ? (JSON.parse(content) as OrderInput) : undefined;
}

export function usePlaceOrder() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: OrderInput) =>
      body(
        api.POST('/api/portal/orders', {
          body: input,
          headers: editHeaders({ key: attempt.for(input) }),
        }),
      ),
    onError: (error) => {
      if (!asProblem(error).unsure) {
        attempt.done();
      }
    },
    onSuccess: () => {
      attempt.done();
      void client.invalidateQueries({ queryKey: ['orders'] });
      void client.invalidateQueries({ queryKey: ['cart'] });
    },
  });
}

/** The acts of a dealer on its order. Each answers with the order as it then is. */
export function useOrderActs(order: Order | undefined, address: string) {
  const client = useQueryClient();
  const id = order?.id ?? '';
  const onSuccess = (next: Order) => {
    client.setQueryData(['order', address], next);
    void client.invalidateQueries({ queryKey: ['orders'] });
  };
  const onError = () => client.invalidateQueries({ queryKey: ['order', address] });
  const cancel = useMutation({
    mutationFn: (reason: string) =>
      body(
        api.POST('/api/portal/orders/{id}/cancel', {
          params: { path: { id } },
          body: reason ? { reason } : {},
          headers: editHeaders(order ? { version: order.version } : {}),
        }),
      ),
    onSuccess,
    onError,
  });
  const receive = useMutation({
    mutationFn: (receipt: { shipment: string; lines: { line: number; quantity: number }[] }) =>
      body(
        api.POST('/api/portal/orders/{id}/shipments/{shipment}/receive', {
          params: { path: { id, shipment: receipt.shipment } },
          body: { lines: receipt.lines },
        }),
      ),
    onSuccess,
    onError,
  });
  return { cancel, receive };
}
