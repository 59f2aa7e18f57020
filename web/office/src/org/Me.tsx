import { Button, Facts, Field, Form, Section, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../kit/draft';
import { Measure, Page } from '../kit/Page';
import { useMe } from '../me';
import { useChangePassword } from './data';
import styles from './org.module.css';

const nothing = { old: '', new: '', again: '' };

/** Who I am here, and my password. */
export function Me() {
  const { t } = useTranslation('office');
  const me = useMe().data;
  const draft = useDraft(nothing);
  const { value, set } = draft;
  const change = useChangePassword(t('me.changed'), draft.reset);
  const differ = value.again !== '' && value.again !== value.new;
  const password = (
    key: keyof typeof nothing,
    autoComplete: string,
    more: { hint?: string; error?: string } = {},
  ) => (
    <Field label={t(`me.${key}`)} path={key} {...more}>
      {(control) => (
        <TextInput
          {...control}
          type="password"
          autoComplete={autoComplete}
          value={value[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Page title={t('me.title')}>
      <Measure>
        <div className={styles.stack}>
          <Section>
            <Facts
              items={[
                { label: t('word.name'), value: me?.staff.name },
                { label: t('word.username'), value: me?.staff.username },
                { label: t('me.roles'), value: me?.roles.map((role) => role.name).join('、') },
                { label: t('me.scope'), value: me && t(`scope.${me.data_scope === 'own' ? 'own' : 'all'}`) },
              ]}
            />
          </Section>
          <Section title={t('me.password')}>
            <Form
              label={t('me.password')}
              error={change.error}
              onSubmit={() => change.mutate({ old: value.old, new: value.new })}
              footer={
                <Button
                  type="submit"
                  kind="primary"
                  busy={change.isPending}
                  disabled={!value.old || !value.new || value.new !== value.again}
                >
                  {t('me.change')}
                </Button>
              }
            >
              {password('old', 'current-password')}
              {password('new', 'new-password', { hint: t('me.hint') })}
              {password('again', 'new-password', differ ? { error: t('me.differ') } : {})}
            </Form>
          </Section>
        </div>
      </Measure>
    </Page>
  );
}
