import {
  type ApiKeyInput,
  api,
  body,
  editHeaders,
  type NewApiKey,
  type Role,
  type RoleScopeInput,
  type Staff,
  type StaffInput,
  type StaffInvitation,
} from '@qudao/shared/api';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../kit/act';
import type { Edit } from '../kit/draft';

export function useStaff() {
  return useQuery({
    queryKey: ['staff'],
    queryFn: async () => (await body(api.GET('/api/office/staff'))).items,
  });
}

export function useSaveStaff(person: Staff | undefined, said: string, done: () => void) {
  return useAct({
    stale: ['staff', 'roles', 'me', 'rights', 'departments'],
    said,
    done,
    run: ({ input, version }: Edit<StaffInput>, key) =>
      person
        ? body(
            api.PUT('/api/office/staff/{code}', {
              params: { path: { code: person.code } },
              body: input,
              headers: editHeaders({ version, key }),
            }),
          )
        : body(api.POST('/api/office/staff', { body: input, headers: editHeaders({ key }) })),
  });
}

/** Invites a member of staff; `done` gets the path of the link, which is shown once. */
export function useInviteStaff(done: (path: string) => void) {
  return useAct({
    stale: ['staff', 'roles'],
    run: (input: StaffInvitation, key) =>
      body(api.POST('/api/office/staff/invitations', { body: input, headers: editHeaders({ key }) })),
    done: (made) => done(made.path ?? ''),
  });
}

export function useUnlock(code: string, said: string) {
  return useAct({
    stale: ['staff'],
    said,
    run: (_: undefined, key) =>
      api.POST('/api/office/staff/{code}/unlock', {
        params: { path: { code } },
        headers: editHeaders({ key }),
      }),
  });
}

export function useRoles() {
  return useQuery({
    queryKey: ['roles'],
    queryFn: async () => (await body(api.GET('/api/office/roles'))).items,
  });
}

/** Every permission there is, in groups, in the order in which they are shown. */
export function usePermissions() {
  return useQuery({
    queryKey: ['permissions'],
    queryFn: async () => (await body(api.GET('/api/office/permissions'))).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export interface RoleInput {
  code: string;
  name: string;
  permissions: string[];
  scope: RoleScopeInput;
}

export function useSaveRole(role: Role | undefined, said: string, done: (saved: Role) => void) {
  return useAct({
    stale: ['roles', 'staff', 'me', 'rights'],
    said,
    done,
    run: ({ input: { code, ...rest }, version }: Edit<RoleInput>, key) =>
      role
        ? body(
            api.PUT('/api/office/roles/{code}', {
              params: { path: { code: role.code } },
              body: rest,
              headers: editHeaders({ version, key }),
            }),
          )
        : body(
            api.POST('/api/office/roles', {
              body: { code, ...rest },
              headers: editHeaders({ key }),
            }),
          ),
  });
}

export function useApiKeys() {
  return useQuery({
    queryKey: ['api-keys'],
    queryFn: async () => (await body(api.GET('/api/office/api-keys'))).items,
  });
}

export function useCreateApiKey(done: (made: NewApiKey) => void) {
  return useAct({
    stale: ['api-keys'],
    done,
    run: (input: ApiKeyInput, key) =>
      body(api.POST('/api/office/api-keys', { body: input, headers: editHeaders({ key }) })),
  });
}

export function useRevokeApiKey(said: string, done: () => void) {
  return useAct({
    stale: ['api-keys'],
    said,
    done,
    run: (id: string, key) =>
      api.DELETE('/api/office/api-keys/{id}', { params: { path: { id } }, headers: editHeaders({ key }) }),
  });
}

export function useChangePassword(said: string, done: () => void) {
  return useAct({
    said,
    done,
    run: (passwords: { old: string; new: string }, key) =>
      api.PUT('/api/office/me/password', { body: passwords, headers: editHeaders({ key }) }),
  });
}
