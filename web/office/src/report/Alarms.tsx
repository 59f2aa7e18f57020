import { DataTable, ErrorState, formatQuantity, Section, Skeleton } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWords } from '../words';
import { useAlarms } from './data';
import styles from './report.module.css';

/** Goods of which less is free than should always lie there, the emptiest first. */
export function Alarms() {
  const { t } = useTranslation('report');
  const w = useWords();
  const query = useAlarms();
  return (
    <Section
      title={t('alarms.title', { count: query.data?.count ?? 0 })}
      flush
      extra={
        <Link to="/stock" search={{ low: 'true' } as never}>
          {w('verb.seeAll')}
        </Link>
      }
    >
      {query.isPending ? (
        <Skeleton rows={5} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data.items.length === 0 ? (
        <p className={styles.calm}>{t('alarms.none')}</p>
      ) : (
        <DataTable
          dense
          rows={query.data.items}
          rowKey={(level) => `${level.sku}/${level.warehouse.code}`}
          rowTo={(level) => `/stock/${encodeURIComponent(level.sku)}`}
          columns={[
            { key: 'name', title: t('alarms.goods'), cut: true, render: (level) => level.name },
            {
              key: 'warehouse',
              title: w('word.warehouse'),
              width: 112,
              wideOnly: true,
              render: (level) => level.warehouse.name,
            },
            {
              key: 'free',
              title: t('alarms.free'),
              align: 'right',
              width: 80,
              render: (level) => formatQuantity(level.free),
            },
            {
              key: 'safety',
              title: t('alarms.safety'),
              align: 'right',
              width: 88,
              render: (level) => formatQuantity(level.safety),
            },
          ]}
        />
      )}
    </Section>
  );
}
