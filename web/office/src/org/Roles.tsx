import { sayList } from '@qudao/shared/i18n';
import { ButtonLink, formatQuantity, ListPage, useUrlState } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card, Line } from '../kit/Cells';
import { useWholeList } from '../kit/whole';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { usePermissions, useRoles } from './data';
import { useScopeWords } from './ScopeWords';

/** The roles, what each may do in a few words, and how many people have it. */
export function Roles() {
  const { t } = useTranslation('org');
  const w = useWords();
  const url = useUrlState();
  const q = url.text('q');
  const permissions = usePermissions();
  const { list, count } = useWholeList(useRoles(), q, (role) => [role.code, role.name]);
  const create = useMay('staff.edit') && (
    <ButtonLink kind="primary" icon="plus" to="/roles/new">
      {t('roles.create')}
    </ButtonLink>
  );
  const names = new Map((permissions.data ?? []).map((one) => [one.code, one.name]));
  const says = useScopeWords();
  const words = (has: readonly string[]) => sayList(has.map((code) => names.get(code) ?? code));
  return (
    <ListPage
      keep="roles"
      title={t('roles.title')}
      count={count}
      list={list}
      dense
      search={{ value: q, placeholder: t('roles.search'), onSearch: (text) => url.set({ q: text }) }}
      narrowed={q !== ''}
      onClear={() => url.set({ q: '' })}
      actions={
        <>
          <ExportButton kind="roles" filter={{ q }} />
          {create}
        </>
      }
      columns={[
        {
          key: 'name',
          title: w('word.name'),
          width: 160,
          render: (role) => <Line>{role.name}</Line>,
        },
        { key: 'code', title: w('word.code'), width: 120, render: (role) => <Line>{role.code}</Line> },
        {
          key: 'sees',
          title: t('sees.title'),
          width: 180,
          wideOnly: true,
          render: (role) => <Line most={170}>{says(role.scope)}</Line>,
        },
        { key: 'may', title: t('roles.may'), cut: true, render: (role) => words(role.permissions) },
        {
          key: 'count',
          title: t('roles.count'),
          align: 'right',
          width: 96,
          render: (role) => formatQuantity(role.permissions.length),
        },
        {
          key: 'staff',
          title: t('roles.staff'),
          align: 'right',
          width: 96,
          render: (role) => (
            <Link to="/staff" search={{ role: role.code } as never}>
              {formatQuantity(role.staff_count)}
            </Link>
          ),
        },
      ]}
      rowKey={(role) => role.code}
      rowTo={(role) => `/roles/${role.code}`}
      card={(role) => (
        <Card
          to={`/roles/${role.code}`}
          title={role.name}
          lines={[words(role.permissions)]}
          foot={[role.code, t('roles.people', { count: role.staff_count })]}
        />
      )}
      empty={{ title: t('roles.none'), action: create }}
    />
  );
}
