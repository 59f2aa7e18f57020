import { asProblem, type DisplayMode, type DisplayRule } from '@qudao/shared/api';
import { Button, EmptyState, IconButton, Notice, QueryView, Section, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { PickCategory } from '../catalog/pick';
import { useAudiences } from '../dealer/data';
import { useDraft } from '../kit/draft';
import { NumberInput } from '../kit/NumberInput';
import { Page } from '../kit/Page';
import { PickOne } from '../kit/Pick';
import { SaveBar } from '../kit/SaveBar';
import { useTyped } from '../kit/typed';
import { useMay } from '../me';
import { useWords } from '../words';
import { readBands } from './bands';
import { useDisplayRules, useSaveDisplayRules } from './data';
import styles from './inventory.module.css';

const modes = ['exact', 'banded', 'flag', 'hidden'] as const satisfies readonly DisplayMode[];
const fresh: DisplayRule = { mode: 'banded', bands: [1, 10, 100, 1000], priority: 0 };

/** How stock is shown, to whom, for what. What is hidden here is hidden everywhere. */
export function Display() {
  const { t } = useTranslation('inventory');
  const query = useDisplayRules();
  return (
    <Page title={t('display.title')} hint={t('display.hint')}>
      <QueryView query={query}>{(rules) => <Editor rules={rules} />}</QueryView>
    </Page>
  );
}

function Editor({ rules }: { rules: DisplayRule[] }) {
  const { t } = useTranslation('inventory');
  const w = useWords();
  const mayEdit = useMay('stock.edit');
  const draft = useDraft({ items: rules });
  const { items } = draft.value;
  const save = useSaveDisplayRules(w('said.saved'));
  const problem = save.error ? asProblem(save.error) : undefined;
  const set = (next: DisplayRule[]) => draft.set({ items: next });
  const add = mayEdit && (
    <Button icon="plus" onClick={() => set([...items, fresh])}>
      {t('display.add')}
    </Button>
  );
  return (
    <>
      {problem && <Notice tone="alarm">{problem.detail}</Notice>}
      <Section>
        {items.length === 0 ? (
          <EmptyState icon="stack" title={t('display.none')} hint={t('display.noneHint')} action={add} />
        ) : (
          <div className={styles.rules}>
            <div className={styles.heads}>
              <span>{w('word.audience')}</span>
              <span>{w('word.category')}</span>
              <span>{t('display.mode')}</span>
              <span>{t('display.bands')}</span>
              <span>{t('display.priority')}</span>
            </div>
            {items.map((rule, i) => (
              <RuleRow
                // biome-ignore lint/suspicious/noArrayIndexKey: the place of a rule is its identity
                key={i}
                rule={rule}
                disabled={!mayEdit}
                wrong={problem?.under(`items[${i}]`).map((one) => one.detail) ?? []}
                onChange={(next) => set(items.map((one, at) => (at === i ? next : one)))}
                onRemove={() => set(items.filter((_, at) => at !== i))}
              />
            ))}
            <div>{add}</div>
          </div>
        )}
      </Section>
      <SaveBar
        dirty={draft.dirty}
        busy={save.isPending}
        onSave={() => save.mutate(items)}
        onReset={draft.reset}
      />
    </>
  );
}

const noBands: number[] = [];
const writeBands = (bands: number[]) => bands.join(', ');

function RuleRow(props: {
  rule: DisplayRule;
  disabled: boolean;
  wrong: string[];
  onChange: (rule: DisplayRule) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('inventory');
  const w = useWords();
  const { rule, disabled, onChange } = props;
  const audiences = useAudiences(useMay('audience.read'));
  const bands = useTyped(rule.bands ?? noBands, writeBands, readBands, noBands);
  const without = (key: 'audience' | 'category') => {
    const { [key]: _, ...rest } = rule;
    return rest;
  };
  return (
    <div className={styles.rule}>
      <PickOne
        disabled={disabled}
        label={w('word.audience')}
        placeholder={t('display.everybody')}
        options={audiences.data ?? (rule.audience ? [{ code: rule.audience, name: rule.audience }] : [])}
        value={rule.audience}
        onChange={(audience) => onChange(audience ? { ...rule, audience } : without('audience'))}
      />
      <PickCategory
        disabled={disabled}
        label={w('word.category')}
        placeholder={t('display.everything')}
        value={rule.category}
        onChange={(category) => onChange(category ? { ...rule, category } : without('category'))}
      />
      <PickOne
        required
        disabled={disabled}
        label={t('display.mode')}
        options={modes.map((mode) => ({ code: mode, name: t(`mode.${mode}`) }))}
        value={rule.mode}
        onChange={(mode) => onChange({ ...rule, mode: mode as DisplayMode })}
      />
      {rule.mode === 'banded' ? (
        <TextInput
          disabled={disabled}
          aria-label={t('display.bands')}
          aria-invalid={bands.wrong || undefined}
          placeholder={t('display.bandsExample')}
          value={bands.typed}
          onChange={(event) => bands.type(event.target.value, (next) => onChange({ ...rule, bands: next }))}
        />
      ) : (
        <span className={styles.says}>{t(`modeHint.${rule.mode}`)}</span>
      )}
      <div className={styles.priority}>
        <span aria-hidden="true">{t('display.priority')}</span>
        <NumberInput
          disabled={disabled}
          aria-label={t('display.priority')}
          value={rule.priority}
          onChange={(priority) => onChange({ ...rule, priority: priority ?? 0 })}
        />
      </div>
      {!disabled && <IconButton icon="trash" label={t('display.remove')} onClick={props.onRemove} />}
      {props.wrong.map((detail) => (
        <p key={detail} className={styles.wrong} role="alert">
          {detail}
        </p>
      ))}
    </div>
  );
}
