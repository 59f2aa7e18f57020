import { api, body, editHeaders, type Warehouse, type WarehouseInput } from '@qudao/shared/api';
import { useAct } from '../kit/act';
import type { Edit } from '../kit/draft';

/** Makes a warehouse, or changes the given one. */
export function useSaveWarehouse(warehouse: Warehouse | undefined, said: string, done: () => void) {
  return useAct({
    stale: ['warehouses', 'stock'],
    said,
    done,
    run: ({ input, version }: Edit<WarehouseInput>, key) =>
      warehouse
        ? body(
            api.PUT('/api/office/warehouses/{code}', {
              params: { path: { code: warehouse.code } },
              body: input,
              headers: editHeaders({ version, key }),
            }),
          )
        : body(api.POST('/api/office/warehouses', { body: input, headers: editHeaders({ key }) })),
  });
}
