import { ButtonLink, EmptyState, formatQuantity, Icon, SkeletonBlock, useTitle } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../data/catalogue';
import { useBought } from '../data/habit';
import { useMe } from '../data/me';
import { useOrders } from '../data/orders';
import { useStorefront } from '../data/storefront';
import { Announcements } from '../parts/Announcements';
import { Arrivals } from '../parts/Arrivals';
import { Bought } from '../parts/Bought';
import { Needs } from '../parts/Needs';
import { OrderCardView } from '../parts/OrderCardView';
import { Reorder } from '../parts/Reorder';
import { Storefront } from '../parts/Storefront';
import styles from './Home.module.css';

/** How many of the latest orders stand on the page; the first of them is the one to repeat. */
const latest = 4;

/** Where a dealer lands: what needs somebody, what is on its way, and the last order one touch from the cart. */
export function Home() {
  const { t } = useTranslation('portal');
  const me = useMe();
  const orders = useOrders({}, latest);
  const storefront = useStorefront();
  const bought = useBought();
  // What comes below waits for what stands above it, so that nothing is pushed away under the finger.
  const settled = !(orders.loading || storefront.isLoading || bought.isLoading);
  useTitle(t('home.title'));
  const [last, ...before] = orders.rows;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{me.data?.dealer.name}</h1>
        <p>{[me.data?.dealer.level.name, me.data?.dealer.region.name].filter(Boolean).join(' · ')}</p>
      </header>
      <Announcements />
      <Needs counts={orders.first?.counts} loading={orders.loading} />
      {!orders.loading && !last ? (
        <EmptyState
          icon="orders"
          title={t('home.first')}
          hint={t('home.firstHint')}
          action={
            <>
              <ButtonLink to="/catalogue" kind="primary">
                {t('cart.toCatalogue')}
              </ButtonLink>
              <ButtonLink to="/quick">{t('nav.quick')}</ButtonLink>
            </>
          }
        />
      ) : (
        <div className={styles.now}>
          <Block
            title={t('home.arrivals')}
            more={{ to: '/orders', state: 'shipped', label: t('home.allArrivals') }}
          >
            <Arrivals />
          </Block>
          <Block title={t('home.lastOrder')} more={{ to: '/orders', label: t('home.allOrders') }}>
            {last ? (
              <OrderCardView order={last} action={<Reorder order={last} primary />} />
            ) : (
              <SkeletonBlock height={234} />
            )}
          </Block>
        </div>
      )}
      {settled && (
        <>
          {storefront.data && <Storefront blocks={storefront.data} />}
          <Bought />
          {before.length > 0 && (
            <Block title={t('home.lastOrders')}>
              <div className={styles.orders}>
                {before.map((order) => (
                  <OrderCardView key={order.id} order={order} action={<Reorder order={order} />} />
                ))}
              </div>
            </Block>
          )}
          <Categories />
        </>
      )}
    </div>
  );
}

/** A titled part of the page with the way to all of it. */
function Block(props: {
  title: string;
  more?: { to: string; state?: string; label: string };
  children: ReactNode;
}) {
  return (
    <section className={styles.block}>
      <div className={styles.blockHead}>
        <h2>{props.title}</h2>
        {props.more && (
          <Link to={props.more.to} search={(props.more.state ? { state: props.more.state } : {}) as never}>
            {props.more.label}
          </Link>
        )}
      </div>
      {props.children}
    </section>
  );
}

function Categories() {
  const { t } = useTranslation('portal');
  const categories = useCategories();
  const top = (categories.data ?? []).filter((category) => !category.parent);
  if (top.length === 0) {
    return null;
  }
  return (
    <Block title={t('catalogue.categories')} more={{ to: '/catalogue', label: t('catalogue.all') }}>
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
                    .join(t('listComma'))}
                </small>
              </span>
              <small>{formatQuantity(category.count)}</small>
              <Icon name="chevronRight" size={16} />
            </Link>
          </li>
        ))}
      </ul>
    </Block>
  );
}
