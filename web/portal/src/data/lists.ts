import { api, body, editHeaders, type ShoppingList, type ShoppingListCard } from '@qudao/shared/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export interface Wanted {
  sku: string;
  quantity: number;
}

/** The shopping lists that this account may use: its own, and those the company shares. */
export function useLists(enabled = true) {
  return useQuery<ShoppingListCard[]>({
    queryKey: ['lists'],
    queryFn: async () => (await body(api.GET('/api/portal/shopping-lists'))).items,
    enabled,
  });
}

export function useList(id: string) {
  return useQuery<ShoppingList>({
    queryKey: ['list', id],
    queryFn: () => body(api.GET('/api/portal/shopping-lists/{id}', { params: { path: { id } } })),
  });
}

/** Changes of shopping lists. Each answers with the list as it then is, priced anew. */
export function useListChanges() {
  const client = useQueryClient();
  const onSuccess = (list: ShoppingList) => {
    client.setQueryData(['list', list.id], list);
    void client.invalidateQueries({ queryKey: ['lists'] });
  };
  const create = useMutation({
    mutationFn: (input: { name: string; shared: boolean; lines: Wanted[] }) =>
      body(api.POST('/api/portal/shopping-lists', { body: input, headers: editHeaders({}) })),
    onSuccess,
  });
  const add = useMutation({
    mutationFn: ({ id, lines }: { id: string; lines: Wanted[] }) =>
      body(api.POST('/api/portal/shopping-lists/{id}/lines', { params: { path: { id } }, body: { lines } })),
    onSuccess,
  });
  const save = useMutation({
    mutationFn: (input: { id: string; version: number; name: string; shared: boolean; lines: Wanted[] }) => {
      const { id, version, ...content } = input;
      return body(
        api.PUT('/api/portal/shopping-lists/{id}', {
          params: { path: { id } },
          body: content,
          headers: editHeaders({ version }),
        }),
      );
    },
    onSuccess,
    onError: (_, { id }) => client.invalidateQueries({ queryKey: ['list', id] }),
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/portal/shopping-lists/{id}', { params: { path: { id } } }),
    onSuccess: (_, id) => {
      client.removeQueries({ queryKey: ['list', id] });
      void client.invalidateQueries({ queryKey: ['lists'] });
    },
  });
  const toCart = useMutation({
    scope: { id: 'cart' },
    mutationFn: (id: string) =>
      body(api.POST('/api/portal/shopping-lists/{id}/cart', { params: { path: { id } } })),
    onSuccess: (cart) => client.setQueryData(['cart'], cart),
  });
  return { create, add, save, remove, toCart };
}
