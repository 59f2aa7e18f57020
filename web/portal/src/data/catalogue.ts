import { api, body, type Category } from '@qudao/shared/api';
import { useCursorList } from '@qudao/shared/kit';
import { useQuery } from '@tanstack/react-query';

export const productSorts = ['', 'price', '-price', 'name', 'newest'] as const;
export type ProductSort = (typeof productSorts)[number];

/** What a dealer asks the catalogue for. Each filter is "attribute:value". */
export interface CatalogueQuestion {
  q: string;
  category: string;
  filters: string[];
  sort: ProductSort;
}

export function useProducts(ask: CatalogueQuestion) {
  return useCursorList(['products', ask], (cursor, signal) =>
    body(
      api.GET('/api/portal/products', {
        params: {
          query: {
            limit: 24,
            ...(ask.q ? { q: ask.q } : {}),
            ...(ask.category ? { category: ask.category } : {}),
            ...(ask.filters.length > 0 ? { f: ask.filters } : {}),
            ...(ask.sort ? { sort: ask.sort } : {}),
            ...(cursor ? { cursor } : {}),
          },
        },
        signal,
      }),
    ),
  );
}

export function useCategories() {
  return useQuery<Category[]>({
    queryKey: ['categories'],
    queryFn: async () => (await body(api.GET('/api/portal/categories'))).items,
    staleTime: 300_000,
  });
}

export function useProduct(code: string) {
  return useQuery({
    queryKey: ['product', code],
    queryFn: () => body(api.GET('/api/portal/products/{code}', { params: { path: { code } } })),
  });
}
