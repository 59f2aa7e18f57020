import type { ListPrice } from '@qudao/shared/api';
import { Field } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FindCode } from '../kit/Find';
import { FormPanel } from '../kit/Panel';
import { useWords } from '../words';
import { useSkuFinder } from './data';
import { TierEditor } from './TierEditor';
import { readTiers, type TierDraft } from './tiers';

const one: TierDraft[] = [{ minimum: '0', price: '' }];

/** Puts one more SKU into a list. It waits with the other changes until they are saved. */
export function AddPrice(props: {
  open: boolean;
  onClose: () => void;
  onAdd: (row: ListPrice, drafts: TierDraft[]) => void;
}) {
  const { t } = useTranslation('pricing');
  const w = useWords();
  const finder = useSkuFinder();
  const [sku, setSku] = useState('');
  const [drafts, setDrafts] = useState(one);
  const read = readTiers(drafts);
  const reset = () => {
    setSku('');
    setDrafts(one);
  };
  const add = async () => {
    const code = sku.trim();
    const found = await finder.find(code, new AbortController().signal).catch(() => []);
    const name = found.find((item) => item.code === code)?.name ?? code;
    props.onAdd({ sku: code, name, unit: '', tiers: [] }, drafts);
    reset();
  };
  return (
    <FormPanel
      open={props.open}
      title={t('prices.add')}
      verb={w('verb.add')}
      disabled={sku.trim() === '' || drafts.length === 0 || read.tiers === undefined}
      onSubmit={() => void add()}
      onClose={() => {
        reset();
        props.onClose();
      }}
    >
      <Field label={t('prices.sku')} hint={t('prices.skuHint')}>
        {(control) => <FindCode {...control} finder={finder} value={sku} onChange={setSku} />}
      </Field>
      <Field label={t('prices.price')}>
        {() => (
          <TierEditor
            label={sku}
            unit=""
            drafts={drafts}
            faults={read.faults}
            refused={undefined}
            onChange={setDrafts}
          />
        )}
      </Field>
    </FormPanel>
  );
}
