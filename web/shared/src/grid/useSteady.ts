import { useEffect, useMemo, useRef } from 'react';
import type { RowActs } from './GridRow';

/** The same functions at every render, which call the newest ones. */
export function useSteady(newest: RowActs): RowActs {
  const held = useRef(newest);
  useEffect(() => {
    held.current = newest;
  });
  return useMemo(
    () => ({
      press: (...all) => held.current.press(...all),
      over: (...all) => held.current.over(...all),
      edit: (...all) => held.current.edit(...all),
      settle: (...all) => held.current.settle(...all),
      give: () => held.current.give(),
    }),
    [],
  );
}
