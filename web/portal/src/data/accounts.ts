import { api, body, type CompanyAccount, editHeaders, type PersonInput } from '@qudao/shared/api';
import { useCursorList } from '@qudao/shared/kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMe } from './me';

/** Whether the person signed in may do something: a permission of the server, such as order.place. */
export function useMay(permission: string): boolean {
  return useMe().data?.may.includes(permission) ?? false;
}

/** Who of the company did what, the latest first. */
export function useDeeds(account: string, enabled: boolean) {
  return useCursorList(
    ['deeds', account],
    (cursor, signal) =>
      body(
        api.GET('/api/portal/deeds', {
          params: { query: { limit: 20, ...(account ? { account } : {}), ...(cursor ? { cursor } : {}) } },
          signal,
        }),
      ),
    { enabled },
  );
}

const at = (account: CompanyAccount) => ({
  params: { path: { id: account.id } },
  headers: editHeaders({ version: account.version }),
});

/** What the master account does with sub-accounts. */
export function useAccountChanges() {
  const client = useQueryClient();
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: ['accounts'] });
    await client.invalidateQueries({ queryKey: ['deeds'] });
  };
  const invite = useMutation({
    mutationFn: (input: PersonInput & { username: string; email?: string }) =>
      body(api.POST('/api/portal/accounts', { body: input, headers: editHeaders({}) })),
    onSuccess,
  });
  const inviteAgain = useMutation({
    mutationFn: (account: CompanyAccount) =>
      body(
        api.POST('/api/portal/accounts/{id}/invitation', {
          params: { path: { id: account.id } },
          headers: editHeaders({}),
        }),
      ),
    onSuccess,
  });
  const save = useMutation({
    mutationFn: ({ account, input }: { account: CompanyAccount; input: PersonInput }) =>
      body(api.PUT('/api/portal/accounts/{id}', { ...at(account), body: input })),
    onSuccess,
  });
  const block = useMutation({
    mutationFn: (account: CompanyAccount) =>
      body(
        account.state === 'disabled'
          ? api.POST('/api/portal/accounts/{id}/unblock', at(account))
          : api.POST('/api/portal/accounts/{id}/block', at(account)),
      ),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (account: CompanyAccount) => api.DELETE('/api/portal/accounts/{id}', at(account)),
    onSuccess,
  });
  return { invite, inviteAgain, save, block, remove };
}
