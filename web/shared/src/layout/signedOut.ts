import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { onSignedOut } from '../api/client';
import { parseSearch, useUrlState } from '../kit/url';

const door = '/signin';

/** Leads to sign-in as soon as the server says that nobody is signed in, and remembers where the reader was. */
export function useSignedOut(): void {
  const router = useRouter();
  useEffect(
    () =>
      onSignedOut(() => {
        const { pathname, searchStr } = router.latestLocation;
        if (pathname !== door) {
          void router.navigate({ to: door, search: { next: pathname + searchStr } as never, replace: true });
        }
      }),
    [router],
  );
}

/** After sign-in: goes on where the reader was sent away. Only a page of this app can follow. */
export function useGoOn(): () => Promise<void> {
  const router = useRouter();
  const next = useUrlState().text('next');
  return useCallback(async () => {
    const there = new URL(next || '/', 'http://app.invalid');
    await router.navigate({ to: there.pathname, search: parseSearch(there.search) as never, replace: true });
  }, [router, next]);
}
