import { EmptyState, useTitle } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useMe } from '../me';

export function Home() {
  const { t } = useTranslation('office');
  const me = useMe();
  useTitle(t('home.title'));
  return (
    <EmptyState
      icon="home"
      title={t('home.welcome', { name: me.data?.staff.name ?? '' })}
      hint={t('home.hint')}
    />
  );
}
