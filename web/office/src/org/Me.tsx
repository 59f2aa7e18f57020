import { sayList } from '@qudao/shared/i18n';
import { DevicesSection, EmailSection, judgePassword, NewPassword } from '@qudao/shared/identity';
import { Button, Facts, Field, Form, PasswordInput, Section } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../kit/draft';
import { Measure, Page } from '../kit/Page';
import { useMe } from '../me';
import { security } from '../security';
import { useChangePassword } from './data';
import styles from './org.module.css';

const nothing = { old: '', new: '' };

/** Who I am here, my password, where letters to me go and where I am signed in. */
export function Me() {
  const { t } = useTranslation('office');
  const me = useMe().data;
  const draft = useDraft(nothing);
  const { value, set } = draft;
  const change = useChangePassword(t('me.changed'), draft.reset);
  const navigate = useNavigate();
  const username = me?.staff.username ?? '';
  return (
    <Page title={t('me.title')}>
      <Measure>
        <div className={styles.stack}>
          <Section>
            <Facts
              items={[
                { label: t('word.name'), value: me?.staff.name },
                { label: t('word.username'), value: me?.staff.username },
                { label: t('me.roles'), value: me && sayList(me.roles.map((role) => role.name)) },
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
                  disabled={!value.old || judgePassword(value.new, username).missing.length > 0}
                >
                  {t('me.change')}
                </Button>
              }
            >
              <Field label={t('me.old')} path="old">
                {(control) => (
                  <PasswordInput
                    control={control}
                    autoComplete="current-password"
                    value={value.old}
                    onChange={(old) => set({ old })}
                  />
                )}
              </Field>
              <NewPassword
                label={t('me.new')}
                path="new"
                username={username}
                value={value.new}
                onChange={(fresh) => set({ new: fresh })}
              />
            </Form>
          </Section>
          <EmailSection calls={security} />
          <DevicesSection calls={security} onEnded={() => void navigate({ to: '/signin' })} />
        </div>
      </Measure>
    </Page>
  );
}
