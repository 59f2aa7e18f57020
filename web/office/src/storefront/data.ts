import { api, type Block, type BlockInput, body, editHeaders, type SeenBlock } from '@qudao/shared/api';
import { uploadFile } from '@qudao/shared/kit';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAct } from '../kit/act';
import type { Edit } from '../kit/draft';
import { filled } from '../kit/filled';

/** Every block of the portal's first page, from above. */
export function useBlocks() {
  return useQuery<Block[]>({
    queryKey: ['storefront', 'blocks'],
    queryFn: async () => (await body(api.GET('/api/office/storefront/blocks'))).items,
  });
}

/** The first page as a dealer of one audience sees it; of none for ''. */
export function usePreview(audience: string) {
  return useQuery<SeenBlock[]>({
    queryKey: ['storefront', 'preview', audience],
    queryFn: async () =>
      (await body(api.GET('/api/office/storefront/preview', { params: { query: filled({ audience }) } })))
        .items,
    placeholderData: keepPreviousData,
  });
}

const stale = ['storefront'];

/** Stores a block: a new one, or an edit on the version that was seen. */
export function useSaveBlock(block: Block | undefined, said: string, done: () => void) {
  return useAct({
    stale,
    said,
    done,
    run: ({ input, version }: Edit<BlockInput>, key) =>
      block
        ? body(
            api.PUT('/api/office/storefront/blocks/{id}', {
              params: { path: { id: block.id } },
              body: input,
              headers: editHeaders({ version, key }),
            }),
          )
        : body(api.POST('/api/office/storefront/blocks', { body: input, headers: editHeaders({ key }) })),
  });
}

export function useRemoveBlock(said: string, done: () => void) {
  return useAct({
    stale,
    said,
    done,
    run: ({ id, version }: Block, key) =>
      api.DELETE('/api/office/storefront/blocks/{id}', {
        params: { path: { id } },
        headers: editHeaders({ version, key }),
      }),
  });
}

/** Puts the blocks in an order. It shows at once, and goes back where the server refuses. */
export function useArrange() {
  const client = useQueryClient();
  const key = ['storefront', 'blocks'];
  return useAct({
    stale,
    run: async (blocks: Block[], attempt) => {
      client.setQueryData(key, blocks);
      try {
        await api.PUT('/api/office/storefront/order', {
          body: { ids: blocks.map((block) => block.id) },
          headers: editHeaders({ key: attempt }),
        });
      } catch (error) {
        await client.invalidateQueries({ queryKey: key });
        throw error;
      }
    },
  });
}

/** Keeps a picture for a banner and tells its address. */
export function useKeepPicture(done: (address: string) => void) {
  return useAct({
    done: ({ image }: { image: string }) => done(image),
    run: (file: File) =>
      uploadFile<{ image: string }>('/api/office/storefront/pictures', file, {}, () => undefined),
  });
}
