import { DayBars, RankedBars } from '@qudao/shared/charts';
import { formatMoney, formatQuantity } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useDealerHistory } from './data';
import { everyMonth, lastOf } from './months';
import styles from './report.module.css';

/** What one dealer bought in the last twelve months: how much each month, and what. */
export function DealerHistory({ code }: { code: string }) {
  const { t } = useTranslation('report');
  const query = useDealerHistory(code);
  const history = query.data;
  const state = { error: query.error, onRetry: () => void query.refetch(), format: formatMoney };
  return (
    <div className={styles.charts}>
      <div className={styles.wide}>
        <DayBars
          {...state}
          title={t('dealer.months')}
          data={
            history &&
            everyMonth(history.items, new Date()).map((month) => ({
              day: month.day.slice(0, 7),
              value: month.amount,
              note: t('sales.orders', { count: month.orders }),
              to: `/orders?dealer=${encodeURIComponent(code)}&from=${month.day}&to=${lastOf(month.day)}`,
            }))
          }
          {...(history
            ? {
                sentence: t(history.last ? 'dealer.sentence' : 'dealer.nothing', {
                  amount: formatMoney(history.total.amount),
                  orders: formatQuantity(history.total.orders),
                  last: history.last ?? '',
                }),
              }
            : {})}
        />
      </div>
      <RankedBars
        {...state}
        title={t('sales.categories')}
        data={history?.categories.map((one) => ({
          key: one.code,
          label: one.name,
          value: one.amount,
          to: `/products?category=${encodeURIComponent(one.code)}`,
        }))}
      />
      <RankedBars
        {...state}
        title={t('sales.products')}
        most={10}
        sentence={t('sales.productsHint')}
        data={history?.products.map((one) => ({
          key: one.code,
          label: one.name,
          value: one.amount,
          to: `/products/${encodeURIComponent(one.code)}`,
        }))}
      />
    </div>
  );
}
