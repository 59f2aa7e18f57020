import { asProblem } from '@qudao/shared/api';
import { useState } from 'react';

/** An edit as it is sent: what it says, and which version it was made on. */
export interface Edit<Input> {
  input: Input;
  version: number;
}

/** True when the edit was refused because the document is another by now. */
export function overtaken(error: unknown): boolean {
  return error ? asProblem(error).code === 'version_changed' : false;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Brings together what one person typed and what another stored meanwhile, field by field. Where only one of
 * them changed a field, that change stands; where both did, mine stands and `clash` says so.
 */
export function merge<T extends object>(base: T, mine: T, theirs: T): { value: T; clash: boolean } {
  const value = { ...theirs };
  let clash = false;
  for (const field of Object.keys(mine) as (keyof T)[]) {
    if (!same(mine[field], base[field])) {
      clash ||= !same(theirs[field], base[field]) && !same(theirs[field], mine[field]);
      value[field] = mine[field];
    }
  }
  return { value, clash };
}

/**
 * What is being typed over what is stored. When the stored one changes meanwhile, fields that were not touched
 * follow it. Where the same field was changed on both sides the draft keeps its old version, so that saving is
 * refused and the person is told; after that refusal (`error`) saving again means it.
 */
export function useDraft<T extends object>(stored: T, from: { version?: number; error?: unknown } = {}) {
  const version = from.version ?? 0;
  const [base, setBase] = useState({ stored, version });
  const [value, setValue] = useState(stored);
  const dirty = !same(value, base.stored);
  if (version !== base.version || !same(base.stored, stored)) {
    const next = merge(base.stored, value, stored);
    if (!next.clash || overtaken(from.error)) {
      setBase({ stored, version });
      setValue(next.value);
    }
  }
  return {
    value,
    dirty,
    /** The version that the draft stands on: the one to name when it is saved. */
    version: base.version,
    set: (change: Partial<T>) => setValue((before) => ({ ...before, ...change })),
    reset: () => {
      setBase({ stored, version });
      setValue(stored);
    },
  };
}
