import { Problem } from '@qudao/shared/api';
import { DayBars, everyDay, RankedBars, Share } from '@qudao/shared/charts';
import { formatMoney, formatQuantity } from '@qudao/shared/kit';
import styles from './dev.module.css';
import { useDevList, useDevText } from './words';

/** Amounts that look like a month of trade: quiet at weekends, one great day. */
const month = everyDay(
  Array.from({ length: 30 }, (_, i) => {
    const day = `2026-11-${String(i + 1).padStart(2, '0')}`;
    const weekend = [0, 6].includes(new Date(day).getUTCDay());
    const amount = weekend ? 2100 + i * 90 : 18_000 + ((i * 7919) % 13) * 2350 + (i === 10 ? 61_000 : 0);
    return { day, value: `${amount}.50` };
  }),
  '2026-11-01',
  '2026-11-30',
);

export function ChartPieces() {
  const t = useDevText();
  const regions = useDevList('region').map((label, i) => ({
    key: label,
    label,
    value: `${Math.round(900_000 / (i + 1.4))}.00`,
    ...(i < 3 ? { to: '/dev/kit' } : {}),
  }));
  const divisions = useDevList('division').map((label, i) => ({ key: label, label, value: 640 - i * 105 }));
  return (
    <div className={styles.cards}>
      <DayBars title={t('sample.orders')} data={month} format={formatMoney} />
      <RankedBars title={t('sample.regions')} data={regions} format={formatMoney} most={7} />
      <Share title={t('sample.divisions')} data={divisions} format={formatQuantity} />
      <DayBars title={t('sample.waiting')} data={undefined} format={formatMoney} />
      <DayBars
        title={t('sample.broken')}
        data={undefined}
        error={new Problem(500, 'http_500', '')}
        onRetry={() => undefined}
        format={formatMoney}
      />
      <DayBars title={t('sample.nothing')} data={[]} format={formatMoney} />
    </div>
  );
}
