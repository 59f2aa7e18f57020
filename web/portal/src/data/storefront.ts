import { api, body, type StorefrontBlock } from '@qudao/shared/api';
import { useQuery } from '@tanstack/react-query';

/** The blocks of the first page that the brand composed for this dealer, from above. */
export function useStorefront() {
  return useQuery<StorefrontBlock[]>({
    queryKey: ['storefront'],
    queryFn: async () => (await body(api.GET('/api/portal/storefront'))).items,
  });
}
