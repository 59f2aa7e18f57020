import { QueryClient } from '@tanstack/react-query';
import { asProblem } from '../api/problem';

/** How pages read: what was read stays fresh for a moment, and only what may pass by itself is tried again. */
export function appQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && asProblem(error).passing,
      },
      mutations: { retry: false },
    },
  });
}
