import { asProblem, type Block, type BlockInput } from '@qudao/shared/api';
import { Button, Confirm, Field, Notice, TextArea, TextInput } from '@qudao/shared/kit';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FindProducts } from '../catalog/pick';
import { useAudiences } from '../dealer/data';
import { Check } from '../kit/Check';
import { Day } from '../kit/Days';
import { dayOf, endAfter, lastDayBefore, startOf } from '../kit/day';
import { useDraft } from '../kit/draft';
import { Two } from '../kit/Page';
import { FormPanel } from '../kit/Panel';
import { PickMany } from '../kit/Pick';
import { useMay } from '../me';
import { useWords } from '../words';
import { BannerPicture } from './BannerPicture';
import { useRemoveBlock, useSaveBlock } from './data';
import { LinkFields } from './LinkFields';
import styles from './storefront.module.css';

const kinds = ['banner', 'products', 'notice'] as const;

function draftOf(block: Block | undefined) {
  return {
    kind: block?.kind ?? 'banner',
    title: block?.title ?? '',
    body: block?.body ?? '',
    image: block?.image ?? '',
    linkKind: block?.link?.kind ?? ('' as const),
    linkTo: block?.link?.to ?? '',
    products: block?.products.map((product) => product.code) ?? [],
    everybody: block?.everybody ?? true,
    audiences: block?.audiences.map((audience) => audience.code) ?? [],
    from: block?.since ? dayOf(block.since) : '',
    to: block?.until ? lastDayBefore(block.until) : '',
    shown: block?.shown ?? false,
  };
}

export type BlockDraft = ReturnType<typeof draftOf>;

function inputOf(value: BlockDraft): BlockInput {
  return {
    kind: value.kind,
    title: value.title.trim(),
    body: value.body,
    ...(value.kind === 'banner' ? { image: value.image } : {}),
    ...(value.kind === 'products' ? { products: value.products } : {}),
    ...(value.linkKind ? { link: { kind: value.linkKind, to: value.linkTo } } : {}),
    everybody: value.everybody,
    audiences: value.everybody ? [] : value.audiences,
    ...(value.from ? { since: startOf(value.from) } : {}),
    ...(value.to ? { until: endAfter(value.to) } : {}),
    shown: value.shown,
  };
}

/** One block: what it says, where it leads, who sees it and when. */
export function BlockForm({ block, onClose }: { block?: Block; onClose: () => void }) {
  const { t } = useTranslation('storefront');
  const w = useWords();
  const save = useSaveBlock(block, block ? w('said.saved') : w('said.created'), onClose);
  const draft = useDraft(draftOf(block), { version: block?.version ?? 0, error: save.error });
  const { value, set } = draft;
  return (
    <FormPanel
      open
      title={block ? block.title : t('create')}
      onClose={onClose}
      onSubmit={() => save.mutate({ input: inputOf(value), version: draft.version })}
      busy={save.isPending}
      disabled={value.title.trim() === ''}
      error={save.error}
      dirty={draft.dirty}
    >
      <Field label={t('word.kind')} path="kind">
        {() => (
          <Segmented<BlockDraft['kind']>
            block
            options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            value={value.kind}
            onChange={(kind) => set({ kind })}
          />
        )}
      </Field>
      <Field label={t('word.title')} path="title">
        {(control) => (
          <TextInput
            {...control}
            maxLength={60}
            value={value.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('word.body')} path="body" optional={value.kind !== 'notice'}>
        {(control) => (
          <TextArea
            {...control}
            rows={value.kind === 'notice' ? 5 : 2}
            maxLength={500}
            value={value.body}
            onChange={(event) => set({ body: event.target.value })}
          />
        )}
      </Field>
      {value.kind === 'banner' && <BannerPicture image={value.image} onChange={(image) => set({ image })} />}
      {value.kind === 'products' && (
        <Field label={t('word.products')} path="products" hint={t('productsHint')}>
          {(control) => (
            <FindProducts
              {...control}
              placeholder={t('chooseProducts')}
              value={value.products}
              onChange={(products) => set({ products })}
            />
          )}
        </Field>
      )}
      <LinkFields value={value} set={set} />
      <Visibility value={value} set={set} />
      {block && <Remove block={block} onDone={onClose} />}
    </FormPanel>
  );
}

interface Part {
  value: BlockDraft;
  set: (change: Partial<BlockDraft>) => void;
}

/** Who sees it, and when. */
function Visibility({ value, set }: Part) {
  const { t } = useTranslation('storefront');
  const w = useWords();
  const audiences = useAudiences(useMay('audience.read'));
  return (
    <>
      <Field label={t('word.for')} path="audiences" hint={value.everybody ? '' : t('for.hint')}>
        {(control) => (
          <>
            <Check checked={value.everybody} onChange={(everybody) => set({ everybody })}>
              {t('for.everybody')}
            </Check>
            {!value.everybody && (
              <PickMany
                {...control}
                placeholder={t('for.choose')}
                options={audiences.data ?? []}
                value={value.audiences}
                onChange={(codes) => set({ audiences: codes })}
              />
            )}
          </>
        )}
      </Field>
      <Two>
        <Field label={w('word.from')} path="since" optional>
          {(control) => (
            <Day
              {...control}
              value={value.from}
              placeholder={t('period.now')}
              onChange={(from) => set({ from })}
            />
          )}
        </Field>
        <Field label={w('word.to')} path="until" optional>
          {(control) => (
            <Day
              {...control}
              value={value.to}
              placeholder={t('period.open')}
              onChange={(to) => set({ to })}
            />
          )}
        </Field>
      </Two>
      <Check checked={value.shown} onChange={(shown) => set({ shown })}>
        {t('shown')}
      </Check>
    </>
  );
}

/** Taking the block away, asked once more. */
function Remove({ block, onDone }: { block: Block; onDone: () => void }) {
  const { t } = useTranslation('storefront');
  const w = useWords();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveBlock(t('remove.said'), onDone);
  return (
    <div className={styles.remove}>
      {remove.error && <Notice tone="alarm">{asProblem(remove.error).detail}</Notice>}
      <Button kind="danger" icon="trash" size="small" onClick={() => setAsking(true)}>
        {w('verb.remove')}
      </Button>
      <Confirm
        open={asking}
        title={t('remove.ask', { title: block.title })}
        verb={w('verb.remove')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate(block, { onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        {t('remove.hint')}
      </Confirm>
    </div>
  );
}
