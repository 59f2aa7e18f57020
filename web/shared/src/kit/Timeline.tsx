import type { TimelineEntry } from '../api/types';
import styles from './Timeline.module.css';
import { When } from './When';

/** What happened to a document, newest first. The sentences come from the server in the reader's language. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const newestFirst = [...entries].sort((a, b) => b.seq - a.seq);
  return (
    <ol className={styles.timeline}>
      {newestFirst.map((entry) => (
        <li key={entry.seq}>
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  );
}

/** One thing that happened: what, when, by whom. */
export function Entry({ entry }: { entry: TimelineEntry }) {
  return (
    <>
      <p>{entry.text}</p>
      <p className={styles.meta}>
        <When at={entry.at} />
        {entry.who && <span>{entry.who}</span>}
      </p>
    </>
  );
}
