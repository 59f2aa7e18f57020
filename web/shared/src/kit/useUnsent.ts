import { useCallback, useEffect, useRef, useState } from 'react';
import { useKept } from './keep';

/** What was typed and not sent when the page was left, and when. */
export interface Unsent<Value> {
  found: { value: Value; at: string } | undefined;
  /** Puts what was found back; the page takes it as if it were typed. */
  restore: () => Value | undefined;
  /** Forgets it: sent, or not wanted. */
  forget: () => void;
}

const pause = 600;

/**
 * Keeps what is being typed on this device, so that a closed tab loses nothing. `name` says which form of which
 * document. It is kept while `dirty`, and forgotten when that ends: then it was saved or given up.
 */
export function useUnsent<Value>(name: string, value: Value, dirty: boolean): Unsent<Value> {
  const [kept, setKept] = useKept<{ value: Value; at: string }>(`draft.${name}`);
  const [found, setFound] = useState(kept);
  const was = useRef(false);
  const latest = useRef(value);
  latest.current = value;
  const text = JSON.stringify(value);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the value, which is new each time
  useEffect(() => {
    if (dirty) {
      was.current = true;
      const timer = setTimeout(() => {
        setKept({ value: latest.current, at: new Date().toISOString() });
        setFound(undefined);
      }, pause);
      return () => clearTimeout(timer);
    }
    if (was.current) {
      was.current = false;
      setKept(undefined);
    }
  }, [text, dirty, setKept]);

  const forget = useCallback(() => {
    setKept(undefined);
    setFound(undefined);
  }, [setKept]);
  const restore = () => {
    setFound(undefined);
    return found?.value;
  };
  return { found: dirty ? undefined : found, restore, forget };
}
