import { api, body, type Department, type DepartmentInput, editHeaders } from '@qudao/shared/api';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../kit/act';
import type { Edit } from '../kit/draft';

export function useDepartments() {
  return useQuery({
    queryKey: ['departments'],
    queryFn: async () => (await body(api.GET('/api/office/departments'))).items,
  });
}

/** Makes a department, or changes the one with this code. */
export function useSaveDepartment(said: string, done: () => void = () => undefined) {
  return useAct({
    stale: ['departments', 'staff', 'rights'],
    said,
    done,
    run: ({ code, input, version }: Edit<DepartmentInput> & { code?: string }, key) =>
      code === undefined
        ? body(api.POST('/api/office/departments', { body: input, headers: editHeaders({ key }) }))
        : body(
            api.PUT('/api/office/departments/{code}', {
              params: { path: { code } },
              body: input,
              headers: editHeaders({ version, key }),
            }),
          ),
  });
}

export function useRemoveDepartment(said: string, done: () => void) {
  return useAct({
    stale: ['departments', 'staff'],
    said,
    done,
    run: ({ code, version }: Department, key) =>
      api.DELETE('/api/office/departments/{code}', {
        params: { path: { code } },
        headers: editHeaders({ version, key }),
      }),
  });
}
