import type { Letterhead as Head } from '@qudao/shared/api';
import { Field, QueryView, Section, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../kit/draft';
import { Measure, Page, Stack } from '../kit/Page';
import { SavedForm } from '../kit/SavedForm';
import { useWords } from '../words';
import { useLetterhead, useSaveLetterhead } from './data';

const fields = ['name', 'name_en', 'address', 'phone'] as const;

/** In whose name orders, picking lists and delivery notes are printed. */
export function Letterhead() {
  const { t } = useTranslation('order');
  const query = useLetterhead();
  return (
    <Page title={t('letterhead.title')} hint={t('letterhead.hint')}>
      <QueryView query={query}>{(head) => <Editor head={head} />}</QueryView>
    </Page>
  );
}

function Editor({ head }: { head: Head }) {
  const { t } = useTranslation('order');
  const w = useWords();
  const save = useSaveLetterhead(w('said.saved'));
  const { version = 0, name, name_en, address, phone } = head;
  const draft = useDraft({ name, name_en, address, phone }, { version, error: save.error });
  const submit = () => save.mutate({ input: draft.value, version: draft.version });
  return (
    <Measure>
      <SavedForm label={t('letterhead.title')} keep="letterhead" draft={draft} saving={save} onSave={submit}>
        <Section>
          <Stack>
            {fields.map((one) => (
              <Field key={one} label={t(`letterhead.${one}`)} path={one} optional>
                {(control) => (
                  <TextInput
                    {...control}
                    maxLength={100}
                    value={draft.value[one]}
                    onChange={(event) => draft.set({ [one]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </Stack>
        </Section>
      </SavedForm>
    </Measure>
  );
}
