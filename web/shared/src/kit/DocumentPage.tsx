import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useKitText } from '../i18n';
import { IconButton } from './Button';
import styles from './DocumentPage.module.css';
import { Icon } from './icons';
import { useNarrow } from './useNarrow';
import { useTitle } from './useTitle';

/**
 * One document: number, state and the one primary action at the top, a sentence that says who must act next
 * and why it waits, the lines in the middle, the timeline at the side (below on a phone).
 */
export function DocumentPage(props: {
  back: { to: string; label: string };
  title: string;
  state?: ReactNode;
  meta?: ReactNode;
  sentence?: ReactNode;
  primary?: ReactNode;
  actions?: ReactNode;
  aside?: ReactNode;
  /** Offers to print the page, but not on a phone; the frame and the actions stay off the paper. */
  printable?: boolean;
  children: ReactNode;
}) {
  const t = useKitText();
  const narrow = useNarrow();
  useTitle(props.title);
  return (
    <article className={styles.document}>
      <header className={styles.head}>
        <Link
          to={props.back.to}
          className={styles.back}
          data-no-print
          aria-label={`${t('action.back')}: ${props.back.label}`}
        >
          <Icon name="back" size={16} />
          {props.back.label}
        </Link>
        <div className={styles.title}>
          <h1>{props.title}</h1>
          {props.state}
        </div>
        {props.meta && <div className={styles.meta}>{props.meta}</div>}
        <div className={styles.actions} data-no-print>
          {props.printable && !narrow && (
            <IconButton icon="print" label={t('action.print')} onClick={() => window.print()} />
          )}
          {props.actions}
          {props.primary}
        </div>
      </header>
      {props.sentence && <div className={styles.sentence}>{props.sentence}</div>}
      <div className={props.aside ? styles.columns : styles.single}>
        <div className={styles.main}>{props.children}</div>
        {props.aside && <aside className={styles.aside}>{props.aside}</aside>}
      </div>
    </article>
  );
}

/**
 * Who must act next and why it waits, in one sentence: the `sentence` of a document. `mine` is for the reader
 * who is the one to act.
 */
export function NextStep(props: { mine?: boolean; children: ReactNode }) {
  return (
    <p className={props.mine ? styles.mine : styles.next}>
      <Icon name={props.mine ? 'bolt' : 'clock'} />
      <span>{props.children}</span>
    </p>
  );
}

/** A titled part of a document. */
export function Section(props: { title?: string; extra?: ReactNode; flush?: boolean; children: ReactNode }) {
  return (
    <section className={styles.section}>
      {props.title && (
        <header>
          <h2>{props.title}</h2>
          {props.extra}
        </header>
      )}
      <div className={props.flush ? styles.flush : styles.body}>{props.children}</div>
    </section>
  );
}

/** Facts as label and value, one under the other. */
export function Facts({ items }: { items: { label: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
