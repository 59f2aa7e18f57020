import { DayBars, everyDay, type Part, RankedBars, Share } from '@qudao/shared/charts';
import { formatMoney, formatQuantity, useUrlState } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../me';
import { change, type Figure } from './change';
import { useSales, useSalesByRep } from './data';
import styles from './report.module.css';

const spans = ['30', '90'];

interface Named {
  code: string;
  name: string;
  amount: string;
}

/** What the person's dealers bought: by day first, then where, what and who. Each bar leads to its list. */
export function Sales() {
  const { t } = useTranslation('report');
  const url = useUrlState();
  const span = url.text('days') === '90' ? '90' : '30';
  const query = useSales(Number(span));
  const sales = query.data;
  const state = { error: query.error, onRetry: () => void query.refetch() };
  const parts = (items: readonly Named[] | undefined, to?: (code: string) => string): Part[] | undefined =>
    items?.map((item) => ({
      key: item.code,
      label: item.name || t('sales.nobody'),
      value: item.amount,
      ...(to && item.code ? { to: to(item.code) } : {}),
    }));
  const money = (value: string) => formatMoney(value);
  const orders = new Map(sales?.items.map((day) => [day.day, day.orders]));
  return (
    <>
      <div className={styles.wide}>
        <DayBars
          {...state}
          title={t('sales.days')}
          format={money}
          data={
            sales &&
            everyDay(
              sales.items.map((day) => ({ day: day.day, value: day.amount })),
              sales.from,
              sales.to,
            ).map((day) => ({
              ...day,
              note: t('sales.orders', { count: orders.get(day.day) ?? 0 }),
              to: `/orders?from=${day.day}&to=${day.day}`,
            }))
          }
          {...(sales ? { sentence: sentence(t, Number(span), sales.total, sales.before) } : {})}
          extra={
            <span className={styles.spans}>
              {sales && (
                <Link to="/orders" search={{ from: sales.from, to: sales.to } as never}>
                  {t('sales.list')}
                </Link>
              )}
              <Segmented
                size="small"
                value={span}
                options={spans.map((value) => ({ value, label: t('sales.span', { count: Number(value) }) }))}
                onChange={(value) => url.set({ days: value === '30' ? undefined : value })}
              />
            </span>
          }
        />
      </div>
      <div className={styles.third}>
        <RankedBars
          {...state}
          title={t('sales.regions')}
          format={money}
          data={parts(sales?.regions, (code) => `/dealers?region=${code}`)}
        />
      </div>
      <div className={styles.third}>
        <RankedBars
          {...state}
          title={t('sales.categories')}
          format={money}
          data={parts(sales?.categories, (code) => `/products?category=${encodeURIComponent(code)}`)}
        />
      </div>
      <div className={styles.third}>
        <Share {...state} title={t('sales.divisions')} format={money} data={parts(sales?.divisions)} />
      </div>
      <RankedBars
        {...state}
        title={t('sales.dealers')}
        format={money}
        data={parts(sales?.dealers, (code) => `/dealers/${encodeURIComponent(code)}`)}
        most={10}
        sentence={t('sales.dealersHint')}
      />
      <RankedBars
        {...state}
        title={t('sales.products')}
        format={money}
        data={parts(sales?.products, (code) => `/products/${encodeURIComponent(code)}`)}
        most={10}
        sentence={t('sales.productsHint')}
      />
      <Reps days={Number(span)} />
    </>
  );
}

/** Who sold how much; what was sold before a handover stays with the old rep. One rep alone needs no chart. */
function Reps({ days }: { days: number }) {
  const { t } = useTranslation('report');
  const mayOpen = useMay('staff.read');
  const query = useSalesByRep(days);
  if (query.data && query.data.length < 2) {
    return null;
  }
  return (
    <div className={styles.wide}>
      <RankedBars
        error={query.error}
        onRetry={() => void query.refetch()}
        title={t('sales.reps')}
        format={(value) => formatMoney(value)}
        data={query.data?.map((rep) => ({
          key: rep.code,
          label: rep.left ? t('sales.gone', { name: rep.name }) : rep.name || t('sales.noRep'),
          value: rep.amount,
          ...(rep.code && mayOpen ? { to: `/staff/${encodeURIComponent(rep.code)}/rights` } : {}),
        }))}
        most={10}
        sentence={t('sales.repsHint')}
      />
    </div>
  );
}

type Texts = ReturnType<typeof useTranslation<'report'>>['t'];

/** The period in one sentence: how much, how many orders, and whether that is more than before. */
function sentence(t: Texts, count: number, total: Figure, before: Figure): string {
  const more = change(total.amount, before.amount);
  return t(more === undefined ? 'sales.sentence' : more >= 0 ? 'sales.more' : 'sales.less', {
    count,
    amount: formatMoney(total.amount),
    orders: formatQuantity(total.orders),
    percent: Math.abs(more ?? 0),
  });
}
