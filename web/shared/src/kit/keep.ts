import { createContext, useCallback, useContext, useState } from 'react';

/** Whose things this device keeps: one device may be used by several people. The layouts name the person. */
export const Keeper = createContext('');

function read<Value>(key: string): Value | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    // Something else wrote there, or nothing may be kept on this device.
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === undefined) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify(value));
    }
  } catch {
    // Without room or permission the page works all the same; it only forgets.
  }
}

/** The address under which a person's thing is kept. */
export function keepKey(who: string, name: string): string {
  return who ? `qudao.${who}.${name}` : `qudao.${name}`;
}

/**
 * A value kept on this device for the person signed in: saved views, chosen columns, drafts. Undefined
 * forgets it. It is a convenience and never the only copy of anything.
 */
export function useKept<Value>(name: string): [Value | undefined, (value: Value | undefined) => void] {
  const key = keepKey(useContext(Keeper), name);
  const [held, setHeld] = useState(() => ({ key, value: read<Value>(key) }));
  const now = held.key === key ? held : { key, value: read<Value>(key) };
  if (now !== held) {
    setHeld(now);
  }
  const set = useCallback(
    (value: Value | undefined) => {
      write(key, value);
      setHeld({ key, value });
    },
    [key],
  );
  return [now.value, set];
}
