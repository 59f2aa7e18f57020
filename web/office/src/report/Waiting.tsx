import { formatQuantity, Money, SkeletonBlock, When } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../me';
import { useAlarms, useWaiting } from './data';
import styles from './report.module.css';

/** What waits for the brand, as figures that open the list behind them. Red only where somebody must hurry. */
export function Waiting() {
  const { t } = useTranslation('report');
  const maySee = useMay('order.read');
  const mayStock = useMay('stock.read');
  const orders = useWaiting(maySee).data;
  const alarms = useAlarms(mayStock).data;
  if (!maySee && !mayStock) {
    return null;
  }
  const step = (name: 'review' | 'ship' | 'rest', state: string) => {
    const queue = orders?.[name];
    return (
      <Tile
        to="/orders"
        search={{ state }}
        label={t(`waiting.${name}`)}
        count={queue?.count}
        urgent={queue && queue.urgent > 0 ? t(`waiting.${name}Urgent`, { count: queue.urgent }) : undefined}
      >
        {queue && queue.count > 0 && (
          <>
            <Money value={queue.amount} currency="CNY" />
            {queue.oldest && (
              <span>
                {t('waiting.since')} <When at={queue.oldest} />
              </span>
            )}
          </>
        )}
      </Tile>
    );
  };
  return (
    <ul className={styles.tiles} aria-label={t('waiting.title')}>
      {maySee && step('review', 'in_review')}
      {maySee && step('ship', 'accepted')}
      {maySee && step('rest', 'partly_shipped')}
      {mayStock && (
        <Tile
          to="/stock"
          search={{ low: 'true' }}
          label={t('waiting.alarms')}
          count={alarms?.count}
          urgent={alarms && alarms.count > 0 ? t('waiting.alarmsUrgent') : undefined}
        />
      )}
    </ul>
  );
}

function Tile(props: {
  to: string;
  search: Record<string, string>;
  label: string;
  count: number | undefined;
  urgent?: string | undefined;
  children?: ReactNode;
}) {
  const { t } = useTranslation('report');
  const { count } = props;
  return (
    <li>
      <Link to={props.to} search={props.search as never} className={styles.tile ?? ''}>
        <span className={styles.tileName}>{props.label}</span>
        <b className={count ? styles.tileCount : styles.tileNone}>
          {count === undefined ? <SkeletonBlock width={48} height={28} /> : formatQuantity(count)}
        </b>
        <span className={styles.tileFacts}>
          {count === 0 ? t('waiting.none') : props.children}
          {props.urgent && <span className={styles.urgent}>{props.urgent}</span>}
        </span>
      </Link>
    </li>
  );
}
