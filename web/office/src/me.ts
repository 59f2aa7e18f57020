import { api, body, type StaffMe } from '@qudao/shared/api';
import { useQuery } from '@tanstack/react-query';

/** Who is signed in, and what they may do. */
export function useMe() {
  return useQuery<StaffMe>({
    queryKey: ['me'],
    queryFn: () => body(api.GET('/api/office/me')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whether the person signed in has a permission. False while it is not known yet. */
export function useMay(permission: string): boolean {
  return useMe().data?.permissions.includes(permission) ?? false;
}
