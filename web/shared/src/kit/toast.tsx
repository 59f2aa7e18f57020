import { useSyncExternalStore } from 'react';
import { asProblem } from '../api/problem';
import { Icon } from './icons';
import styles from './toast.module.css';

interface Message {
  id: number;
  text: string;
  tone: 'done' | 'alarm';
  action?: { label: string; run: () => void };
}

let messages: readonly Message[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Message[]): void {
  messages = next;
  for (const tell of listeners) {
    tell();
  }
}

/** A short word that something worked, or did not. It goes by itself; what must be kept belongs on the page. */
export function toast(text: string, more: { tone?: Message['tone']; action?: Message['action'] } = {}): void {
  const id = ++last;
  const message: Message = { id, text, tone: more.tone ?? 'done' };
  if (more.action) {
    message.action = more.action;
  }
  set([...messages.slice(-2), message]);
  setTimeout(
    () => set(messages.filter((m) => m.id !== id)),
    more.action || more.tone === 'alarm' ? 6000 : 3000,
  );
}

/** Tells of an error that has no better place on the page. */
export function toastProblem(error: unknown, otherwise: string): void {
  toast(asProblem(error).detail || otherwise, { tone: 'alarm' });
}

/** Where messages appear. Once per app. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => messages,
  );
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {shown.map((m) => (
        <div key={m.id} className={`${styles.toast} ${m.tone === 'alarm' ? styles.alarm : ''}`}>
          <Icon name={m.tone === 'alarm' ? 'warn' : 'check'} />
          <span>{m.text}</span>
          {m.action && (
            <button type="button" onClick={m.action.run}>
              {m.action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
