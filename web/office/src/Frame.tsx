import { api, asProblem, Problem } from '@qudao/shared/api';
import { sayList } from '@qudao/shared/i18n';
import { ErrorState } from '@qudao/shared/kit';
import { OfficeLayout, useSignedOut } from '@qudao/shared/layout';
import { type Interests, useLive } from '@qudao/shared/live';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFind } from './find';
import { useGroups } from './groups';
import { useMe } from './me';
import { useUnseen } from './notification/data';
import { useTourPlan } from './tour';

/** Which lists a kind of change makes stale: the first word of their query keys. */
const interests: Interests = {
  order: ['orders', 'order', 'waiting', 'unseen'],
  shipment: ['orders', 'order', 'waiting'],
  comment: ['comments'],
  internal_comment: ['comments'],
  product: ['products', 'product'],
  category: ['categories'],
  template: ['templates'],
  price_list: ['price-lists', 'price-list', 'explain'],
  price: ['price-lists', 'price-list', 'explain'],
  stock: ['stock', 'alarms'],
  warehouse: ['warehouses', 'stock'],
  stock_display: ['stock-display'],
  dealer: ['dealers', 'dealer'],
  dealer_fact: ['dealer-facts', 'dealers', 'dealer'],
  audience: ['audiences', 'audience'],
  run: ['runs', 'run'],
  announcement: ['announcements', 'announcement'],
  storefront: ['storefront'],
  staff_message: ['messages', 'unseen'],
  staff: ['staff'],
  role: ['roles', 'me'],
};

/** The frame of every page but sign-in: who is here, what they may open, and the live line. */
export function Frame() {
  const { t } = useTranslation(['office', 'notification']);
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const groups = useGroups();
  const find = useFind();
  const tour = useTourPlan();
  const unseen = useUnseen().data?.messages;
  const home = useLocation({ select: (at) => at.pathname === '/' });
  const broken = useLive('office', interests, me.isSuccess);

  useSignedOut();
  const signOut = async () => {
    await api.DELETE('/api/office/session').catch(() => undefined);
    client.clear();
    await navigate({ to: '/signin' });
  };

  if (me.isError && asProblem(me.error).status !== 401) {
    return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  }
  if (!me.data) {
    return null;
  }
  return (
    <OfficeLayout
      brand={t('brand')}
      groups={groups}
      permissions={me.data.permissions}
      person={{
        id: me.data.staff.code,
        name: me.data.staff.name,
        roles: sayList(me.data.roles.map((role) => role.name)),
      }}
      search={find}
      {...(home ? { tour } : {})}
      messages={{ to: '/messages', label: t('notification:messages.title'), count: unseen ?? 0 }}
      onSignOut={() => void signOut()}
      broken={broken}
    >
      <Page permissions={me.data.permissions} />
    </OfficeLayout>
  );
}

/** The page at this address, or that the person may not see it. The page itself is not even loaded then. */
function Page({ permissions }: { permissions: readonly string[] }) {
  const needed = useMatches({
    select: (matches) => matches.flatMap((match) => match.staticData.permission ?? []),
  });
  return needed.every((permission) => permissions.includes(permission)) ? (
    <Outlet />
  ) : (
    <ErrorState error={new Problem(403, 'denied', '')} />
  );
}
