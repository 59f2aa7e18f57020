import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem, unreachable } from '../api/problem';
import { useKitText } from '../i18n';
import { Button } from './Button';
import { Drawing } from './Drawing';
import { Icon, type IconName } from './icons';
import styles from './States.module.css';

/** What would be here, and the action that fills it. */
export function EmptyState(props: { title: string; hint?: string; action?: ReactNode; icon?: IconName }) {
  return (
    <div className={styles.state}>
      <Drawing of={props.icon ?? 'box'} className={styles.drawing} />
      <h2>{props.title}</h2>
      {props.hint && <p>{props.hint}</p>}
      {props.action && <div className={styles.actions}>{props.action}</div>}
    </div>
  );
}

/** What happened, what was kept, what to do. Speaks for refusals of rights and for what does not exist too. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useKitText();
  const problem = asProblem(error);
  const [icon, title, hint] = ((): [IconName, string, string] => {
    if (problem.status === 403) {
      return ['lock', t('state.deniedTitle'), problem.detail || t('state.deniedHint')];
    }
    if (problem.status === 404) {
      return ['search', t('state.missingTitle'), t('state.missingHint')];
    }
    if (problem.code === unreachable) {
      return ['warn', t('state.networkTitle'), t('state.networkHint')];
    }
    return ['warn', t('state.errorTitle'), problem.detail || t('state.errorHint')];
  })();
  return (
    <div className={styles.state} role="alert">
      <Drawing of={icon} className={styles.drawing} />
      <h2>{title}</h2>
      <p>{hint}</p>
      {onRetry && problem.status !== 403 && problem.status !== 404 && (
        <div className={styles.actions}>
          <Button onClick={onRetry}>{t('action.retry')}</Button>
        </div>
      )}
      {problem.trace && <p className={styles.trace}>{t('state.trace', { trace: problem.trace })}</p>}
    </div>
  );
}

/** Grey bars where content will be. Nothing moves when the content arrives if the size is right. */
export function Skeleton({ rows = 6, height = 20 }: { rows?: number; height?: number }) {
  const t = useKitText();
  return (
    <div className={styles.skeleton} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike and never move
        <span key={i} style={{ height, width: `${[100, 92, 97, 86, 94][i % 5]}%` }} />
      ))}
    </div>
  );
}

/** A block of even ground in place of a picture or a card that is loading. */
export function SkeletonBlock({
  height,
  width = '100%',
}: {
  height: number | string;
  width?: number | string;
}) {
  return <span className={styles.block} style={{ height, width }} />;
}

/**
 * Shows a query in each of its states. Content that was there stays while it is read again; an error replaces
 * it only when there is nothing to show.
 */
export function QueryView<T>(props: {
  query: UseQueryResult<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { query, skeleton, children } = props;
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.isError) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  return skeleton ?? <Skeleton />;
}

/** A sentence that must be read before going on; `alarm` only where someone must act. */
export function Notice(props: {
  tone?: 'idle' | 'waiting' | 'alarm' | 'moving' | 'done';
  children: ReactNode;
}) {
  const tone = props.tone ?? 'idle';
  const icons: Record<typeof tone, IconName> = {
    idle: 'info',
    moving: 'info',
    waiting: 'clock',
    done: 'check',
    alarm: 'warn',
  };
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'alarm' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div>{props.children}</div>
    </div>
  );
}
