import type { OrderRules as Rules } from '@qudao/shared/api';
import { Field, QueryView, Section, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../kit/draft';
import { NumberInput } from '../kit/NumberInput';
import { Measure, Page, Stack } from '../kit/Page';
import { SavedForm } from '../kit/SavedForm';
import { useWords } from '../words';
import { useOrderRules, useSaveOrderRules } from './data';

/** Which orders need no review, and how long the others may wait for theirs. */
export function OrderRules() {
  const { t } = useTranslation('order');
  const query = useOrderRules();
  return (
    <Page title={t('rules.title')} hint={t('rules.hint')}>
      <QueryView query={query}>{(rules) => <Editor rules={rules} />}</QueryView>
    </Page>
  );
}

function Editor({ rules }: { rules: Rules }) {
  const { t } = useTranslation('order');
  const w = useWords();
  const save = useSaveOrderRules(w('said.saved'));
  const { version = 0, auto_accept_below, review_hours } = rules;
  const draft = useDraft({ auto_accept_below, review_hours }, { version, error: save.error });
  const submit = () => save.mutate({ input: draft.value, version: draft.version });
  return (
    <Measure>
      <SavedForm label={t('rules.title')} keep="order-rules" draft={draft} saving={save} onSave={submit}>
        <Section>
          <Stack>
            <Field label={t('rules.below')} hint={t('rules.belowHint')} path="auto_accept_below">
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="decimal"
                  value={draft.value.auto_accept_below}
                  onChange={(event) =>
                    draft.set({
                      auto_accept_below: event.target.value.normalize('NFKC').replace(/[,\s]/g, ''),
                    })
                  }
                />
              )}
            </Field>
            <Field label={t('rules.hours')} hint={t('rules.hoursHint')} path="review_hours">
              {(control) => (
                <NumberInput
                  {...control}
                  unit={t('rules.hour')}
                  value={draft.value.review_hours}
                  onChange={(hours) => draft.set({ review_hours: hours ?? 0 })}
                />
              )}
            </Field>
          </Stack>
        </Section>
      </SavedForm>
    </Measure>
  );
}
