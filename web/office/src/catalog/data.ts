import {
  api,
  body,
  editHeaders,
  type OfficeProduct,
  type ProductRequest,
  type ProductState,
  type Template,
} from '@qudao/shared/api';
import { uploadFile, useCursorList } from '@qudao/shared/kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useAct } from '../kit/act';
import type { Edit } from '../kit/draft';
import { filled } from '../kit/filled';

export interface ProductFilter {
  q: string;
  category: string;
  state: ProductState | '';
}

export const everyProduct: ProductFilter = { q: '', category: '', state: '' };

export function useProducts(filter: ProductFilter, limit = 50) {
  return useCursorList(['products', filter, limit], (cursor, signal) =>
    body(
      api.GET('/api/office/products', { params: { query: filled({ ...filter, limit, cursor }) }, signal }),
    ),
  );
}

export async function findProducts(q: string, signal: AbortSignal) {
  const page = await body(
    api.GET('/api/office/products', { params: { query: filled({ q, limit: 20 }) }, signal }),
  );
  return page.items;
}

export function useProduct(code: string) {
  return useQuery<OfficeProduct>({
    queryKey: ['product', code],
    queryFn: () => body(api.GET('/api/office/products/{code}', { params: { path: { code } } })),
  });
}

export function useCategories(enabled = true) {
  return useQuery({
    queryKey: ['categories'],
    queryFn: async () => (await body(api.GET('/api/office/categories'))).items,
    staleTime: 60_000,
    enabled,
  });
}

export function useTemplates() {
  return useQuery({
    queryKey: ['templates'],
    queryFn: async () => (await body(api.GET('/api/office/templates'))).items,
    staleTime: 60_000,
  });
}

const stale = ['products', 'product'];

export function useCreateProduct(said: string, done: (product: OfficeProduct) => void) {
  return useAct({
    stale,
    said,
    done,
    run: (product: ProductRequest, key) =>
      body(api.POST('/api/office/products', { body: product, headers: editHeaders({ key }) })),
  });
}

/** The acts on a product that is there. Each answers with the product as it then is. */
export function useProductActs(
  product: OfficeProduct,
  said: { saved: string; published: string; archived: string },
) {
  const client = useQueryClient();
  const params = { path: { code: product.code } };
  const shared = {
    stale,
    done: (next: OfficeProduct) => client.setQueryData(['product', product.code], next),
  };
  const save = useAct({
    ...shared,
    said: said.saved,
    run: ({ input, version }: Edit<ProductRequest>, key) =>
      body(
        api.PUT('/api/office/products/{code}', {
          params,
          body: input,
          headers: editHeaders({ version, key }),
        }),
      ),
  });
  const publish = useAct({
    ...shared,
    said: said.published,
    run: (_: undefined, key) =>
      body(
        api.POST('/api/office/products/{code}/publish', {
          params,
          headers: editHeaders({ version: product.version, key }),
        }),
      ),
  });
  const archive = useAct({
    ...shared,
    said: said.archived,
    run: (_: undefined, key) =>
      body(
        api.POST('/api/office/products/{code}/archive', {
          params,
          headers: editHeaders({ version: product.version, key }),
        }),
      ),
  });
  return { save, publish, archive };
}

/** Adding pictures one after the other, and putting them in another order. Both answer with the product. */
export function usePictures(product: OfficeProduct) {
  const client = useQueryClient();
  const shown = (next: OfficeProduct) => client.setQueryData(['product', product.code], next);
  const add = useAct({
    stale,
    run: async (files: File[]) => {
      for (const file of files) {
        const url = `/api/office/products/${encodeURIComponent(product.code)}/pictures`;
        shown(await uploadFile<OfficeProduct>(url, file, {}, () => undefined));
      }
    },
  });
  const arrange = useAct({
    stale,
    done: shown,
    run: (images: string[], key) =>
      body(
        api.PUT('/api/office/products/{code}/pictures', {
          params: { path: { code: product.code } },
          body: { images },
          headers: editHeaders({ version: product.version, key }),
        }),
      ),
  });
  return { add, arrange };
}

export interface CategoryInput {
  code: string;
  name: string;
  parent?: string;
}

export function useSaveCategory(fresh: boolean, said: string, done: () => void) {
  return useAct({
    stale: ['categories'],
    said,
    done,
    run: ({ code, ...rest }: CategoryInput, key) =>
      fresh
        ? body(api.POST('/api/office/categories', { body: { code, ...rest }, headers: editHeaders({ key }) }))
        : body(
            api.PUT('/api/office/categories/{code}', {
              params: { path: { code } },
              body: { name: rest.name },
              headers: editHeaders({ key }),
            }),
          ),
  });
}

export function useSaveTemplate(
  template: Template | undefined,
  said: string,
  done: (saved: Template) => void,
) {
  return useAct({
    stale: ['templates'],
    said,
    done,
    run: ({ input: { code, ...rest }, version }: Edit<Omit<Template, 'version'>>, key) =>
      template
        ? body(
            api.PUT('/api/office/templates/{code}', {
              params: { path: { code: template.code } },
              body: rest,
              headers: editHeaders({ version, key }),
            }),
          )
        : body(api.POST('/api/office/templates', { body: { code, ...rest }, headers: editHeaders({ key }) })),
  });
}
