import { useSyncExternalStore } from 'react';

const query = '(max-width: 640px)';

function subscribe(tell: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', tell);
  return () => media.removeEventListener('change', tell);
}

/** True at the width of a phone. For what differs in content; what differs in layout alone belongs in CSS. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
