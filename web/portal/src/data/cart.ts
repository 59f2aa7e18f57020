import { api, body, type Cart } from '@qudao/shared/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['cart'];

/** The dealer's cart, kept on the server and so the same on every device. */
export function useCart() {
  return useQuery<Cart>({ queryKey: key, queryFn: () => body(api.GET('/api/portal/cart')) });
}

interface Wanted {
  sku: string;
  quantity: number;
}

/**
 * Changes of the cart. They run one after another, so that the last one asked for is the last one answered;
 * amounts are never guessed here: the server's answer is what the page shows.
 */
export function useCartChanges() {
  const client = useQueryClient();
  const shared = {
    scope: { id: 'cart' },
    onSuccess: (cart: Cart) => client.setQueryData(key, cart),
    onError: () => client.invalidateQueries({ queryKey: key }),
  };
  const add = useMutation({
    ...shared,
    mutationFn: (lines: Wanted[]) => body(api.POST('/api/portal/cart/lines', { body: { lines } })),
  });
  const set = useMutation({
    ...shared,
    mutationFn: ({ sku, quantity }: Wanted) =>
      body(api.PUT('/api/portal/cart/lines/{sku}', { params: { path: { sku } }, body: { quantity } })),
  });
  const remove = useMutation({
    ...shared,
    mutationFn: async (skus: string[]) => {
      let cart: Cart | undefined;
      for (const sku of skus) {
        cart = await body(api.DELETE('/api/portal/cart/lines/{sku}', { params: { path: { sku } } }));
      }
      return cart ?? body(api.GET('/api/portal/cart'));
    },
  });
  const clear = useMutation({ ...shared, mutationFn: () => body(api.DELETE('/api/portal/cart')) });
  const reorder = useMutation({
    ...shared,
    mutationFn: (id: string) =>
      body(api.POST('/api/portal/orders/{id}/reorder', { params: { path: { id } } })),
  });
  return { add, set, remove, clear, reorder };
}
