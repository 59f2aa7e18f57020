import { useTitle } from '@qudao/shared/kit';
import type { ReactNode } from 'react';
import styles from './kit.module.css';

/** A page that is neither a list nor a document: a tool or a setting. */
export function Page(props: { title: string; hint?: string; actions?: ReactNode; children: ReactNode }) {
  useTitle(props.title);
  return (
    <div className={styles.page}>
      <header className={styles.pageHead}>
        <h1>{props.title}</h1>
        {props.actions && <div className={styles.pageActions}>{props.actions}</div>}
      </header>
      {props.hint && <p className={styles.pageHint}>{props.hint}</p>}
      {props.children}
    </div>
  );
}

/** Keeps a form at a width that is read and filled easily. */
export function Measure({ children }: { children: ReactNode }) {
  return <div className={styles.measure}>{children}</div>;
}

/** Fields of a section under each other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

/** Two short fields beside each other; one below the other on a phone. */
export function Two({ children }: { children: ReactNode }) {
  return <div className={styles.two}>{children}</div>;
}
