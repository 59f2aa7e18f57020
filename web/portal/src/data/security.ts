import { api, body } from '@qudao/shared/api';
import type { SecurityCalls } from '@qudao/shared/identity';

/** What one may ask and do over the own login. */
export const security: SecurityCalls = {
  read: () => body(api.GET('/api/portal/me/security')),
  changeEmail: (input) => api.PUT('/api/portal/me/email', { body: input }),
  sessions: async () => (await body(api.GET('/api/portal/me/sessions'))).items,
  revoke: (id) => api.DELETE('/api/portal/me/sessions/{id}', { params: { path: { id } } }),
  revokeAll: (others) => api.POST('/api/portal/me/sessions/end', { body: { others } }),
};
