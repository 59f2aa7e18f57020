import type { PriceList } from '@qudao/shared/api';
import { useTranslation } from 'react-i18next';
import { Line } from '../kit/Cells';
import { dayOf, lastDayBefore } from '../kit/day';

/** From which day to which a list counts; both days count. */
export function Validity({ list }: { list: Pick<PriceList, 'valid_from' | 'valid_to'> }) {
  const { t } = useTranslation('pricing');
  const from = list.valid_from && dayOf(list.valid_from);
  const to = list.valid_to && lastDayBefore(list.valid_to);
  if (from && to) {
    return <Line>{t('valid.between', { from, to })}</Line>;
  }
  if (from) {
    return <Line>{t('valid.from', { from })}</Line>;
  }
  return <Line>{to ? t('valid.to', { to }) : t('valid.always')}</Line>;
}
