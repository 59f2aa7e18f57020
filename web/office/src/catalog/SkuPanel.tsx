import type { SkuInput, TemplateAttribute } from '@qudao/shared/api';
import { Button, Field, FormGroup, IconButton, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../kit/draft';
import { NumberInput } from '../kit/NumberInput';
import { Two } from '../kit/Page';
import { FormPanel } from '../kit/Panel';
import { PickOne } from '../kit/Pick';
import { useWords } from '../words';
import { AttributeFields } from './AttributeFields';
import styles from './catalog.module.css';
import { percentOf } from './product';

const taxRates = [1300, 900, 600, 300, 100, 0];
const nothing: Partial<SkuInput> = {};

/** One SKU with everything about it. It becomes part of the product's draft, which is saved as a whole. */
export function SkuPanel(props: {
  open: boolean;
  sku: SkuInput | undefined;
  fresh: boolean;
  axes: readonly TemplateAttribute[];
  /** Its place in the product, for what the server says about it. */
  at: number;
  error: unknown;
  onClose: () => void;
  onChange: (sku: SkuInput) => void;
}) {
  const { t } = useTranslation('catalog');
  const w = useWords();
  const draft = useDraft<Partial<SkuInput>>(props.sku ?? nothing);
  const { value, set } = draft;
  const path = (field: string) => `skus[${props.at}].${field}`;
  const text = (
    key: 'code' | 'order_code' | 'model' | 'barcode' | 'name',
    optional = true,
    disabled = false,
  ) => (
    <Field label={t(`sku.${key}`)} path={path(key)} optional={optional}>
      {(control) => (
        <TextInput
          {...control}
          disabled={disabled}
          value={value[key] ?? ''}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  const number = (key: 'minimum' | 'multiple' | 'lead_days', unit?: string) => (
    <Field label={t(`sku.${key}`)} path={path(key)}>
      {(control) => (
        <NumberInput {...control} unit={unit ?? ''} value={value[key]} onChange={(n) => set({ [key]: n })} />
      )}
    </Field>
  );
  const whole =
    !!value.code?.trim() &&
    value.minimum !== undefined &&
    value.multiple !== undefined &&
    value.lead_days !== undefined &&
    (value.packs ?? []).every((pack) => pack.unit.trim() !== '' && pack.factor > 0);
  return (
    <FormPanel
      open={props.open}
      title={props.fresh ? t('sku.add') : t('sku.edit')}
      verb={t('sku.take')}
      disabled={!whole}
      dirty={draft.dirty}
      error={props.error}
      onClose={props.onClose}
      onSubmit={() => props.onChange(value as SkuInput)}
    >
      <FormGroup title={t('sku.names')}>
        {text('code', false, !props.fresh)}
        {text('name')}
        <Two>
          {text('order_code')}
          {text('model')}
        </Two>
        {text('barcode')}
      </FormGroup>
      {props.axes.length > 0 && (
        <FormGroup title={t('sku.spec')}>
          <AttributeFields
            pair
            attributes={props.axes}
            values={value.spec ?? {}}
            path={path('spec')}
            onChange={(spec) => set({ spec })}
          />
        </FormGroup>
      )}
      <FormGroup title={t('sku.ordering')}>
        <Two>
          {number('minimum')}
          {number('multiple')}
        </Two>
        <Two>
          {number('lead_days', t('sku.days'))}
          <Field label={t('sku.tax')} path={path('tax_rate')}>
            {(control) => (
              <PickOne
                {...control}
                required
                options={taxRates.map((rate) => ({ code: String(rate), name: `${percentOf(rate)}%` }))}
                value={value.tax_rate === undefined ? '' : String(value.tax_rate)}
                onChange={(rate) => set({ tax_rate: Number(rate) })}
              />
            )}
          </Field>
        </Two>
        <Packs packs={value.packs ?? []} path={path('packs')} onChange={(packs) => set({ packs })} />
        <Field label={w('word.state')} path={path('state')}>
          {(control) => (
            <PickOne
              {...control}
              required
              options={(['active', 'archived'] as const).map((state) => ({
                code: state,
                name: t(`skuState.${state}`),
              }))}
              value={value.state}
              onChange={(state) => set({ state: state as SkuInput['state'] })}
            />
          )}
        </Field>
      </FormGroup>
    </FormPanel>
  );
}

function Packs(props: {
  packs: SkuInput['packs'];
  path: string;
  onChange: (packs: SkuInput['packs']) => void;
}) {
  const { t } = useTranslation('catalog');
  const { packs, onChange } = props;
  const change = (at: number, part: Partial<SkuInput['packs'][number]>) =>
    onChange(packs.map((pack, i) => (i === at ? { ...pack, ...part } : pack)));
  return (
    <Field label={t('sku.packs')} path={props.path} hint={t('sku.packsHint')} optional>
      {(control) => (
        <div className={styles.packs}>
          {packs.map((pack, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place of a pack is its identity
            <div key={i} className={styles.pack}>
              <span>1</span>
              <TextInput
                aria-label={t('sku.packUnit')}
                placeholder={t('sku.packUnit')}
                value={pack.unit}
                onChange={(event) => change(i, { unit: event.target.value })}
              />
              <span>=</span>
              <NumberInput
                aria-label={t('sku.packFactor')}
                value={pack.factor || undefined}
                onChange={(factor) => change(i, { factor: factor ?? 0 })}
              />
              <IconButton
                icon="close"
                size={28}
                label={t('sku.packRemove')}
                onClick={() => onChange(packs.filter((_, at) => at !== i))}
              />
            </div>
          ))}
          <Button
            {...control}
            size="small"
            kind="quiet"
            icon="plus"
            onClick={() => onChange([...packs, { unit: '', factor: 0 }])}
          >
            {t('sku.packAdd')}
          </Button>
        </div>
      )}
    </Field>
  );
}
