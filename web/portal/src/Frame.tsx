import { asProblem } from '@qudao/shared/api';
import { ErrorState, Notice, PricesHidden } from '@qudao/shared/kit';
import { Bell, PortalLayout, useSignedOut } from '@qudao/shared/layout';
import { type Interests, useLive } from '@qudao/shared/live';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCart } from './data/cart';
import { useMe, useSignOut } from './data/me';
import { useUnseen } from './data/messages';
import { useOnline } from './data/offline';
import { CatalogueSearch } from './parts/CatalogueSearch';
import { DeviceNotices } from './parts/DeviceNotices';
import { useTourPlan } from './tour';

/** What a kind of change makes stale: the first word of the query keys. */
const interests: Interests = {
  order: ['orders', 'order', 'arrivals'],
  shipment: ['orders', 'order', 'arrivals'],
  comment: ['comments'],
  cart: ['cart'],
  stock: ['products', 'product', 'cart', 'list'],
  stock_display: ['products', 'product', 'cart'],
  price: ['products', 'product', 'cart', 'list', 'storefront'],
  price_list: ['products', 'product', 'cart'],
  product: ['products', 'product', 'cart', 'categories', 'list', 'storefront'],
  storefront: ['storefront'],
  category: ['categories', 'products'],
  message: ['messages', 'unseen'],
  announcement: ['announcements', 'announcement', 'unseen'],
  account: ['accounts', 'deeds', 'me'],
};

/** The frame of every page but sign-in: who is here, the cart, and the live line. */
export function Frame() {
  const { t } = useTranslation('portal');
  const me = useMe();
  const cart = useCart();
  const unseen = useUnseen();
  const signOut = useSignOut();
  const online = useOnline();
  const tour = useTourPlan();
  // Offered where one lands, so that it never lies over work.
  const home = useLocation({ select: (location) => location.pathname === '/' });
  const broken = useLive('portal', interests, me.isSuccess);

  useSignedOut();
  if (me.isError && asProblem(me.error).status !== 401) {
    return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  }
  if (!me.data) {
    return null;
  }
  const lines = cart.data?.lines.length ?? 0;
  return (
    <PortalLayout
      brand={t('brand')}
      search={<CatalogueSearch />}
      nav={[
        { to: '/catalogue', label: t('nav.catalogue'), icon: 'grid' },
        { to: '/quick', label: t('nav.quick'), icon: 'bolt' },
        { to: '/lists', label: t('nav.lists'), icon: 'list' },
        { to: '/orders', label: t('nav.orders'), icon: 'orders' },
      ]}
      tabs={[
        { to: '/', label: t('nav.home'), icon: 'home' },
        { to: '/catalogue', label: t('nav.catalogue'), icon: 'grid' },
        { to: '/quick', label: t('nav.quick'), icon: 'bolt' },
        { to: '/cart', label: t('nav.cart'), icon: 'cart', badge: lines },
        { to: '/mine', label: t('nav.mine'), icon: 'person' },
      ]}
      extra={
        <Bell
          to="/messages"
          label={t('announcements.messages')}
          count={(unseen.data?.messages ?? 0) + (unseen.data?.announcements ?? 0)}
        />
      }
      cart={{ to: '/cart', label: t('nav.cart'), count: lines, total: cart.data?.total }}
      person={{ id: me.data.account.id, name: me.data.account.name, company: me.data.dealer.name }}
      onSignOut={() => void signOut()}
      broken={broken && online}
      {...(home ? { tour } : {})}
    >
      <PricesHidden value={me.data.limits?.hides_prices ?? false}>
        <DeviceNotices />
        {me.data.state === 'frozen' && <Notice tone="alarm">{t('frozen')}</Notice>}
        <Outlet />
      </PricesHidden>
    </PortalLayout>
  );
}
