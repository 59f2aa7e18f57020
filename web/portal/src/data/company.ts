import {
  type AddressInput,
  api,
  body,
  type CompanyAccount,
  editHeaders,
  type PortalRegion,
} from '@qudao/shared/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

/** The people of one's own company who may sign in. */
export function useAccounts() {
  return useQuery<CompanyAccount[]>({
    queryKey: ['accounts'],
    queryFn: async () => (await body(api.GET('/api/portal/accounts'))).items,
  });
}

/** All regions, read once: an address needs province, city and county. */
export function useRegions(enabled: boolean) {
  return useQuery<PortalRegion[]>({
    queryKey: ['regions'],
    queryFn: async () => (await body(api.GET('/api/portal/regions'))).items,
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
}

export function useAddressChanges() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['addresses'] });
  const save = useMutation({
    mutationFn: ({ id, input }: { id: string | undefined; input: AddressInput }) =>
      body(
        id
          ? api.PUT('/api/portal/addresses/{id}', { params: { path: { id } }, body: input })
          : api.POST('/api/portal/addresses', { body: input, headers: editHeaders({}) }),
      ),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/portal/addresses/{id}', { params: { path: { id } } }),
    onSuccess,
  });
  return { save, remove };
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (input: { old: string; new: string }) => api.PUT('/api/portal/me/password', { body: input }),
  });
}
