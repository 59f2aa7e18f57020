import type { StockRow } from '@qudao/shared/api';
import { Facts, Field, formatQuantity, TextInput } from '@qudao/shared/kit';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../kit/draft';
import { NumberInput } from '../kit/NumberInput';
import { FormPanel } from '../kit/Panel';
import { useWords } from '../words';
import { useAdjust } from './data';

interface Draft {
  way: 'by' | 'to';
  number: number | undefined;
  reason: string;
}

const nothing: Draft = { way: 'by', number: undefined, reason: '' };

/** Corrects what lies in a warehouse, by a difference or to what was counted. Somebody will ask why. */
export function AdjustPanel({ row, onClose }: { row: StockRow | undefined; onClose: () => void }) {
  const { t } = useTranslation('inventory');
  const w = useWords();
  const draft = useDraft(nothing);
  const { way, number, reason } = draft.value;
  const close = () => {
    draft.reset();
    adjust.reset();
    onClose();
  };
  const adjust = useAdjust(t('adjust.said'), () => close());
  const after = number === undefined || !row ? undefined : way === 'by' ? row.on_hand + number : number;
  const submit = () => {
    if (row && number !== undefined) {
      adjust.mutate({
        warehouse: row.warehouse.code,
        sku: row.sku,
        ...(way === 'by' ? { quantity: number } : { on_hand: number }),
        reason: reason.trim(),
      });
    }
  };
  return (
    <FormPanel
      open={row !== undefined}
      title={t('adjust.title')}
      verb={t('adjust.verb')}
      busy={adjust.isPending}
      disabled={number === undefined || (way === 'by' && number === 0) || reason.trim() === ''}
      error={adjust.error}
      dirty={draft.dirty}
      onSubmit={submit}
      onClose={close}
    >
      {row && (
        <Facts
          items={[
            { label: t('stock.sku'), value: `${row.name} ${row.sku}` },
            { label: w('word.warehouse'), value: row.warehouse.name },
            { label: t('level.on_hand'), value: `${formatQuantity(row.on_hand)} ${row.unit}` },
            { label: t('level.reserved'), value: `${formatQuantity(row.reserved)} ${row.unit}` },
          ]}
        />
      )}
      <Segmented<'by' | 'to'>
        block
        options={[
          { value: 'by', label: t('adjust.by') },
          { value: 'to', label: t('adjust.to') },
        ]}
        value={way}
        onChange={(next) => draft.set({ way: next, number: undefined })}
      />
      <Field
        label={way === 'by' ? t('adjust.difference') : t('adjust.counted')}
        path={way === 'by' ? 'quantity' : 'on_hand'}
        hint={
          after === undefined
            ? way === 'by'
              ? t('adjust.differenceHint')
              : undefined
            : t('adjust.after', { n: formatQuantity(after), unit: row?.unit ?? '' })
        }
      >
        {(control) => (
          <NumberInput
            key={way}
            {...control}
            signed={way === 'by'}
            unit={row?.unit ?? ''}
            value={number}
            onChange={(n) => draft.set({ number: n })}
          />
        )}
      </Field>
      <Field label={w('word.reason')} path="reason" hint={t('adjust.reasonHint')}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            value={reason}
            onChange={(event) => draft.set({ reason: event.target.value })}
          />
        )}
      </Field>
    </FormPanel>
  );
}
