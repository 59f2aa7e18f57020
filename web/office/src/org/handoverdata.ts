import { api, body, editHeaders, type HandoverInput } from '@qudao/shared/api';
import { useCursorList } from '@qudao/shared/kit';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../kit/act';

/** What somebody may do and see, and why. */
export function useRights(code: string) {
  return useQuery({
    queryKey: ['rights', code],
    queryFn: () => body(api.GET('/api/office/staff/{code}/rights', { params: { path: { code } } })),
  });
}

/** Who holds a permission. */
export function useHolders(permission: string) {
  return useQuery({
    queryKey: ['rights', 'of', permission],
    queryFn: async () =>
      (
        await body(
          api.GET('/api/office/permissions/{code}/holders', { params: { path: { code: permission } } }),
        )
      ).items,
    enabled: permission !== '',
  });
}

/** What somebody would hand over. */
export function useHandoverPreview(code: string, enabled = true) {
  return useQuery({
    queryKey: ['handovers', code, 'preview'],
    queryFn: () => body(api.GET('/api/office/staff/{code}/handover', { params: { path: { code } } })),
    enabled,
  });
}

export function useHandovers(code: string, enabled = true) {
  return useQuery({
    queryKey: ['handovers', code],
    queryFn: async () =>
      (await body(api.GET('/api/office/staff/{code}/handovers', { params: { path: { code } } }))).items,
    enabled,
  });
}

/** The dealers that somebody is or was the rep of, the latest first. */
export function useKept(code: string) {
  return useCursorList(['handovers', code, 'dealers'], (cursor) =>
    body(
      api.GET('/api/office/staff/{code}/dealers', {
        params: { path: { code }, query: { ...(cursor ? { cursor } : {}), limit: 20 } },
      }),
    ),
  );
}

export function useHandOver(code: string, said: string, done: () => void) {
  return useAct({
    stale: ['handovers', 'staff', 'rights', 'dealers', 'departments'],
    said,
    done,
    run: (input: HandoverInput, key) =>
      body(
        api.POST('/api/office/staff/{code}/handover', {
          params: { path: { code } },
          body: input,
          headers: editHeaders({ key }),
        }),
      ),
  });
}

/** Who was a dealer's rep, the latest first. */
export function useReps(dealer: string) {
  return useQuery({
    queryKey: ['handovers', 'of', dealer],
    queryFn: async () =>
      (await body(api.GET('/api/office/dealers/{code}/reps', { params: { path: { code: dealer } } }))).items,
  });
}
