import type { ComponentProps, ReactNode } from 'react';
import styles from './kit.module.css';

/** A box to tick, its words beside it. */
export function Check({
  children,
  onChange,
  ...rest
}: { children?: ReactNode; onChange: (checked: boolean) => void } & Omit<
  ComponentProps<'input'>,
  'onChange' | 'children' | 'type'
>) {
  return (
    <label className={styles.check}>
      <input type="checkbox" {...rest} onChange={(event) => onChange(event.target.checked)} />
      {children}
    </label>
  );
}
