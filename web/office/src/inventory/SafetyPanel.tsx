import type { StockRow } from '@qudao/shared/api';
import { Field } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../kit/draft';
import { NumberInput } from '../kit/NumberInput';
import { FormPanel } from '../kit/Panel';
import { useSetSafety } from './data';

/** How much is kept back from dealers in one warehouse. */
export function SafetyPanel({ row, onClose }: { row: StockRow | undefined; onClose: () => void }) {
  const { t } = useTranslation('inventory');
  const draft = useDraft<{ safety: number | undefined }>({ safety: row?.safety });
  const set = useSetSafety(t('safety.said'), onClose);
  const { safety } = draft.value;
  return (
    <FormPanel
      open={row !== undefined}
      title={t('safety.title', { warehouse: row?.warehouse.name ?? '' })}
      busy={set.isPending}
      disabled={safety === undefined}
      error={set.error}
      dirty={draft.dirty}
      onSubmit={() =>
        row && safety !== undefined && set.mutate({ sku: row.sku, warehouse: row.warehouse.code, safety })
      }
      onClose={() => {
        draft.reset();
        set.reset();
        onClose();
      }}
    >
      <Field label={t('level.safety')} path="safety" hint={t('safety.hint')}>
        {(control) => (
          <NumberInput
            {...control}
            unit={row?.unit ?? ''}
            value={safety}
            onChange={(n) => draft.set({ safety: n })}
          />
        )}
      </Field>
    </FormPanel>
  );
}
