import { Button } from '@qudao/shared/kit';
import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../words';
import { overtaken } from './draft';
import styles from './kit.module.css';
import { LeaveQuestion } from './Panel';

/**
 * Stands at the foot of a page while it holds what is not saved yet, and asks before the page is left. `text`
 * says what is waiting.
 */
export function SaveBar(props: {
  dirty: boolean;
  text?: string;
  /** Why the last try was refused. */
  error?: unknown;
  busy: boolean;
  disabled?: boolean;
  onSave: () => void;
  onReset: () => void;
}) {
  const w = useWords();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => props.dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => props.dirty,
    withResolver: true,
  });
  return (
    <>
      {props.dirty && (
        <div className={styles.bar} role="status">
          <span>{overtaken(props.error) ? w('overtaken') : (props.text ?? w('unsaved'))}</span>
          <div className={styles.barActions}>
            <Button onClick={props.onReset} disabled={props.busy}>
              {w('verb.discard')}
            </Button>
            <Button
              kind="primary"
              busy={props.busy}
              disabled={props.disabled ?? false}
              onClick={props.onSave}
            >
              {w('verb.save')}
            </Button>
          </div>
        </div>
      )}
      <LeaveQuestion
        open={blocker.status === 'blocked'}
        onStay={() => blocker.reset?.()}
        onLeave={() => blocker.proceed?.()}
      />
    </>
  );
}
