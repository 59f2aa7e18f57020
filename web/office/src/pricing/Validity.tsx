import type { PriceList } from '@qudao/shared/api';
import { useTranslation } from 'react-i18next';
import { dayOf, lastDayBefore } from '../kit/day';

/** From which day to which a list counts; both days count. */
export function Validity({ list }: { list: Pick<PriceList, 'valid_from' | 'valid_to'> }) {
  const { t } = useTranslation('pricing');
  const from = list.valid_from && dayOf(list.valid_from);
  const to = list.valid_to && lastDayBefore(list.valid_to);
  if (from && to) {
    return <>{t('valid.between', { from, to })}</>;
  }
  if (from) {
    return <>{t('valid.from', { from })}</>;
  }
  return <>{to ? t('valid.to', { to }) : t('valid.always')}</>;
}
