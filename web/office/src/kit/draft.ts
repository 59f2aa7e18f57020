import { useState } from 'react';

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * What is being typed over what is stored. When the stored one changes meanwhile, an untouched draft follows it
 * and a touched one stays as it is: nothing typed is lost.
 */
export function useDraft<T extends object>(stored: T) {
  const [base, setBase] = useState(stored);
  const [value, setValue] = useState(stored);
  const dirty = !same(value, base);
  if (!same(base, stored)) {
    setBase(stored);
    if (!dirty) {
      setValue(stored);
    }
  }
  return {
    value,
    dirty,
    set: (change: Partial<T>) => setValue((before) => ({ ...before, ...change })),
    reset: () => setValue(base),
  };
}
