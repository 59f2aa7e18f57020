import type { Staff } from '@qudao/shared/api';
import { sayList } from '@qudao/shared/i18n';
import { ButtonLink, ListPage, Tag, useUrlState } from '@qudao/shared/kit';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card, Line, Tags } from '../kit/Cells';
import { PickOne } from '../kit/Pick';
import { useWholeList } from '../kit/whole';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { useRoles, useStaff } from './data';
import { isLocked } from './locked';
import { rolesOf } from './StaffPanel';

/** Whether a person works here, or is kept out by wrong passwords. */
function StaffTag({ person }: { person: Staff }) {
  const { t } = useTranslation('org');
  return isLocked(person) ? (
    <Tag tone="alarm">{t('state.locked')}</Tag>
  ) : person.invited && person.state === 'active' ? (
    <Tag tone="waiting">{t('state.invited')}</Tag>
  ) : (
    <Tag tone={person.state === 'active' ? 'done' : 'idle'}>{t(`state.${person.state}`)}</Tag>
  );
}

/** Who works here, in which roles. A person opens at the side, at an address of its own. */
export function StaffList() {
  const { t } = useTranslation('org');
  const w = useWords();
  const url = useUrlState();
  const q = url.text('q');
  const role = url.text('role');
  const roles = useRoles();
  const whole = useWholeList(useStaff(), q, (one) => [
    one.code,
    one.name,
    one.username,
    ...one.departments.map((each) => each.name),
  ]);
  const rows = whole.list.rows.filter(
    (one) =>
      role === '' ||
      one.roles.some((has) => has.code === role) ||
      one.within.some((has) => has.role.code === role),
  );
  const create = useMay('staff.edit') && (
    <ButtonLink kind="primary" icon="plus" to="/staff/new">
      {t('staff.create')}
    </ButtonLink>
  );
  return (
    <>
      <ListPage
        keep="staff"
        title={t('staff.title')}
        count={whole.count === undefined ? undefined : rows.length}
        list={{ ...whole.list, rows }}
        dense
        search={{ value: q, placeholder: t('staff.search'), onSearch: (text) => url.set({ q: text }) }}
        filters={
          <PickOne
            filter
            placeholder={t('staff.role')}
            options={roles.data ?? []}
            value={role}
            onChange={(code) => url.set({ role: code })}
          />
        }
        narrowed={q !== '' || role !== ''}
        onClear={() => url.set({ q: '', role: '' })}
        actions={
          <>
            <ExportButton kind="staff" filter={{ q, role }} />
            {create}
          </>
        }
        columns={[
          {
            key: 'name',
            title: t('staff.name'),
            width: 120,
            render: (one) => <Line>{one.name}</Line>,
          },
          { key: 'code', title: t('staff.number'), width: 88, render: (one) => one.code },
          { key: 'username', title: w('word.username'), width: 140, render: (one) => one.username },
          {
            key: 'department',
            title: t('staff.department'),
            width: 140,
            wideOnly: true,
            render: (one) => one.departments.map((each) => each.name).join('、'),
          },
          {
            key: 'roles',
            title: t('staff.role'),
            render: (one) => <Tags words={rolesOf(one, t)} />,
          },
          {
            key: 'scope',
            title: t('staff.scope'),
            width: 180,
            wideOnly: true,
            render: (one) => (
              <Link to={`/staff/${one.code}/rights`}>{one.sees_all ? w('scope.all') : t('staff.some')}</Link>
            ),
          },
          {
            key: 'state',
            title: w('word.state'),
            width: 88,
            render: (one) => <StaffTag person={one} />,
          },
        ]}
        rowKey={(one) => one.code}
        rowTo={(one) => `/staff/${one.code}`}
        card={(one) => (
          <Card
            to={`/staff/${one.code}`}
            title={one.name}
            state={<StaffTag person={one} />}
            lines={[sayList(rolesOf(one, t))]}
            foot={[one.username, sayList(one.departments.map((each) => each.name))]}
          />
        )}
        empty={{ title: t('staff.none'), action: create }}
      />
      <Outlet />
    </>
  );
}
