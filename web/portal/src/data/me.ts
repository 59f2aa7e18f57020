import { api, body, type Me } from '@qudao/shared/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

/** Who is signed in, and for which dealer. */
export function useMe() {
  return useQuery<Me>({
    queryKey: ['me'],
    queryFn: () => body(api.GET('/api/portal/me')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Signs out: what was read for this dealer leaves the memory with it. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await api.DELETE('/api/portal/session').catch(() => undefined);
    client.clear();
    await navigate({ to: '/signin' });
  };
}
