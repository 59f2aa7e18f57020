import type { Permission } from '@qudao/shared/api';
import { DataTable, EmptyState, QueryView, SearchBox, Section, useUrlState } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../kit/Page';
import { usePermissions } from './data';
import { byGroup } from './groups';
import { useHolders } from './handoverdata';
import styles from './org.module.css';
import { useGroupName } from './RolePage';
import { useByWords } from './ScopeWords';

/** Who can do this? A permission at the left, whoever holds it at the right, and by which role. */
export function WhoMay() {
  const { t } = useTranslation('org');
  const url = useUrlState();
  const query = usePermissions();
  const chosen = url.text('permission');
  return (
    <Page title={t('whoMay.title')} hint={t('whoMay.hint')}>
      <QueryView query={query}>
        {(all) => (
          <div className={styles.whoMay}>
            <Choice all={all} chosen={chosen} onChoose={(permission) => url.set({ permission })} />
            <Holders permission={all.find((one) => one.code === chosen)} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function Choice(props: { all: readonly Permission[]; chosen: string; onChoose: (code: string) => void }) {
  const { t } = useTranslation('org');
  const groupName = useGroupName();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = props.all.filter((one) =>
    [one.name, one.code, groupName(one.group)].some((word) => word.toLowerCase().includes(wanted)),
  );
  return (
    <Section flush>
      <div className={styles.choiceHead}>
        <SearchBox value={typed} onSearch={setTyped} placeholder={t('rights.search')} />
      </div>
      <div className={styles.choice}>
        {byGroup(found).map(({ group, permissions }) => (
          <fieldset key={group}>
            <legend>{groupName(group)}</legend>
            {permissions.map((one) => (
              <button
                key={one.code}
                type="button"
                aria-pressed={props.chosen === one.code}
                onClick={() => props.onChoose(one.code)}
              >
                {one.name}
              </button>
            ))}
          </fieldset>
        ))}
        {found.length === 0 && <p className={styles.faint}>{t('rights.unfound')}</p>}
      </div>
    </Section>
  );
}

function Holders({ permission }: { permission: Permission | undefined }) {
  const { t } = useTranslation('org');
  const by = useByWords();
  const query = useHolders(permission?.code ?? '');
  if (!permission) {
    return (
      <Section>
        <EmptyState icon="shield" title={t('whoMay.choose')} hint={t('whoMay.chooseHint')} />
      </Section>
    );
  }
  return (
    <QueryView query={query}>
      {(holders) => (
        <Section title={t('whoMay.holders', { name: permission.name, count: holders.length })} flush>
          {holders.length === 0 ? (
            <EmptyState icon="shield" title={t('whoMay.nobody')} hint={t('whoMay.nobodyHint')} />
          ) : (
            <DataTable
              dense
              rows={holders}
              rowKey={(one) => one.staff.code}
              rowTo={(one) => `/staff/${one.staff.code}/rights`}
              columns={[
                {
                  key: 'name',
                  title: t('staff.name'),
                  width: 120,
                  render: (one) => <Link to={`/staff/${one.staff.code}/rights`}>{one.staff.name}</Link>,
                },
                { key: 'by', title: t('rights.by'), render: (one) => by(one.by) },
                {
                  key: 'departments',
                  title: t('staff.department'),
                  wideOnly: true,
                  render: (one) => one.departments.map((each) => each.name).join('、'),
                },
                {
                  key: 'sees',
                  title: t('rights.scope'),
                  width: 120,
                  align: 'right',
                  render: (one) =>
                    one.sees_all ? t('rights.seesAll') : t('rights.sees', { count: one.dealers }),
                },
              ]}
            />
          )}
        </Section>
      )}
    </QueryView>
  );
}
