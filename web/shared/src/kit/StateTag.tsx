import { useTranslation } from 'react-i18next';
import styles from './StateTag.module.css';

/** The five tones of a state. `alarm` is for what someone must act on, and for nothing else. */
export type Tone = 'idle' | 'moving' | 'waiting' | 'done' | 'alarm';

/** A state's word in its tone, for vocabularies of an app's own. */
export function Tag({ tone = 'idle', children }: { tone?: Tone; children: string }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}

const tones = {
  order: {
    in_review: 'waiting',
    accepted: 'moving',
    partly_shipped: 'moving',
    shipped: 'moving',
    received: 'done',
    closed: 'done',
    rejected: 'alarm',
    cancelled: 'idle',
    expired: 'idle',
  },
  run: { waiting: 'waiting', running: 'moving', done: 'done', failed: 'alarm' },
  shipment: { shipped: 'moving', received: 'done' },
} as const satisfies Record<string, Record<string, Tone>>;

/**
 * The state of a document: one vocabulary everywhere. `text` is the server's own word where it sends one; a
 * state this page does not know yet is shown in a neutral tone rather than not at all.
 */
export function StateTag({ of, state, text }: { of: keyof typeof tones; state: string; text?: string }) {
  const { t, i18n } = useTranslation('kit');
  const tone = (tones[of] as Record<string, Tone>)[state] ?? 'idle';
  const key = `${of}State.${state}`;
  const word = text || (i18n.exists(key, { ns: 'kit' }) ? t(key as 'orderState.closed') : state);
  return <Tag tone={tone}>{word}</Tag>;
}
