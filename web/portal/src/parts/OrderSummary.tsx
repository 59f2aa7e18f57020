import type { OrderCard } from '@qudao/shared/api';
import { formatQuantity } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './order.module.css';

/** What an order is about, in one line: its first goods and how many more lines there are. */
export function OrderSummary({ order }: { order: Pick<OrderCard, 'first_lines' | 'line_count'> }) {
  const { t } = useTranslation('portal');
  const rest = order.line_count - order.first_lines.length;
  return (
    <span className={styles.goods}>
      {order.first_lines.map((line) => `${line.name} × ${formatQuantity(line.quantity)}`).join(t('comma'))}
      {rest > 0 && ` ${t('orders.moreLines', { count: rest })}`}
    </span>
  );
}
