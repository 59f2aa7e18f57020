import type { Order, OrderLine } from '@qudao/shared/api';
import {
  type Column,
  DataTable,
  formatQuantity,
  Money,
  Price,
  PriceTrace,
  Quantity,
  useNarrow,
} from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { Stacked } from '../kit/Cells';
import styles from './order.module.css';

function goods(line: OrderLine) {
  return <Stacked main={line.name} sub={[line.sku, line.model].filter(Boolean).join(' · ')} />;
}

/** The lines of an order with what became of each: ordered, reserved, shipped, received. */
export function Lines({ order }: { order: Order }) {
  const { t } = useTranslation('order');
  const { t: k } = useTranslation('kit');
  const narrow = useNarrow();
  const cancelled = order.lines.some((line) => line.cancelled > 0);
  if (narrow) {
    return <LineCards order={order} />;
  }
  const quantity = (key: 'reserved' | 'shipped' | 'received' | 'cancelled'): Column<OrderLine> => ({
    key,
    title: t(`line.${key}`),
    align: 'right',
    width: 76,
    render: (line) =>
      line[key] > 0 ? <Quantity value={line[key]} /> : <span className={styles.nothing}>0</span>,
  });
  return (
    <DataTable
      caption={t('order.lines', { count: order.lines.length })}
      rows={order.lines}
      rowKey={(line) => String(line.line)}
      columns={[
        { key: 'goods', title: t('line.goods'), render: goods, sum: k('list.sums') },
        {
          key: 'price',
          title: t('line.price'),
          align: 'right',
          width: 132,
          render: (line) => (
            <span className={styles.traced}>
              <Price value={line.price} />
              <PriceTrace trace={line.trace} />
            </span>
          ),
        },
        {
          key: 'quantity',
          title: t('line.ordered'),
          align: 'right',
          width: 92,
          render: (line) => <Quantity value={line.quantity} unit={line.unit} />,
        },
        quantity('reserved'),
        quantity('shipped'),
        quantity('received'),
        ...(cancelled ? [quantity('cancelled')] : []),
        {
          key: 'amount',
          title: t('line.amount'),
          align: 'right',
          width: 124,
          render: (line) => <Money value={line.amount} />,
          sum: <Money value={order.goods} strong />,
        },
      ]}
    />
  );
}

function LineCards({ order }: { order: Order }) {
  const { t } = useTranslation('order');
  return (
    <ul className={styles.lines}>
      {order.lines.map((line) => (
        <li key={line.line}>
          {goods(line)}
          <p className={styles.lineRow}>
            <span className={styles.traced}>
              <Price value={line.price} currency={order.currency} /> × {formatQuantity(line.quantity)}{' '}
              {line.unit}
              <PriceTrace trace={line.trace} />
            </span>
            <Money value={line.amount} currency={order.currency} strong />
          </p>
          <p className={styles.lineState}>
            {(['reserved', 'shipped', 'received', 'cancelled'] as const)
              .filter((key) => line[key] > 0)
              .map((key) => `${t(`line.${key}`)} ${formatQuantity(line[key])}`)
              .join('  ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
