import { api, body } from '@qudao/shared/api';
import { useUrlState } from '@qudao/shared/kit';
import { SignInPage } from '@qudao/shared/layout';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function SignIn() {
  const { t } = useTranslation('portal');
  const client = useQueryClient();
  const router = useRouter();
  const next = useUrlState().text('next');

  const signIn = async (username: string, password: string) => {
    const me = await body(api.POST('/api/portal/session', { body: { username, password } }));
    client.clear();
    client.setQueryData(['me'], me);
    // Only an address inside this app may follow; anything else would let a link lead elsewhere.
    router.history.replace(/^\/(?![/\\])/.test(next) ? next : '/');
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
