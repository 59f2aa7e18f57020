import { useId, useState } from 'react';
import { AttemptKey } from '../api/key';
import { asProblem } from '../api/problem';
import type { Comment } from '../api/types';
import { useKitText } from '../i18n';
import { Button, IconButton } from './Button';
import styles from './Discussion.module.css';
import { TextArea } from './Form';
import { sayBytes } from './file';
import { sendForm } from './Import';
import { Icon } from './icons';
import { useKept } from './keep';
import { Notice } from './States';

/** A comment before it is sent. */
export interface CommentDraft {
  text: string;
  files: readonly File[];
  /** For the brand's own people alone. */
  internal: boolean;
}

const mostFiles = 5;
const mostBytes = 10 * 1024 * 1024;
/** All files of a comment together: what one request may carry. */
const mostTogether = 20 * 1024 * 1024;
const kinds = '.png,.jpg,.jpeg,.webp,.pdf,.xlsx,.xls,.docx,.doc,.zip';

/** Where one writes to a document. What was typed is kept on this device until it is sent. */
export function CommentBox(props: {
  name: string;
  /** The writer may keep it inside the brand. */
  internal: boolean;
  send: (draft: CommentDraft, key: string) => Promise<unknown>;
}) {
  const t = useKitText();
  const id = useId();
  const [kept, setKept] = useKept<string>(`comment.${props.name}`);
  const [text, setText] = useState(kept ?? '');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [internal, setInternal] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [attempt] = useState(() => new AttemptKey());
  const empty = text.trim() === '' && files.length === 0;

  const write = (next: string) => {
    setText(next);
    setKept(next === '' ? undefined : next);
    setWrong([]);
  };
  const add = (list: FileList | null) => {
    const next = [...files, ...(list ?? [])];
    if (next.length > mostFiles) {
      setWrong([t('comment.tooMany', { count: mostFiles })]);
    } else if (next.some((file) => file.size > mostBytes)) {
      setWrong([t('comment.tooLarge', { size: sayBytes(mostBytes) })]);
    } else if (next.reduce((sum, file) => sum + file.size, 0) > mostTogether) {
      setWrong([t('comment.tooLargeTogether', { size: sayBytes(mostTogether) })]);
    } else {
      setFiles(next);
      setWrong([]);
    }
  };
  const send = async () => {
    const draft = { text: text.trim(), files, internal };
    const named = files.map((file) => [file.name, file.size, file.lastModified]);
    setBusy(true);
    try {
      await props.send(draft, attempt.for({ ...draft, files: named }));
      attempt.done();
      setFiles([]);
      setInternal(false);
      write('');
    } catch (error) {
      const problem = asProblem(error);
      const places = problem.errors.map((one) => {
        const file = files[Number(/^files\[(\d+)\]$/.exec(one.path)?.[1] ?? -1)];
        return file ? t('comment.ofFile', { name: file.name, detail: one.detail }) : one.detail;
      });
      setWrong(places.length > 0 ? places : [problem.detail || t('state.errorTitle')]);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className={styles.box} data-internal={internal || undefined} data-no-print>
      <TextArea
        rows={text.includes('\n') || text.length > 60 ? 4 : 2}
        maxLength={2000}
        aria-label={t('comment.write')}
        placeholder={t(props.internal ? 'comment.toDealer' : 'comment.toBrand')}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !empty && !busy) {
            void send();
          }
        }}
      />
      {files.length > 0 && (
        <ul className={styles.chosen}>
          {files.map((file) => (
            <li key={`${file.name}-${file.size}-${file.lastModified}`}>
              <Icon name="paper" size={16} />
              <span>{file.name}</span>
              <small>{sayBytes(file.size)}</small>
              <IconButton
                icon="close"
                size={28}
                label={t('comment.without', { name: file.name })}
                onClick={() => setFiles(files.filter((one) => one !== file))}
              />
            </li>
          ))}
        </ul>
      )}
      {wrong.length > 0 && (
        <Notice tone="alarm">
          {wrong.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </Notice>
      )}
      <div className={styles.acts}>
        <label htmlFor={id} className={styles.attach} title={t('comment.kinds')}>
          <Icon name="clip" />
          {t('comment.attach')}
          <input
            id={id}
            type="file"
            multiple
            accept={kinds}
            onChange={(event) => {
              add(event.target.files);
              event.target.value = '';
            }}
          />
        </label>
        {props.internal && (
          <label className={styles.only}>
            <input
              type="checkbox"
              checked={internal}
              onChange={(event) => setInternal(event.target.checked)}
            />
            {t('comment.onlyInside')}
          </label>
        )}
        <Button size="small" busy={busy} disabled={empty} onClick={() => void send()}>
          {t('comment.send')}
        </Button>
      </div>
    </div>
  );
}

/** Sends a comment to a document's comments. */
export function sendComment(url: string, draft: CommentDraft, key: string): Promise<Comment> {
  const form = new FormData();
  form.append('text', draft.text);
  if (draft.internal) {
    form.append('internal', 'true');
  }
  for (const file of draft.files) {
    form.append('files', file);
  }
  return sendForm<Comment>(url, form, key);
}
