import type { Warehouse, WarehouseState } from '@qudao/shared/api';
import { Field, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { PickRegion } from '../dealer/pick';
import { useDraft } from '../kit/draft';
import { NumberInput } from '../kit/NumberInput';
import { FormPanel } from '../kit/Panel';
import { PickOne } from '../kit/Pick';
import { useWords } from '../words';
import { useSaveWarehouse } from './warehouses';

const states: readonly WarehouseState[] = ['active', 'closed'];

function draftOf(warehouse: Warehouse | undefined) {
  return {
    code: warehouse?.code ?? '',
    name: warehouse?.name ?? '',
    region: warehouse?.region,
    priority: warehouse?.priority ?? (0 as number | undefined),
    state: warehouse?.state ?? ('active' as const),
  };
}

/** A new warehouse, or one that is there. Its code is given once. */
export function WarehousePanel(props: { warehouse: Warehouse | undefined; onClose: () => void }) {
  const { t } = useTranslation('inventory');
  const w = useWords();
  const { warehouse } = props;
  const save = useSaveWarehouse(warehouse, w(warehouse ? 'said.saved' : 'said.created'), props.onClose);
  const draft = useDraft(draftOf(warehouse), { version: warehouse?.version ?? 0, error: save.error });
  const { value, set } = draft;
  const submit = () => {
    const { code, name, region = 0, priority = 0, state } = value;
    const input = { name: name.trim(), region, priority, state, ...(warehouse ? {} : { code: code.trim() }) };
    save.mutate({ input, version: draft.version });
  };
  const text = (key: 'code' | 'name', label: string) => (
    <Field label={label} path={key}>
      {(control) => (
        <TextInput {...control} value={value[key]} onChange={(event) => set({ [key]: event.target.value })} />
      )}
    </Field>
  );
  return (
    <FormPanel
      open
      title={t(warehouse ? 'warehouses.edit' : 'warehouses.create')}
      onClose={props.onClose}
      onSubmit={submit}
      busy={save.isPending}
      disabled={value.code.trim() === '' || value.name.trim() === '' || value.region === undefined}
      error={save.error}
      dirty={draft.dirty}
    >
      {!warehouse && text('code', w('word.code'))}
      {text('name', w('word.name'))}
      <Field label={w('word.region')} path="region">
        {(control) => (
          <PickRegion {...control} required value={value.region} onChange={(region) => set({ region })} />
        )}
      </Field>
      <Field label={t('warehouses.priority')} path="priority" hint={t('warehouses.priorityHint')}>
        {(control) => (
          <NumberInput
            {...control}
            signed
            value={value.priority}
            onChange={(priority) => set({ priority })}
          />
        )}
      </Field>
      {warehouse && (
        <Field label={w('word.state')} path="state" hint={t(`warehouses.stateHint.${value.state}`)}>
          {(control) => (
            <PickOne
              {...control}
              required
              options={states.map((state) => ({ code: state, name: t(`warehouses.state.${state}`) }))}
              value={value.state}
              onChange={(state) => set({ state: state as WarehouseState })}
            />
          )}
        </Field>
      )}
    </FormPanel>
  );
}
