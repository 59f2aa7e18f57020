import type { Welcome } from '@qudao/shared/identity';
import { useTranslation } from 'react-i18next';

/** What stands beside the door. */
export function useWelcome(): Welcome {
  const { t } = useTranslation('portal');
  return {
    brand: t('brand'),
    title: t('welcome.title'),
    points: [
      { icon: 'tag', text: t('welcome.first') },
      { icon: 'bolt', text: t('welcome.second') },
      { icon: 'truck', text: t('welcome.third') },
    ],
  };
}
