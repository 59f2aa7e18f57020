import { api, asProblem } from '@qudao/shared/api';
import { ErrorState } from '@qudao/shared/kit';
import { OfficeLayout, useSignedOut } from '@qudao/shared/layout';
import { type Interests, useLive } from '@qudao/shared/live';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { groups } from './groups';
import { useMe } from './me';

/** Which lists a kind of change makes stale: the first word of their query keys. */
const interests: Interests = {
  order: ['orders', 'order'],
  shipment: ['orders', 'order'],
  stock: ['stock'],
  run: ['runs', 'run'],
};

/** The frame of every page but sign-in: who is here, what they may open, and the live line. */
export function Frame() {
  const { t } = useTranslation('office');
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
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
      groups={groups(t)}
      permissions={me.data.permissions}
      person={{ name: me.data.staff.name, roles: me.data.roles.map((role) => role.name).join('、') }}
      onSignOut={() => void signOut()}
      broken={broken}
    >
      <Outlet />
    </OfficeLayout>
  );
}
