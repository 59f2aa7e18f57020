import { type Announcement, type AnnouncementInput, api, body, editHeaders } from '@qudao/shared/api';
import { useCursorList } from '@qudao/shared/kit';
import { tellTabs } from '@qudao/shared/live';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAct } from '../kit/act';
import type { Edit } from '../kit/draft';
import { filled } from '../kit/filled';

export interface AnnouncementFilter {
  q: string;
  state: Announcement['state'] | '';
}

export function useAnnouncements(filter: AnnouncementFilter) {
  return useCursorList(['announcements', filter], (cursor, signal) =>
    body(
      api.GET('/api/office/announcements', {
        params: { query: filled({ ...filter, limit: 50, cursor }) },
        signal,
      }),
    ),
  );
}

export function useAnnouncement(number: string) {
  return useQuery<Announcement>({
    queryKey: ['announcement', number],
    queryFn: () => body(api.GET('/api/office/announcements/{number}', { params: { path: { number } } })),
  });
}

/** How many dealers an announcement to these would reach. */
export function useReach(target: { everybody: boolean; audiences: string[] }) {
  return useQuery({
    queryKey: ['announcement', 'reach', target],
    queryFn: ({ signal }) => body(api.POST('/api/office/announcements/reach', { body: target, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

const stale = ['announcements', 'announcement'];

export function useCreateAnnouncement(said: string, done: (announcement: Announcement) => void) {
  return useAct({
    stale,
    said,
    done,
    run: (input: AnnouncementInput, key) =>
      body(api.POST('/api/office/announcements', { body: input, headers: editHeaders({ key }) })),
  });
}

export function useEditAnnouncement(number: string, said: string) {
  return useAct({
    stale,
    said,
    run: ({ input, version }: Edit<AnnouncementInput>, key) =>
      body(
        api.PUT('/api/office/announcements/{number}', {
          params: { path: { number } },
          body: input,
          headers: editHeaders({ version, key }),
        }),
      ),
  });
}

export function useMoveAnnouncement(move: 'publish' | 'withdraw', said: string, done: () => void) {
  return useAct({
    stale,
    said,
    done,
    run: ({ number, version }: { number: string; version: number }, key) =>
      body(
        api.POST(
          move === 'publish'
            ? '/api/office/announcements/{number}/publish'
            : '/api/office/announcements/{number}/withdraw',
          { params: { path: { number } }, headers: editHeaders({ version, key }) },
        ),
      ),
  });
}

export function useMessages(unseen: boolean) {
  return useCursorList(['messages', unseen], (cursor, signal) =>
    body(
      api.GET('/api/office/messages', {
        params: { query: filled({ limit: 30, unseen: unseen || undefined, cursor }) },
        signal,
      }),
    ),
  );
}

/** How many messages the person has not seen yet. */
export function useUnseen() {
  return useQuery({
    queryKey: ['unseen'],
    queryFn: ({ signal }) => body(api.GET('/api/office/messages/unseen', { signal })),
  });
}

/** Notes what was seen. The list and the badge are read again. */
export function useSee() {
  const client = useQueryClient();
  const onSettled = () => {
    const keys = ['unseen', 'messages'];
    for (const key of keys) {
      void client.invalidateQueries({ queryKey: [key] });
    }
    tellTabs('office', keys);
  };
  const message = useMutation({
    mutationFn: (id: string) => api.PUT('/api/office/messages/{id}/seen', { params: { path: { id } } }),
    onSettled,
  });
  const all = useMutation({ mutationFn: () => api.PUT('/api/office/messages/seen'), onSettled });
  return { message, all };
}
