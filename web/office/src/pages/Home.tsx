import type { AuditChange } from '@qudao/shared/api';
import {
  type CursorList,
  DataTable,
  EmptyState,
  ErrorState,
  Section,
  Skeleton,
  useNarrow,
  useTitle,
  When,
} from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { everything, useAudit } from '../audit/data';
import { nameOf } from '../audit/diff';
import { useAuditWords } from '../audit/words';
import { everyProduct, useProducts } from '../catalog/data';
import { Line, Stacked } from '../kit/Cells';
import { Page } from '../kit/Page';
import { useMay, useMe } from '../me';
import { RecentOrders } from '../order/RecentOrders';
import { Alarms } from '../report/Alarms';
import { Quiet } from '../report/Quiet';
import report from '../report/report.module.css';
import { Sales } from '../report/Sales';
import { Waiting } from '../report/Waiting';
import { useRuns } from '../spreadsheet/data';
import { useRunColumns } from '../spreadsheet/RunRows';
import { useWords } from '../words';
import styles from './Home.module.css';

/** What waits for the person first, by what they may do about it; then the figures of sales. */
export function Home() {
  const { t } = useTranslation('office');
  const me = useMe().data;
  const may = {
    review: useMay('order.review'),
    ship: useMay('order.ship'),
    see: useMay('order.read'),
    stock: useMay('stock.edit'),
    alarms: useMay('stock.read'),
    product: useMay('product.edit'),
    data: useMay('import.run'),
    audit: useMay('audit.read'),
  };
  const clear = <p className={styles.clear}>{t('home.clear')}</p>;
  const acts = may.review || may.ship;
  const figures = may.see && (
    <div className={report.charts}>
      <Sales />
      {may.stock || !may.alarms ? (
        <div className={report.wide}>
          <Quiet />
        </div>
      ) : (
        <>
          <Quiet />
          <Alarms />
        </>
      )}
    </div>
  );
  useTitle(t('home.title'));
  return (
    <Page title={t('home.welcome', { name: me?.staff.name ?? '' })}>
      <Waiting />
      {!acts && figures}
      <div className={styles.desk}>
        {may.review && <RecentOrders state="in_review" title={t('home.review')} none={clear} />}
        {may.ship && <RecentOrders state="accepted" title={t('home.ship')} none={clear} />}
        {may.see && !acts && <RecentOrders />}
        {may.stock && <Alarms />}
        {may.product && <Drafts />}
        {may.data && <LatestRuns />}
        {may.audit && <LatestChanges />}
      </div>
      {acts && figures}
      {!Object.values(may).includes(true) && (
        <EmptyState icon="home" title={t('home.nothing')} hint={t('home.nothingHint')} />
      )}
    </Page>
  );
}

/** A part of the desk: a few rows and the way to all of them. Without rows there is nothing to say. */
function Part<Row>(props: {
  title: string;
  all: ReactNode;
  list: CursorList<Row>;
  children: (rows: Row[]) => ReactNode;
}) {
  const { list } = props;
  if (!list.loading && !list.error && list.rows.length === 0) {
    return null;
  }
  return (
    <Section title={props.title} extra={props.all} flush>
      {list.loading ? (
        <Skeleton rows={3} />
      ) : list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : (
        props.children(list.rows)
      )}
    </Section>
  );
}

function Drafts() {
  const { t } = useTranslation(['office', 'catalog']);
  const w = useWords();
  const list = useProducts({ ...everyProduct, state: 'draft' }, 6);
  return (
    <Part
      title={t('home.drafts')}
      list={list}
      all={
        <Link to="/products" search={{ state: 'draft' } as never}>
          {w('verb.seeAll')}
        </Link>
      }
    >
      {(rows) => (
        <DataTable
          dense
          rows={rows}
          rowKey={(row) => row.code}
          rowTo={(row) => `/products/${row.code}`}
          columns={[
            {
              key: 'name',
              title: t('catalog:products.name'),
              cut: true,
              render: (row) => row.name,
            },
            {
              key: 'at',
              title: w('word.updated'),
              width: 132,
              render: (row) => <When at={row.updated_at} />,
            },
          ]}
        />
      )}
    </Part>
  );
}

function LatestRuns() {
  const { t } = useTranslation('office');
  const w = useWords();
  const list = useRuns(6);
  const columns = useRunColumns();
  return (
    <Part title={t('home.runs')} list={list} all={<Link to="/runs">{w('verb.seeAll')}</Link>}>
      {(rows) => (
        <DataTable
          dense
          rows={rows}
          rowKey={(run) => run.id}
          rowTo={(run) => `/runs/${run.id}`}
          columns={columns.filter((column) => !['name', 'ok', 'total'].includes(column.key))}
        />
      )}
    </Part>
  );
}

function LatestChanges() {
  const { t } = useTranslation(['office', 'audit']);
  const w = useWords();
  const words = useAuditWords();
  const narrow = useNarrow();
  const list = useAudit(everything, 6);
  return (
    <Part title={t('home.changes')} list={list} all={<Link to="/audit">{w('verb.seeAll')}</Link>}>
      {(rows) => (
        <DataTable
          dense
          rows={rows}
          rowKey={(change) => `${change.at}/${change.id}`}
          columns={[
            {
              key: 'row',
              title: t('audit:audit.table'),
              cut: !narrow,
              render: (change) => {
                const what = `${words.table(change.table)} ${nameOf(change)}`;
                const who = `${words.action(change.action)} · ${words.actor(change)}`;
                return narrow ? <Stacked main={what} sub={who} /> : what;
              },
            },
            ...(narrow
              ? []
              : [
                  {
                    key: 'action',
                    title: t('audit:audit.action'),
                    width: 88,
                    render: (change: AuditChange) => <Line>{words.action(change.action)}</Line>,
                  },
                  {
                    key: 'actor',
                    title: t('audit:audit.actor'),
                    width: 110,
                    render: (change: AuditChange) => <Line most={110}>{words.actor(change)}</Line>,
                  },
                ]),
            {
              key: 'at',
              title: t('audit:audit.at'),
              width: narrow ? 96 : 120,
              render: (change) => <When at={change.at} />,
            },
          ]}
        />
      )}
    </Part>
  );
}
