import { Button, Field, Form, TextInput, toast, useTitle } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePassword } from '../data/company';
import { CompanyPage } from '../parts/CompanyPage';
import styles from '../parts/company.module.css';

/** One's own password. Changing it ends the sessions on other devices. */
export function Password() {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const change = useChangePassword();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  useTitle(t('mine.password'));
  const differs = again !== '' && again !== fresh;
  return (
    <CompanyPage title={t('mine.password')}>
      <div className={styles.narrow}>
        <Form
          label={t('mine.password')}
          error={change.error ?? undefined}
          onSubmit={() =>
            old &&
            fresh &&
            again === fresh &&
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
            {(control) => <Secret control={control} value={old} onChange={setOld} name="current-password" />}
          </Field>
          <Field label={t('company.newPassword')} path="new" hint={t('company.passwordRule')}>
            {(control) => <Secret control={control} value={fresh} onChange={setFresh} name="new-password" />}
          </Field>
          <Field
            label={t('company.againPassword')}
            error={differs ? t('company.passwordDiffers') : undefined}
          >
            {(control) => <Secret control={control} value={again} onChange={setAgain} name="new-password" />}
          </Field>
          <Button
            type="submit"
            kind="primary"
            size="large"
            busy={change.isPending}
            disabled={!old || !fresh || again !== fresh}
          >
            {t('company.passwordChange')}
          </Button>
        </Form>
      </div>
    </CompanyPage>
  );
}

function Secret(props: { control: object; value: string; onChange: (value: string) => void; name: string }) {
  return (
    <TextInput
      {...props.control}
      type="password"
      autoComplete={props.name}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
