import { useKitText } from '../i18n';
import { Tag } from '../kit';
import { When } from '../kit/When';
import styles from './notification.module.css';

/** The paragraphs of a plain text: what an empty line parts. Nothing in them is ever read as markup. */
export function paragraphs(body: string): string[] {
  return body.split(/\n\s*\n/).filter((part) => part.trim() !== '');
}

/** An announcement as a dealer reads it. */
export function AnnouncementText(props: {
  title: string;
  body: string;
  pinned: boolean;
  at?: string | undefined;
}) {
  const t = useKitText();
  return (
    <article className={styles.announcement}>
      <header>
        <h1>{props.title}</h1>
        <p>
          {props.pinned && <Tag tone="moving">{t('message.pinned')}</Tag>}
          {props.at && <When at={props.at} />}
        </p>
      </header>
      {paragraphs(props.body).map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have fixed places
        <p key={i}>{part}</p>
      ))}
    </article>
  );
}
