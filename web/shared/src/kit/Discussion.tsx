import { useState } from 'react';
import type { Attachment, Comment, TimelineEntry } from '../api/types';
import { useKitText } from '../i18n';
import { CommentBox, type CommentDraft } from './CommentBox';
import { Dialog } from './Dialog';
import styles from './Discussion.module.css';
import { sayBytes } from './file';
import { Icon } from './icons';
import { Tag } from './StateTag';
import { Entry } from './Timeline';
import timeline from './Timeline.module.css';
import { When } from './When';

interface Way {
  /** Where the document's files lie, without the file's id. */
  files: string;
  /** Whose words stand without a name of the company: the reader's own side. */
  side: Comment['side'];
}

type Item = { at: string; entry: TimelineEntry } | { at: string; comment: Comment };

/**
 * What happened to a document and what was written to it, newest first, with the box to write in above. Without
 * `send` the reader may not write.
 */
export function Discussion(
  props: Way & {
    /** Names what is being written on this device: the document. */
    name: string;
    entries: readonly TimelineEntry[];
    comments: readonly Comment[];
    send?: ((draft: CommentDraft, key: string) => Promise<unknown>) | undefined;
  },
) {
  const [shown, setShown] = useState<Attachment>();
  const items: Item[] = [
    ...props.entries.map((entry) => ({ at: entry.at, entry })),
    ...props.comments.map((comment) => ({ at: comment.at, comment })),
  ];
  // Moves keep their own order where two have one moment.
  items.sort((a, b) => b.at.localeCompare(a.at) || seqOf(b) - seqOf(a));
  return (
    <>
      {props.send && <CommentBox name={props.name} internal={props.side === 'brand'} send={props.send} />}
      <ol className={timeline.timeline}>
        {items.map((item) =>
          'entry' in item ? (
            <li key={item.entry.seq}>
              <Entry entry={item.entry} />
            </li>
          ) : (
            <li key={item.comment.id} className={styles.comment}>
              <Said comment={item.comment} files={props.files} side={props.side} onShow={setShown} />
            </li>
          ),
        )}
      </ol>
      <Dialog open={shown !== undefined} title={shown?.name ?? ''} wide onClose={() => setShown(undefined)}>
        {shown && <img className={styles.large} src={`${props.files}/${shown.id}`} alt={shown.name} />}
      </Dialog>
    </>
  );
}

function seqOf(item: Item): number {
  return 'entry' in item ? item.entry.seq : 0;
}

/** One comment: who, when, the words and the files. */
function Said({
  comment,
  files,
  side,
  onShow,
}: Way & { comment: Comment; onShow: (file: Attachment) => void }) {
  const t = useKitText();
  const pictures = comment.files.filter((file) => file.picture);
  const others = comment.files.filter((file) => !file.picture);
  return (
    <div className={comment.internal ? styles.internal : styles.said}>
      <p className={styles.head}>
        <b>{comment.mine ? t('comment.me') : comment.who}</b>
        {!comment.mine && comment.side !== side && <span>{t(`comment.side.${comment.side}`)}</span>}
        {comment.internal && <Tag tone="waiting">{t('comment.internal')}</Tag>}
        <When at={comment.at} />
      </p>
      {comment.body && <p className={styles.body}>{comment.body}</p>}
      {pictures.length > 0 && (
        <ul className={styles.pictures}>
          {pictures.map((file) => (
            <li key={file.id}>
              <button type="button" onClick={() => onShow(file)}>
                <img
                  src={`${files}/${file.id}?small=true`}
                  alt={file.name}
                  width={72}
                  height={72}
                  loading="lazy"
                />
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className={styles.files}>
          {others.map((file) => (
            <li key={file.id}>
              <a href={`${files}/${file.id}`} download={file.name}>
                <Icon name="paper" size={16} />
                <span>{file.name}</span>
                <small>{sayBytes(file.size)}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
