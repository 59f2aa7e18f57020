import type { TourPlan } from '@qudao/shared/layout';
import { useTranslation } from 'react-i18next';

const stops = ['page', 'palette', 'groups', 'person'] as const;

/** The first tour of the office: the places that a newcomer should know. */
export function useTourPlan(): TourPlan {
  const { t } = useTranslation('office');
  return {
    name: 'office',
    steps: stops.map((stop) => ({ at: stop, title: t(`tour.${stop}.title`), text: t(`tour.${stop}.text`) })),
  };
}
