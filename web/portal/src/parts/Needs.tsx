import {
  formatMoney,
  formatQuantity,
  Icon,
  type IconName,
  SkeletonBlock,
  usePricesHidden,
} from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCart } from '../data/cart';
import { useRefused } from '../data/habit';
import styles from './home.module.css';

interface Need {
  to: string;
  state?: string;
  icon: IconName;
  label: string;
  hint: string;
  count: number;
  alarm?: boolean;
}

/** What waits for somebody of the company: goods to receive, orders that were not accepted, a cart not ordered. */
export function Needs(props: { counts: Record<string, number> | undefined; loading: boolean }) {
  const { t } = useTranslation('portal');
  const cart = useCart();
  const refused = useRefused();
  const hidden = usePricesHidden();
  if (props.loading || cart.isPending || refused.isPending) {
    return <SkeletonBlock height={64} />;
  }
  const count = (state: string) => props.counts?.[state] ?? 0;
  const lines = cart.data?.lines.length ?? 0;
  const all: Need[] = [
    {
      to: '/orders',
      state: 'refused',
      icon: 'warn',
      label: t('home.refused'),
      hint: t('home.refusedHint'),
      count: refused.data?.length ?? 0,
      alarm: true,
    },
    {
      to: '/orders',
      state: 'shipped',
      icon: 'truck',
      label: t('home.toReceive'),
      hint: t('home.toReceiveHint'),
      count: count('shipped') + count('partly_shipped'),
    },
    {
      to: '/cart',
      icon: 'cart',
      label: t('home.cartWaits'),
      hint: hidden
        ? t('lists.goods', { count: lines })
        : t('home.cartHint', { count: lines, amount: `¥${formatMoney(cart.data?.total ?? '0')}` }),
      count: lines,
    },
    {
      to: '/orders',
      state: 'in_review',
      icon: 'clock',
      label: t('home.inReview'),
      hint: t('home.inReviewHint'),
      count: count('in_review'),
    },
  ];
  const needs = all.filter((need) => need.count > 0);
  if (needs.length === 0) {
    return (
      <p className={styles.nothing}>
        <Icon name="check" />
        {t('home.nothing')}
      </p>
    );
  }
  return (
    <nav className={styles.needs} aria-label={t('home.needs')}>
      {needs.map((need) => (
        <Link
          key={need.label}
          to={need.to}
          search={(need.state ? { state: need.state } : {}) as never}
          className={(need.alarm && styles.alarm) || ''}
        >
          <Icon name={need.icon} size={20} />
          <span>
            <span className={styles.needLabel}>{need.label}</span>
            <small>{need.hint}</small>
          </span>
          <b>{formatQuantity(need.count)}</b>
        </Link>
      ))}
    </nav>
  );
}
