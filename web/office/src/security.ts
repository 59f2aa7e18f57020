import { api, body } from '@qudao/shared/api';
import type { SecurityCalls } from '@qudao/shared/identity';

/** What one may ask and do over the own login. */
export const security: SecurityCalls = {
  read: () => body(api.GET('/api/office/me/security')),
  changeEmail: (input) => api.PUT('/api/office/me/email', { body: input }),
  sessions: async () => (await body(api.GET('/api/office/me/sessions'))).items,
  revoke: (id) => api.DELETE('/api/office/me/sessions/{id}', { params: { path: { id } } }),
  revokeAll: (others) => api.POST('/api/office/me/sessions/end', { body: { others } }),
};
