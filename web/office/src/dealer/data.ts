import {
  type Audience,
  type AudienceRule,
  api,
  body,
  type Dealer,
  type DealerInput,
  type DealerState,
  editHeaders,
} from '@qudao/shared/api';
import { useCursorList } from '@qudao/shared/kit';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../kit/act';
import type { Edit } from '../kit/draft';
import { filled } from '../kit/filled';

const settled = 300_000;

export interface DealerFilter {
  q: string;
  level: string;
  region: string;
  tag: string;
  audience: string;
  state: DealerState | '';
}

export const everyDealer: DealerFilter = { q: '', level: '', region: '', tag: '', audience: '', state: '' };

export function useDealers(filter: DealerFilter) {
  return useCursorList(['dealers', filter], (cursor, signal) =>
    body(
      api.GET('/api/office/dealers', {
        params: {
          query: filled({ ...filter, region: Number(filter.region) || undefined, limit: 50, cursor }),
        },
        signal,
      }),
    ),
  );
}

export async function findDealers(q: string, signal: AbortSignal) {
  const page = await body(
    api.GET('/api/office/dealers', { params: { query: filled({ q, limit: 20 }) }, signal }),
  );
  return page.items;
}

export function useDealer(code: string) {
  return useQuery<Dealer>({
    queryKey: ['dealer', code],
    queryFn: () => body(api.GET('/api/office/dealers/{code}', { params: { path: { code } } })),
  });
}

export function useDealerFacts(enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['dealer-facts'],
    queryFn: () => body(api.GET('/api/office/dealer-facts')),
    staleTime: settled,
  });
}

export function useRegions() {
  return useQuery({
    queryKey: ['regions'],
    queryFn: async () => (await body(api.GET('/api/office/regions'))).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const staleByDealer = ['dealers', 'dealer', 'audiences', 'audience'];

export function useCreateDealer(said: string, done: (dealer: Dealer) => void) {
  return useAct({
    stale: staleByDealer,
    said,
    done,
    run: (dealer: DealerInput, key) =>
      body(api.POST('/api/office/dealers', { body: dealer, headers: editHeaders({ key }) })),
  });
}

export function useEditDealer(code: string, said: string, done: () => void) {
  return useAct({
    stale: staleByDealer,
    said,
    done,
    run: ({ input, version }: Edit<DealerInput>, key) =>
      body(
        api.PUT('/api/office/dealers/{code}', {
          params: { path: { code } },
          body: input,
          headers: editHeaders({ version, key }),
        }),
      ),
  });
}

export function useCreateAccount(code: string, said: string, done: () => void) {
  return useAct({
    stale: ['dealer'],
    said,
    done,
    run: (account: { username: string; name: string; password: string }, key) =>
      body(
        api.POST('/api/office/dealers/{code}/accounts', {
          params: { path: { code } },
          body: account,
          headers: editHeaders({ key }),
        }),
      ),
  });
}

/** All audiences; there are few, so they come at once. */
export function useAudiences(enabled = true) {
  return useQuery({
    queryKey: ['audiences'],
    queryFn: async () => (await body(api.GET('/api/office/audiences'))).items,
    enabled,
  });
}

export function useAudience(code: string) {
  return useQuery<Audience>({
    queryKey: ['audience', code],
    queryFn: () => body(api.GET('/api/office/audiences/{code}', { params: { path: { code } } })),
  });
}

export function useAudienceMembers(code: string) {
  return useCursorList(['audience', code, 'dealers'], (cursor, signal) =>
    body(
      api.GET('/api/office/audiences/{code}/dealers', {
        params: { path: { code }, query: filled({ limit: 50, cursor }) },
        signal,
      }),
    ),
  );
}

/** Whom a rule would reach. What was shown stays until the next answer is there. */
export function usePreview(rule: AudienceRule) {
  return useQuery({
    queryKey: ['audiences', 'preview', rule],
    queryFn: ({ signal }) => body(api.POST('/api/office/audiences/preview', { body: { rule }, signal })),
    placeholderData: (before) => before,
    retry: false,
  });
}

const staleByAudience = ['audiences', 'audience', 'dealers', 'dealer'];

export function useCreateAudience(said: string, done: (audience: Audience) => void) {
  return useAct({
    stale: staleByAudience,
    said,
    done,
    run: (audience: { code: string; name: string; rule: AudienceRule }, key) =>
      body(api.POST('/api/office/audiences', { body: audience, headers: editHeaders({ key }) })),
  });
}

export function useEditAudience(code: string, said: string) {
  return useAct({
    stale: staleByAudience,
    said,
    run: ({ input, version }: Edit<{ name: string; rule: AudienceRule }>, key) =>
      body(
        api.PUT('/api/office/audiences/{code}', {
          params: { path: { code } },
          body: input,
          headers: editHeaders({ version, key }),
        }),
      ),
  });
}

/** One masked value of a dealer, or of one of its addresses, in full. The look goes on the record. */
export function unmaskDealer(code: string, field: 'contact' | 'phone', reason: string, address?: string) {
  return body(
    api.POST('/api/office/dealers/{code}/unmask', {
      params: { path: { code } },
      body: { field, reason, ...(address ? { address } : {}) },
    }),
  );
}
