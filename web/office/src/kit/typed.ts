import { useEffect, useRef, useState } from 'react';

/** A value once it has rested: what follows typing without following every key. */
export function useRested<Value>(value: Value, wait = 200): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return rested;
}

/**
 * A value that is typed as text. The text stays as typed while it cannot be read and follows the value else.
 * Unreadable text tells `otherwise`, so that what was there before is never taken for what is shown.
 */
export function useTyped<Value>(
  value: Value,
  write: (value: Value) => string,
  read: (text: string) => Value | undefined,
  otherwise: Value,
) {
  const [typed, setTyped] = useState(() => write(value));
  const told = useRef(value);
  useEffect(() => {
    if (told.current !== value) {
      told.current = value;
      setTyped(write(value));
    }
  }, [value, write]);
  const type = (text: string, tell: (value: Value) => void) => {
    setTyped(text);
    const now = read(text) ?? otherwise;
    told.current = now;
    tell(now);
  };
  return { typed, type, wrong: read(typed) === undefined };
}
