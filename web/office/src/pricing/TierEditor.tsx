import { Button, IconButton, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './pricing.module.css';
import type { TierDraft, TierFault } from './tiers';

/** The tiers of one SKU while they are typed. Without any tier the SKU leaves the list when it is saved. */
export function TierEditor(props: {
  label: string;
  unit: string;
  drafts: readonly TierDraft[];
  faults: readonly (TierFault | undefined)[];
  refused: string | undefined;
  onChange: (drafts: TierDraft[]) => void;
  onUndo?: () => void;
}) {
  const { t } = useTranslation('pricing');
  const { drafts, onChange } = props;
  const change = (at: number, part: Partial<TierDraft>) =>
    onChange(drafts.map((draft, i) => (i === at ? { ...draft, ...part } : draft)));
  return (
    <div className={styles.editor}>
      {drafts.map((draft, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tier being typed has no other identity
        <div key={i} className={styles.tier}>
          <span>{t('tier.from')}</span>
          <TextInput
            inputMode="decimal"
            className={styles.minimum ?? ''}
            aria-label={`${props.label} ${t('tier.minimum')}`}
            aria-invalid={props.faults[i] === 'minimum' || props.faults[i] === 'twice' || undefined}
            value={draft.minimum}
            onChange={(event) => change(i, { minimum: event.target.value })}
          />
          <span>{props.unit}</span>
          <TextInput
            inputMode="decimal"
            className={styles.amount ?? ''}
            aria-label={`${props.label} ${t('tier.price')}`}
            aria-invalid={props.faults[i] === 'price' || undefined}
            value={draft.price}
            autoFocus={i === 0 && props.onUndo !== undefined}
            onFocus={(event) => event.target.select()}
            onChange={(event) => change(i, { price: event.target.value })}
            onKeyDown={(event) => event.key === 'Escape' && props.onUndo?.()}
          />
          <IconButton
            icon="close"
            size={28}
            label={t('tier.remove')}
            onClick={() => onChange(drafts.filter((_, at) => at !== i))}
          />
          {props.faults[i] && draft.price !== '' && (
            <span className={styles.wrong} role="alert">
              {t(`tier.wrong.${props.faults[i]}`)}
            </span>
          )}
        </div>
      ))}
      {drafts.length === 0 && <span className={styles.faint}>{t('tier.leaves')}</span>}
      {props.refused && (
        <span className={styles.wrong} role="alert">
          {props.refused}
        </span>
      )}
      <div className={styles.editorFoot}>
        <Button size="small" kind="quiet" icon="plus" onClick={() => onChange([...drafts, next(drafts)])}>
          {t('tier.add')}
        </Button>
        {props.onUndo && (
          <Button size="small" kind="quiet" onClick={props.onUndo}>
            {t('tier.undo')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The first tier begins at nothing; of the others the person says where. */
function next(drafts: readonly TierDraft[]): TierDraft {
  return { minimum: drafts.length === 0 ? '0' : '', price: '' };
}
