import type { Order, OrderLine } from '@qudao/shared/api';
import {
  DataTable,
  formatQuantity,
  Money,
  Price,
  PriceTrace,
  Quantity,
  Thumb,
  useNarrow,
} from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './order.module.css';

/** The lines of an order: what was promised, and how far each has come. */
export function OrderLines({ order }: { order: Order }) {
  const { t } = useTranslation('portal');
  if (useNarrow()) {
    return (
      <ul className={styles.lineList}>
        {order.lines.map((line) => (
          <li key={line.line}>
            <What line={line} />
            <Money value={line.amount} strong />
            <span className={styles.withTrace} style={{ justifyContent: 'flex-start' }}>
              <Price value={line.price} unit={line.unit} />
              <PriceTrace trace={line.trace} />
            </span>
            <span>
              <Quantity value={line.quantity} unit={line.unit} /> <LineProgress line={line} />
            </span>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <DataTable
      caption={t('order.linesOf', { number: order.number })}
      rows={order.lines}
      rowKey={(line) => String(line.line)}
      columns={[
        { key: 'what', title: t('product.name'), render: (line) => <What line={line} /> },
        {
          key: 'price',
          priced: true,
          title: t('product.price'),
          align: 'right',
          render: (line) => (
            <span className={styles.withTrace}>
              <Price value={line.price} />
              <PriceTrace trace={line.trace} />
            </span>
          ),
        },
        {
          key: 'quantity',
          title: t('product.quantity'),
          align: 'right',
          render: (line) => <Quantity value={line.quantity} unit={line.unit} />,
        },
        {
          key: 'progress',
          title: t('order.progress'),
          align: 'right',
          render: (line) => <LineProgress line={line} otherwise="—" />,
        },
        {
          key: 'amount',
          priced: true,
          title: t('orders.total'),
          align: 'right',
          render: (line) => <Money value={line.amount} />,
        },
      ]}
    />
  );
}

function What({ line }: { line: OrderLine }) {
  return (
    <span className={styles.withThumb}>
      <Thumb src={line.image} />
      <span className={styles.what}>
        <span>{line.name}</span>
        <small>{line.model}</small>
      </span>
    </span>
  );
}

function LineProgress({ line, otherwise = '' }: { line: OrderLine; otherwise?: string }) {
  const { t } = useTranslation('portal');
  const said = [
    line.received > 0 ? t('order.lineReceived', { n: formatQuantity(line.received) }) : '',
    line.shipped > line.received
      ? t('order.lineShipped', { n: formatQuantity(line.shipped - line.received) })
      : '',
    line.cancelled > 0 ? t('order.lineCancelled', { n: formatQuantity(line.cancelled) }) : '',
  ].filter(Boolean);
  return <span className={styles.progress}>{said.join(' · ') || otherwise}</span>;
}
