import { api, body, type ShownAnnouncement } from '@qudao/shared/api';
import { useCursorList } from '@qudao/shared/kit';
import { tellTabs } from '@qudao/shared/live';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export function useMessages(unseen: boolean) {
  return useCursorList(['messages', unseen], (cursor, signal) =>
    body(
      api.GET('/api/portal/messages', {
        params: { query: { limit: 30, ...(unseen ? { unseen } : {}), ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    ),
  );
}

/** How many messages and announcements this account has not seen yet. */
export function useUnseen(enabled = true) {
  return useQuery({
    queryKey: ['unseen'],
    queryFn: ({ signal }) => body(api.GET('/api/portal/messages/unseen', { signal })),
    enabled,
  });
}

/** An announcement begins and ends by the clock too, and nothing tells of that. */
const clockwise = 5 * 60_000;

export function useAnnouncements() {
  return useQuery<ShownAnnouncement[]>({
    queryKey: ['announcements'],
    queryFn: async ({ signal }) => (await body(api.GET('/api/portal/announcements', { signal }))).items,
    refetchInterval: clockwise,
  });
}

export function useAnnouncement(number: string) {
  return useQuery<ShownAnnouncement>({
    queryKey: ['announcement', number],
    queryFn: ({ signal }) =>
      body(api.GET('/api/portal/announcements/{number}', { params: { path: { number } }, signal })),
  });
}

/** Notes what was seen. The lists and the badge are read again. */
export function useSee() {
  const client = useQueryClient();
  const onSettled = () => {
    const keys = ['unseen', 'messages', 'announcements'];
    for (const key of keys) {
      void client.invalidateQueries({ queryKey: [key] });
    }
    tellTabs('portal', keys);
  };
  const message = useMutation({
    mutationFn: (id: string) => api.PUT('/api/portal/messages/{id}/seen', { params: { path: { id } } }),
    onSettled,
  });
  const announcement = useMutation({
    mutationFn: (number: string) =>
      api.PUT('/api/portal/announcements/{number}/seen', { params: { path: { number } } }),
    onSettled,
  });
  const all = useMutation({ mutationFn: () => api.PUT('/api/portal/messages/seen'), onSettled });
  return { message, announcement, all };
}
