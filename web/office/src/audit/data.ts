import { api, body } from '@qudao/shared/api';
import { useCursorList } from '@qudao/shared/kit';
import { moments } from '../kit/day';
import { filled } from '../kit/filled';

export interface AuditFilter {
  actor: string;
  table: string;
  key: string;
  from: string;
  to: string;
}

export const everything: AuditFilter = { actor: '', table: '', key: '', from: '', to: '' };

export function useAudit(filter: AuditFilter, limit = 50) {
  return useCursorList(['audit', filter, limit], (cursor, signal) =>
    body(
      api.GET('/api/office/audit', {
        params: { query: filled({ ...filter, ...moments(filter), limit, cursor }) },
        signal,
      }),
    ),
  );
}
