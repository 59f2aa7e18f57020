import { Tag } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './kit.module.css';

/** A name with its code or another small fact under it. */
export function Stacked({ main, sub }: { main: ReactNode; sub?: ReactNode }) {
  return (
    <span className={styles.stacked}>
      <span>{main}</span>
      {sub && <small>{sub}</small>}
    </span>
  );
}

/** Words in one line that are never broken; cut where a column gives them no more than `most` pixels. */
export function Line({ children, most }: { children: string | undefined; most?: number }) {
  return (
    <span className={styles.line} style={most ? { maxWidth: most } : {}} title={most ? children : undefined}>
      {children}
    </span>
  );
}

/** Several small words in a row. */
export function Tags({ words }: { words: readonly string[] }) {
  return (
    <span className={styles.tags}>
      {words.map((word) => (
        <Tag key={word}>{word}</Tag>
      ))}
    </span>
  );
}

/** A row of a list on a phone: what it is, its state, and the two facts that matter. */
export function Card(props: {
  to?: string;
  title: ReactNode;
  state?: ReactNode;
  lines?: ReactNode[];
  foot?: [ReactNode, ReactNode];
}) {
  const inside = (
    <>
      <span className={styles.cardHead}>
        <span>{props.title}</span>
        {props.state}
      </span>
      {props.lines?.filter(Boolean).map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a card have fixed places
        <span key={i}>{line}</span>
      ))}
      {props.foot && (
        <span className={styles.cardFoot}>
          <span>{props.foot[0]}</span>
          <span>{props.foot[1]}</span>
        </span>
      )}
    </>
  );
  return props.to ? (
    <Link to={props.to} className={styles.card ?? ''}>
      {inside}
    </Link>
  ) : (
    <div className={styles.card}>{inside}</div>
  );
}
