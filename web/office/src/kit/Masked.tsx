import { asProblem } from '@qudao/shared/api';
import { Icon, toast } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../me';
import { useAct } from './act';
import styles from './kit.module.css';
import { ReasonDialog } from './ReasonDialog';

/** A single value in full, and how many more may be looked at today. */
export interface Unmasked {
  value: string;
  left: number;
}

/**
 * A value that may be masked. Whoever may unmask sees an eye beside a mask, says why, and gets this one value; it goes
 * away with the page. Everybody else sees what the server gave.
 */
export function Masked(props: {
  value: string;
  /** What it is, as in a sentence: 电话. */
  label: string;
  unmask: (reason: string) => Promise<Unmasked>;
}) {
  const { t } = useTranslation('office');
  const may = useMay('secret.unmask');
  const [asking, setAsking] = useState(false);
  const [full, setFull] = useState<string>();
  const look = useAct<Unmasked, string>({
    run: (reason) => props.unmask(reason),
    done: (out) => {
      setFull(out.value);
      setAsking(false);
      toast(t('unmask.said', { count: out.left }));
    },
  });
  if (full !== undefined) {
    return <span className={styles.unmasked}>{full}</span>;
  }
  if (!may || !props.value.includes('*')) {
    return <>{props.value}</>;
  }
  return (
    <span className={styles.masked}>
      {props.value}
      <button
        type="button"
        className={styles.eye}
        data-no-print
        aria-label={t('unmask.show', { what: props.label })}
        title={t('unmask.show', { what: props.label })}
        onClick={() => setAsking(true)}
      >
        <Icon name="eye" size={16} />
      </button>
      <ReasonDialog
        open={asking}
        title={t('unmask.show', { what: props.label })}
        hint={t('unmask.hint')}
        verb={t('unmask.verb')}
        kind="primary"
        busy={look.isPending}
        error={look.error && asProblem(look.error)}
        onConfirm={(reason) => look.mutate(reason)}
        onClose={() => {
          look.reset();
          setAsking(false);
        }}
      />
    </span>
  );
}
