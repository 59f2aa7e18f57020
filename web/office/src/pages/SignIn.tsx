import { api, body } from '@qudao/shared/api';
import { SignInPage, useGoOn } from '@qudao/shared/layout';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

export function SignIn() {
  const { t } = useTranslation('office');
  const client = useQueryClient();
  const goOn = useGoOn();

  const signIn = async (username: string, password: string) => {
    const me = await body(api.POST('/api/office/session', { body: { username, password } }));
    client.clear();
    client.setQueryData(['me'], me);
    await goOn();
  };
  return (
    <SignInPage
      brand={t('brand')}
      title={t('signIn.title')}
      hint={t('signIn.hint')}
      texts={{
        username: t('signIn.username'),
        password: t('signIn.password'),
        submit: t('signIn.submit'),
      }}
      signIn={signIn}
    />
  );
}
