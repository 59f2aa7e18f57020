import type { OrderCard } from '@qudao/shared/api';
import {
  Button,
  ButtonLink,
  EmptyState,
  formatQuantity,
  Icon,
  SkeletonBlock,
  toastProblem,
  useTitle,
} from '@qudao/shared/kit';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCartChanges } from '../data/cart';
import { useCategories } from '../data/catalogue';
import { useMe } from '../data/me';
import { useOrders } from '../data/orders';
import { OrderCardView } from '../parts/OrderCardView';
import styles from './Home.module.css';

/** Where a dealer lands: its last orders with one touch to repeat them, and the ways into the catalogue. */
export function Home() {
  const { t } = useTranslation('portal');
  const me = useMe();
  const orders = useOrders({}, 3);
  const categories = useCategories();
  useTitle(t('home.title'));
  const top = (categories.data ?? []).filter((category) => !category.parent);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{me.data?.dealer.name}</h1>
          <p>{[me.data?.dealer.level.name, me.data?.dealer.region.name].filter(Boolean).join(' · ')}</p>
        </div>
        <div className={styles.ways}>
          <ButtonLink to="/quick" icon="bolt">
            {t('nav.quick')}
          </ButtonLink>
          <ButtonLink to="/catalogue" icon="grid">
            {t('nav.catalogue')}
          </ButtonLink>
        </div>
      </header>
      <section>
        <div className={styles.sectionHead}>
          <h2>{t('home.lastOrders')}</h2>
          <Link to="/orders">{t('home.allOrders')}</Link>
        </div>
        {orders.loading ? (
          <div className={styles.orders}>
            <SkeletonBlock height={164} />
            <SkeletonBlock height={164} />
            <SkeletonBlock height={164} />
          </div>
        ) : orders.rows.length === 0 ? (
          <EmptyState icon="orders" title={t('orders.empty')} hint={t('orders.emptyHint')} />
        ) : (
          <div className={styles.orders}>
            {orders.rows.map((order) => (
              <OrderCardView key={order.id} order={order} action={<Reorder order={order} />} />
            ))}
          </div>
        )}
      </section>
      {top.length > 0 && (
        <section>
          <div className={styles.sectionHead}>
            <h2>{t('catalogue.categories')}</h2>
            <Link to="/catalogue">{t('catalogue.all')}</Link>
          </div>
          <ul className={styles.categories}>
            {top.map((category) => (
              <li key={category.code}>
                <Link to="/catalogue" search={{ category: category.code } as never}>
                  <span>
                    <b>{category.name}</b>
                    <small>
                      {(categories.data ?? [])
                        .filter((child) => child.parent === category.code)
                        .slice(0, 3)
                        .map((child) => child.name)
                        .join('、')}
                    </small>
                  </span>
                  <small>{formatQuantity(category.count)}</small>
                  <Icon name="chevronRight" size={16} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Reorder({ order }: { order: OrderCard }) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const { reorder } = useCartChanges();
  return (
    <Button
      icon="cart"
      busy={reorder.isPending}
      onClick={() =>
        reorder.mutate(order.id, {
          onSuccess: () => void navigate({ to: '/cart' }),
          onError: (error) => toastProblem(error, t('order.notDone')),
        })
      }
    >
      {t('order.reorder')}
    </Button>
  );
}
