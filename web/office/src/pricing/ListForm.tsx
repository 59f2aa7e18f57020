import type { PriceList, PriceListInput, PriceListKind } from '@qudao/shared/api';
import { Field, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useAudiences } from '../dealer/data';
import { FindDealer } from '../dealer/pick';
import { Day } from '../kit/Days';
import { dayOf, endAfter, lastDayBefore, startOf } from '../kit/day';
import { type Edit, useDraft } from '../kit/draft';
import { NumberInput } from '../kit/NumberInput';
import { Two } from '../kit/Page';
import { FormPanel } from '../kit/Panel';
import { PickOne } from '../kit/Pick';
import { useMay } from '../me';
import { useWords } from '../words';

function draftOf(list: PriceList | undefined) {
  return {
    code: list?.code ?? '',
    name: list?.name ?? '',
    kind: list?.kind ?? ('audience' as PriceListKind),
    audience: list?.audience?.code ?? '',
    dealer: list?.dealer?.code ?? '',
    priority: list?.priority ?? 0,
    from: list?.valid_from ? dayOf(list.valid_from) : '',
    to: list?.valid_to ? lastDayBefore(list.valid_to) : '',
    state: list?.state ?? ('active' as const),
  };
}

/** What a price list is and for whom. A new one is given its code and kind here; later they stay. */
export function ListForm(props: {
  open: boolean;
  title: string;
  list?: PriceList;
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onSubmit: (edit: Edit<PriceListInput>) => void;
}) {
  const { t } = useTranslation('pricing');
  const w = useWords();
  const audiences = useAudiences(useMay('audience.read'));
  const draft = useDraft(draftOf(props.list), {
    version: props.list?.version ?? 0,
    error: props.error,
  });
  const { value, set } = draft;
  const submit = () => {
    const input: PriceListInput = {
      ...(props.list ? {} : { code: value.code.trim() }),
      name: value.name.trim(),
      kind: value.kind,
      ...(value.kind === 'audience' ? { audience: value.audience } : {}),
      ...(value.kind === 'dealer' ? { dealer: value.dealer } : {}),
      priority: value.kind === 'audience' ? value.priority : 0,
      ...(value.from ? { valid_from: startOf(value.from) } : {}),
      ...(value.to ? { valid_to: endAfter(value.to) } : {}),
      state: value.state,
    };
    props.onSubmit({ input, version: draft.version });
  };
  return (
    <FormPanel
      open={props.open}
      title={props.title}
      onClose={() => {
        draft.reset();
        props.onClose();
      }}
      onSubmit={submit}
      busy={props.busy}
      error={props.error}
      dirty={draft.dirty}
    >
      {!props.list && (
        <>
          <Field label={t('lists.kind')} path="kind" hint={t(`kindHint.${value.kind}`)}>
            {(control) => (
              <PickOne
                {...control}
                required
                options={(['audience', 'dealer', 'base'] as const).map((kind) => ({
                  code: kind,
                  name: t(`kind.${kind}`),
                }))}
                value={value.kind}
                onChange={(kind) => set({ kind: kind as PriceListKind })}
              />
            )}
          </Field>
          <Field label={w('word.code')} path="code">
            {(control) => (
              <TextInput
                {...control}
                value={value.code}
                onChange={(event) => set({ code: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
      <Field label={w('word.name')} path="name">
        {(control) => (
          <TextInput
            {...control}
            value={value.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      {value.kind === 'audience' && (
        <>
          <Field label={w('word.audience')} path="audience">
            {(control) => (
              <PickOne
                {...control}
                required
                options={audiences.data ?? []}
                value={value.audience}
                onChange={(audience) => set({ audience })}
              />
            )}
          </Field>
          <Field label={t('lists.priority')} path="priority" hint={t('lists.priorityHint')}>
            {(control) => (
              <NumberInput
                {...control}
                value={value.priority}
                onChange={(priority) => set({ priority: priority ?? 0 })}
              />
            )}
          </Field>
        </>
      )}
      {value.kind === 'dealer' && (
        <Field label={w('word.dealer')} path="dealer">
          {(control) => (
            <FindDealer {...control} value={value.dealer} onChange={(dealer) => set({ dealer })} />
          )}
        </Field>
      )}
      <Two>
        <Field label={t('form.from')} path="valid_from" optional>
          {(control) => (
            <Day
              {...control}
              value={value.from}
              placeholder={t('form.always')}
              onChange={(from) => set({ from })}
            />
          )}
        </Field>
        <Field label={t('form.to')} path="valid_to" optional>
          {(control) => (
            <Day
              {...control}
              value={value.to}
              placeholder={t('form.always')}
              onChange={(to) => set({ to })}
            />
          )}
        </Field>
      </Two>
      {props.list && (
        <Field label={w('word.state')} path="state" hint={t(`stateHint.${value.state}`)}>
          {(control) => (
            <PickOne
              {...control}
              required
              options={(['active', 'archived'] as const).map((state) => ({
                code: state,
                name: t(`state.${state}`),
              }))}
              value={value.state}
              onChange={(state) => set({ state: state as PriceList['state'] })}
            />
          )}
        </Field>
      )}
    </FormPanel>
  );
}
