import { api, body, type DealerLevel, editHeaders, type Named } from '@qudao/shared/api';
import { useAct } from '../kit/act';

const stale = ['dealer-facts', 'dealers', 'dealer'];

/** Makes or changes a level by its code. */
export function useSaveLevel(said: string, done: () => void) {
  return useAct({
    stale,
    said,
    done,
    run: ({ code, name, rank }: DealerLevel, key) =>
      body(
        api.PUT('/api/office/dealer-levels/{code}', {
          params: { path: { code } },
          body: { name, rank },
          headers: editHeaders({ key }),
        }),
      ),
  });
}

/** Makes or renames a tag by its code. */
export function useSaveTag(said: string, done: () => void) {
  return useAct({
    stale,
    said,
    done,
    run: ({ code, name }: Named, key) =>
      body(
        api.PUT('/api/office/dealer-tags/{code}', {
          params: { path: { code } },
          body: { name },
          headers: editHeaders({ key }),
        }),
      ),
  });
}
