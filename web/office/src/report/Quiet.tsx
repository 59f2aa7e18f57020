import { DataTable, ErrorState, Money, Section, Skeleton } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useWords } from '../words';
import { useQuiet } from './data';
import styles from './report.module.css';

/** Dealers that bought and do no longer: somebody should call them. */
export function Quiet() {
  const { t } = useTranslation('report');
  const w = useWords();
  const query = useQuiet();
  return (
    <Section title={t('quiet.title', { count: query.data?.count ?? 0 })} flush>
      {query.isPending ? (
        <Skeleton rows={5} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data.items.length === 0 ? (
        <p className={styles.calm}>{t('quiet.none')}</p>
      ) : (
        <>
          <p className={styles.hint}>{t('quiet.hint')}</p>
          <DataTable
            dense
            rows={query.data.items}
            rowKey={(dealer) => dealer.code}
            rowTo={(dealer) => `/dealers/${dealer.code}`}
            columns={[
              { key: 'name', title: w('word.dealer'), cut: true, render: (dealer) => dealer.name },
              { key: 'last', title: t('quiet.last'), width: 112, render: (dealer) => dealer.last },
              {
                key: 'amount',
                title: t('quiet.amount'),
                align: 'right',
                width: 128,
                render: (dealer) => <Money value={dealer.amount} />,
              },
            ]}
          />
        </>
      )}
    </Section>
  );
}
