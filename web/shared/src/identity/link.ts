import { useCallback, useEffect, useState } from 'react';
import { asProblem, type Problem } from '../api';

/** What a one-time link leads to: still being looked at, there, or not (any more). */
export type Looked<Found> =
  | { state: 'looking' }
  | { state: 'dead'; problem: Problem }
  | { state: 'found'; token: string; found: Found };

/** Looks at the one-time link that this page was opened with. Its token stands behind the #. */
export function useLink<Found>(
  look: (token: string) => Promise<Found>,
): Looked<Found> & { again: () => void } {
  const [token] = useState(() => window.location.hash.slice(1));
  const [looked, setLooked] = useState<Looked<Found>>({ state: 'looking' });
  const [times, setTimes] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each try, whatever renders meanwhile
  useEffect(() => {
    let gone = false;
    setLooked({ state: 'looking' });
    look(token || '-').then(
      (found) => !gone && setLooked({ state: 'found', token, found }),
      (refusal: unknown) => !gone && setLooked({ state: 'dead', problem: asProblem(refusal) }),
    );
    return () => {
      gone = true;
    };
  }, [token, times]);
  const again = useCallback(() => setTimes((n) => n + 1), []);
  return { ...looked, again };
}
