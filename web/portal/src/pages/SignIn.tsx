import { api, body } from '@qudao/shared/api';
import { SignInPage } from '@qudao/shared/identity';
import { useGoOn } from '@qudao/shared/layout';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWelcome } from './welcome';

export function SignIn() {
  const { t } = useTranslation('portal');
  const client = useQueryClient();
  const goOn = useGoOn();
  const welcome = useWelcome();

  const signIn = async (username: string, password: string) => {
    const me = await body(api.POST('/api/portal/session', { body: { username, password } }));
    client.clear();
    client.setQueryData(['me'], me);
    await goOn();
  };
  return (
    <SignInPage
      welcome={welcome}
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
