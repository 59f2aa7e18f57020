import type { Dealer, DealerInput, DealerState } from '@qudao/shared/api';
import { Field, FormGroup, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { type Edit, useDraft } from '../kit/draft';
import { Two } from '../kit/Page';
import { FormPanel } from '../kit/Panel';
import { PickMany, PickOne } from '../kit/Pick';
import { useWords } from '../words';
import { dealerStates } from './DealerTag';
import { useDealerFacts } from './data';
import { PickRegion } from './pick';

type Draft = Omit<Required<DealerInput>, 'region'> & { region: number | undefined };

function draftOf(dealer: Dealer | undefined): Draft {
  return {
    code: dealer?.code ?? '',
    name: dealer?.name ?? '',
    short_name: dealer?.short_name ?? '',
    level: dealer?.level.code ?? '',
    region: dealer && Number(dealer.region.code),
    tags: dealer?.tags.map((tag) => tag.code) ?? [],
    divisions: dealer?.divisions.map((division) => division.code) ?? [],
    rep: dealer?.rep?.code ?? '',
    contact: dealer?.contact ?? '',
    phone: dealer?.phone ?? '',
    credit_code: dealer?.credit_code ?? '',
    state: dealer?.state ?? 'active',
  };
}

/** A dealer's facts. A new one is given its code here; later the code stays. */
export function DealerForm(props: {
  open: boolean;
  title: string;
  dealer?: Dealer;
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onSubmit: (edit: Edit<DealerInput>) => void;
}) {
  const { t } = useTranslation('dealer');
  const { t: k } = useTranslation('kit');
  const w = useWords();
  const facts = useDealerFacts().data;
  const draft = useDraft(draftOf(props.dealer), {
    version: props.dealer?.version ?? 0,
    error: props.error,
  });
  const { value, set } = draft;
  const text = (
    key: 'code' | 'name' | 'short_name' | 'contact' | 'phone' | 'credit_code',
    label: string,
    optional = false,
  ) => (
    <Field label={label} path={key} optional={optional}>
      {(control) => (
        <TextInput {...control} value={value[key]} onChange={(event) => set({ [key]: event.target.value })} />
      )}
    </Field>
  );
  // Nothing chosen is said as such, not as a code that does not exist.
  const missing = (given: boolean) => (props.error && !given ? { error: k('form.required') } : {});
  const submit = () => {
    const { code, region, rep, ...rest } = value;
    const input = {
      ...rest,
      region: region ?? 0,
      ...(rep ? { rep } : {}),
      ...(props.dealer ? {} : { code: code.trim() }),
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
      <FormGroup title={t('form.who')}>
        {!props.dealer && text('code', w('word.code'))}
        {text('name', t('form.name'))}
        {text('short_name', t('form.shortName'), true)}
        {text('credit_code', t('form.creditCode'), true)}
      </FormGroup>
      <FormGroup title={t('form.facts')} hint={t('form.factsHint')}>
        <Two>
          <Field label={w('word.level')} path="level" {...missing(value.level !== '')}>
            {(control) => (
              <PickOne
                {...control}
                required
                options={facts?.levels ?? []}
                value={value.level}
                onChange={(level) => set({ level })}
              />
            )}
          </Field>
          <Field label={w('word.region')} path="region" {...missing(value.region !== undefined)}>
            {(control) => (
              <PickRegion {...control} required value={value.region} onChange={(region) => set({ region })} />
            )}
          </Field>
        </Two>
        <Field label={w('word.tag')} path="tags" optional>
          {(control) => (
            <PickMany
              {...control}
              options={facts?.tags ?? []}
              value={value.tags}
              onChange={(tags) => set({ tags })}
            />
          )}
        </Field>
        <Field label={t('form.divisions')} path="divisions" hint={t('form.divisionsHint')}>
          {(control) => (
            <PickMany
              {...control}
              options={facts?.divisions ?? []}
              value={value.divisions}
              onChange={(divisions) => set({ divisions })}
            />
          )}
        </Field>
      </FormGroup>
      <FormGroup title={t('form.care')}>
        <Field label={t('dealers.rep')} path="rep" optional>
          {(control) => (
            <PickOne
              {...control}
              options={facts?.reps ?? []}
              value={value.rep}
              onChange={(rep) => set({ rep })}
            />
          )}
        </Field>
        <Two>
          {text('contact', t('form.contact'), true)}
          {text('phone', w('word.phone'), true)}
        </Two>
        <Field label={w('word.state')} path="state" hint={t(`stateHint.${value.state}`)}>
          {(control) => (
            <PickOne
              {...control}
              required
              options={dealerStates.map((state) => ({ code: state, name: t(`state.${state}`) }))}
              value={value.state}
              onChange={(state) => set({ state: state as DealerState })}
            />
          )}
        </Field>
      </FormGroup>
    </FormPanel>
  );
}
