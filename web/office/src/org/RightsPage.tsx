import type { Rights, Staff } from '@qudao/shared/api';
import {
  Button,
  ButtonLink,
  DataTable,
  DocumentPage,
  EmptyState,
  ErrorState,
  Facts,
  formatQuantity,
  QueryView,
  SearchBox,
  Section,
  Tag,
  When,
} from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { Stacked } from '../kit/Cells';
import { useMay } from '../me';
import { useWords } from '../words';
import { usePermissions, useStaff } from './data';
import { byGroup } from './groups';
import { HandoverPanel } from './HandoverPanel';
import { useHandovers, useKept, useRights } from './handoverdata';
import styles from './org.module.css';
import { useGroupName } from './RolePage';
import { useByWords, useScopeWords } from './ScopeWords';

/** What one person may do and see, and why; which dealers they had when, and to whom these went. */
export function RightsPage() {
  const code = usePart('code');
  const query = useRights(code);
  return <QueryView query={query}>{(rights) => <Person key={code} rights={rights} />}</QueryView>;
}

function Person({ rights }: { rights: Rights }) {
  const { t } = useTranslation('org');
  const w = useWords();
  const code = rights.staff.code;
  const maySeeDealers = useMay('dealer.read');
  const mayHandOver = useMay('dealer.edit');
  const [handing, setHanding] = useState(false);
  const person: Staff | undefined = useStaff().data?.find((one) => one.code === code);
  const seen = rights.sees_all ? t('rights.seesAll') : t('rights.sees', { count: rights.dealers });
  return (
    <>
      <DocumentPage
        back={{ to: '/staff', label: t('staff.title') }}
        title={rights.staff.name}
        state={
          person && <Tag tone={person.state === 'active' ? 'done' : 'idle'}>{t(`state.${person.state}`)}</Tag>
        }
        meta={
          <>
            <span>{code}</span>
            <span>{person?.departments.map((one) => one.name).join('、')}</span>
            <span>{seen}</span>
          </>
        }
        actions={<ButtonLink to={`/staff/${code}`}>{w('verb.edit')}</ButtonLink>}
        primary={
          mayHandOver && (
            <Button kind="primary" onClick={() => setHanding(true)}>
              {t('handover.title')}
            </Button>
          )
        }
        aside={
          <>
            <Seen rights={rights} />
            {maySeeDealers && <Handovers code={code} />}
          </>
        }
      >
        <May rights={rights} />
        {maySeeDealers && <Kept code={code} />}
      </DocumentPage>
      {handing && <HandoverPanel person={rights.staff} onClose={() => setHanding(false)} />}
    </>
  );
}

function May({ rights }: { rights: Rights }) {
  const { t } = useTranslation('org');
  const [typed, setTyped] = useState('');
  const groupName = useGroupName();
  const by = useByWords();
  const all = usePermissions().data ?? [];
  const has = new Map(rights.may.map((one) => [one.permission, one.by]));
  const wanted = typed.trim().toLowerCase();
  const rows = byGroup(all.filter((one) => has.has(one.code)))
    .flatMap(({ group, permissions }) => permissions.map((one) => ({ ...one, group: groupName(group) })))
    .filter((one) => [one.name, one.code, one.group].some((word) => word.toLowerCase().includes(wanted)));
  return (
    <Section
      title={t('rights.may', { count: rights.may.length })}
      extra={
        rights.may.length > 8 && (
          <SearchBox value={typed} onSearch={setTyped} placeholder={t('rights.search')} />
        )
      }
      flush
    >
      {rights.may.length === 0 ? (
        <EmptyState icon="shield" title={t('rights.nothing')} hint={t('rights.nothingHint')} />
      ) : (
        <DataTable
          dense
          rows={rows}
          rowKey={(one) => one.code}
          columns={[
            { key: 'group', title: t('rights.group'), width: 120, render: (one) => one.group },
            {
              key: 'name',
              title: t('roles.may'),
              render: (one) => (
                <Link to="/who-may" search={{ permission: one.code } as never}>
                  {one.name}
                </Link>
              ),
            },
            { key: 'by', title: t('rights.by'), render: (one) => by(has.get(one.code) ?? []) },
          ]}
        />
      )}
    </Section>
  );
}

function Seen({ rights }: { rights: Rights }) {
  const { t } = useTranslation('org');
  const says = useScopeWords();
  const by = useByWords();
  const own = { label: t('rights.everybody'), value: t('rights.own') };
  return (
    <Section title={t('rights.scope')}>
      <p className={styles.total}>
        {rights.sees_all ? t('rights.seesAll') : t('rights.sees', { count: rights.dealers })}
      </p>
      <Facts
        items={
          rights.limited
            ? [{ label: t('rights.limit'), value: t('rights.limited') }]
            : [
                own,
                ...rights.sees.map((one) => ({
                  label: by([one]),
                  value: says(
                    one.scope,
                    one.departments.map((each) => each.name),
                  ),
                })),
              ]
        }
      />
    </Section>
  );
}

function Handovers({ code }: { code: string }) {
  const { t } = useTranslation('org');
  const query = useHandovers(code);
  return (
    <QueryView query={query}>
      {(list) =>
        list.length === 0 ? null : (
          <Section title={t('handover.made')}>
            <ul className={styles.steps}>
              {list.map((one) => (
                <li key={one.id}>
                  <Stacked
                    main={t(one.from.code === code ? 'handover.gave' : 'handover.got', {
                      count: one.dealers,
                      name: one.from.code === code ? one.to.name : one.from.name,
                    })}
                    sub={
                      <>
                        {t('handover.fromDay', { day: one.since })}
                        {one.reason && ` · ${one.reason}`}
                        {one.by && ` · ${one.by}`}
                      </>
                    }
                  />
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    </QueryView>
  );
}

function Kept({ code }: { code: string }) {
  const { t } = useTranslation('org');
  const list = useKept(code);
  if (list.error) {
    return <ErrorState error={list.error} onRetry={list.retry} />;
  }
  if (!list.loading && list.rows.length === 0) {
    return null;
  }
  return (
    <Section
      title={t('kept.title')}
      extra={
        list.more && (
          <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>
            {t('kept.more', { count: formatQuantity(list.rows.length) })}
          </Button>
        )
      }
      flush
    >
      <DataTable
        dense
        rows={list.rows}
        rowKey={(one) => `${one.dealer.code} ${one.since}`}
        rowTo={(one) => `/dealers/${one.dealer.code}`}
        columns={[
          {
            key: 'dealer',
            title: t('kept.dealer'),
            render: (one) => <Stacked main={one.dealer.name} sub={one.dealer.code} />,
          },
          { key: 'since', title: t('kept.since'), width: 120, render: (one) => <When at={one.since} /> },
          {
            key: 'until',
            title: t('kept.until'),
            width: 120,
            render: (one) => (one.until ? <When at={one.until} /> : <Tag tone="done">{t('kept.now')}</Tag>),
          },
          { key: 'to', title: t('kept.to'), width: 100, render: (one) => one.to?.name },
        ]}
      />
    </Section>
  );
}
