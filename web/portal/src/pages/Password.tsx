import { judgePassword, NewPassword } from '@qudao/shared/identity';
import { Button, Field, Form, PasswordInput, toast, useTitle } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePassword } from '../data/company';
import { useMe } from '../data/me';
import { CompanyPage } from '../parts/CompanyPage';
import styles from '../parts/company.module.css';

/** One's own password. Changing it ends the sessions on other devices. */
export function Password() {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const change = useChangePassword();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const username = useMe().data?.account.username ?? '';
  const good = judgePassword(fresh, username).missing.length === 0;
  useTitle(t('mine.password'));
  return (
    <CompanyPage title={t('mine.password')}>
      <div className={styles.narrow}>
        <Form
          label={t('mine.password')}
          error={change.error ?? undefined}
          onSubmit={() =>
            old &&
            good &&
            change.mutate(
              { old, new: fresh },
              {
                onSuccess: () => {
                  toast(t('company.passwordChanged'));
                  void navigate({ to: '/mine' });
                },
              },
            )
          }
        >
          <Field label={t('company.oldPassword')} path="old">
            {(control) => (
              <PasswordInput
                control={control}
                autoComplete="current-password"
                value={old}
                onChange={setOld}
              />
            )}
          </Field>
          <NewPassword
            label={t('company.newPassword')}
            path="new"
            username={username}
            value={fresh}
            onChange={setFresh}
          />
          <Button type="submit" kind="primary" size="large" busy={change.isPending} disabled={!old || !good}>
            {t('company.passwordChange')}
          </Button>
        </Form>
      </div>
    </CompanyPage>
  );
}
