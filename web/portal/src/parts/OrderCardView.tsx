import type { OrderCard } from '@qudao/shared/api';
import { Money, StateTag, Thumb, When } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderSummary } from './OrderSummary';
import styles from './order.module.css';

/** An order as a card: where it stands, what is in it, for how much. */
export function OrderCardView({ order, action }: { order: OrderCard; action?: ReactNode }) {
  const { t } = useTranslation('portal');
  const share = Math.round(order.shipped_share * 100);
  return (
    <article className={styles.card}>
      <Link to={`/orders/${order.number}`} className={styles.cardLink ?? ''}>
        <span className={styles.cardHead}>
          <b>{order.number}</b>
          <StateTag of="order" state={order.state} text={order.state_text} />
        </span>
        {order.first_lines.some((line) => line.image) && (
          <span className={styles.thumbs}>
            {order.first_lines.map((line) => (
              <Thumb key={line.name} large src={line.image} />
            ))}
          </span>
        )}
        <OrderSummary order={order} />
        {order.waiting_for && (
          <span className={styles.waiting}>
            {order.waiting_for.who === 'dealer' ? t('order.waitsForYou') : order.waiting_for.text}
          </span>
        )}
        {order.state === 'partly_shipped' && (
          <span className={styles.share} title={t('orders.shippedShare', { share })}>
            <i style={{ width: `${share}%` }} />
          </span>
        )}
      </Link>
      <div className={styles.cardFoot}>
        <span>
          <Money value={order.total} currency={order.currency} strong />
          <When at={order.placed_at} />
        </span>
        {action && <div className={styles.cardAction}>{action}</div>}
      </div>
    </article>
  );
}
