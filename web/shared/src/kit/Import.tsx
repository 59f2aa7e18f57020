import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useId, useState } from 'react';
import { newKey } from '../api/key';
import { toProblem, unreachable } from '../api/problem';
import type { Run } from '../api/types';
import { currentLanguage, useKitText } from '../i18n';
import styles from './Import.module.css';
import { Icon } from './icons';
import { formatQuantity } from './number';
import { Notice } from './States';
import { StateTag } from './StateTag';

/** Where a file is dropped or chosen. It takes one Excel file at a time. */
export function FileDrop(props: { onFile: (file: File) => void; disabled?: boolean }) {
  const t = useKitText();
  const id = useId();
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState(false);

  const take = (file: File | undefined) => {
    if (!file || props.disabled) {
      return;
    }
    const right = file.name.toLowerCase().endsWith('.xlsx');
    setWrong(!right);
    if (right) {
      props.onFile(file);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <div>
      <label
        htmlFor={id}
        className={`${styles.drop} ${over ? styles.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" size={28} />
        <span>{t('importing.drop')}</span>
        <span className={styles.faint}>{t('importing.dropHint')}</span>
        <input
          id={id}
          type="file"
          accept=".xlsx"
          disabled={props.disabled}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      {wrong && (
        <p className={styles.wrong} role="alert">
          {t('importing.wrongType')}
        </p>
      )}
    </div>
  );
}

/** Sends a form as one act with its key; tells how much has gone, as a share of one. Answers with what came of it. */
export function sendForm<T>(
  url: string,
  form: FormData,
  key: string,
  onProgress?: (share: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'json';
    request.setRequestHeader('Idempotency-Key', key);
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onerror = () => reject(toProblem(0, { code: unreachable }));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(request.response as T);
      } else {
        reject(toProblem(request.status, request.response));
      }
    };
    request.send(form);
  });
}

/** Sends one file with its fields, as sendForm does. */
export function uploadFile<T = Run>(
  url: string,
  file: File,
  fields: Record<string, string>,
  onProgress: (share: number) => void,
): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, value);
  }
  form.append('file', file);
  return sendForm<T>(url, form, newKey(), onProgress);
}

/** A run and its progress: read again each second until it has ended. `read` gets the run by its id. */
export function useRun(id: string | undefined, read: (id: string) => Promise<Run>) {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['run', id],
    queryFn: async () => {
      const run = await read(id ?? '');
      if (run.state === 'done' || run.state === 'failed') {
        void client.invalidateQueries({ queryKey: ['runs'] });
      }
      return run;
    },
    enabled: id !== undefined,
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : 1000,
  });
}

/** How far something has come. Without a total it only says that work goes on. */
export function Progress({ done, total }: { done: number; total: number }) {
  const t = useKitText();
  const share = total > 0 ? Math.min(1, done / total) : undefined;
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={t('importing.running')}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === undefined ? {} : { 'aria-valuenow': Math.round(share * 100) })}
    >
      <span
        className={share === undefined ? styles.unknown : ''}
        style={share === undefined ? {} : { width: `${share * 100}%` }}
      />
    </div>
  );
}

/** A run: progress while it works, then its result by kind of error and the file to correct. */
export function RunResult({
  run,
  errorsHref,
  fileHref,
}: {
  run: Run;
  errorsHref?: string;
  fileHref?: string;
}) {
  const t = useKitText();
  const working = run.state === 'waiting' || run.state === 'running';
  return (
    <div className={styles.run}>
      <div className={styles.runHead}>
        <StateTag of="run" state={run.state} />
        {run.total > 0 && (
          <span>
            {t('importing.progress', { done: formatQuantity(run.done), total: formatQuantity(run.total) })}
          </span>
        )}
      </div>
      {working && (
        <>
          <Progress done={run.done} total={run.total} />
          <p className={styles.faint}>{t('importing.background')}</p>
        </>
      )}
      {run.problem && <Notice tone="alarm">{run.problem.detail}</Notice>}
      {!working && !run.problem && (
        <dl className={styles.figures}>
          <Figure label={t('importing.total')} value={run.total} />
          <Figure label={t('importing.ok')} value={run.ok} />
          <Figure label={t('importing.bad')} value={run.failed} alarm={run.failed > 0} />
        </dl>
      )}
      {(run.by_kind ?? []).length > 0 && (
        <div>
          <h3>{t('importing.byKind')}</h3>
          <ul className={styles.kinds}>
            {(run.by_kind ?? []).map((kind) => (
              <li key={kind.code}>
                <span>{kind.detail}</span>
                <span>{t('importing.rows', { count: kind.count })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {run.errors_file && errorsHref && (
        <div>
          <a className={styles.file} href={errorsHref} download>
            <Icon name="download" />
            {t('importing.errorFile')}
          </a>
          <p className={styles.faint}>{t('importing.errorFileHint')}</p>
        </div>
      )}
      {run.file && fileHref && (
        <a className={styles.file} href={fileHref} download>
          <Icon name="download" />
          {t('action.download')}
        </a>
      )}
    </div>
  );
}

function Figure(props: { label: string; value: number; alarm?: boolean }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd className={props.alarm ? styles.alarm : ''}>{formatQuantity(props.value)}</dd>
    </div>
  );
}
