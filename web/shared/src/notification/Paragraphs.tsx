import styles from './notification.module.css';

/** The paragraphs of a plain text: what an empty line parts. Nothing in them is ever read as markup. */
export function paragraphs(body: string): string[] {
  return body.split(/\n\s*\n/).filter((part) => part.trim() !== '');
}

/** A plain text as it is read. */
export function Paragraphs({ body }: { body: string }) {
  return (
    <div className={styles.text}>
      {paragraphs(body).map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have fixed places
        <p key={i}>{part}</p>
      ))}
    </div>
  );
}
