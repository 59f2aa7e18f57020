import { useTranslation } from 'react-i18next';

const stops = ['search', 'catalogue', 'quick', 'lists', 'orders', 'cart'] as const;

/** The first tour of the portal: the places that a newcomer should know. */
export function useTourPlan() {
  const { t } = useTranslation('portal');
  return {
    name: 'portal',
    steps: stops.map((stop) => ({
      at: stop === 'search' ? stop : `/${stop}`,
      title: t(`tour.${stop}.title`),
      text: t(`tour.${stop}.text`),
    })),
  };
}
