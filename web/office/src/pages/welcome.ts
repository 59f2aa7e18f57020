import type { Welcome } from '@qudao/shared/identity';
import { useTranslation } from 'react-i18next';

/** What stands beside the door. */
export function useWelcome(): Welcome {
  const { t } = useTranslation('office');
  return {
    brand: t('brand'),
    title: t('welcome.title'),
    points: [
      { icon: 'orders', text: t('welcome.first') },
      { icon: 'shield', text: t('welcome.second') },
      { icon: 'chart', text: t('welcome.third') },
    ],
  };
}
