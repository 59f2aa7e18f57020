import { type Movement, Problem, type StockRow } from '@qudao/shared/api';
import {
  Button,
  DataTable,
  DocumentPage,
  EmptyState,
  ErrorState,
  formatQuantity,
  QueryView,
  Section,
  Skeleton,
  useNarrow,
  When,
} from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { Line, Stacked } from '../kit/Cells';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { AdjustPanel } from './AdjustPanel';
import { useMovements, useSkuStock } from './data';
import styles from './inventory.module.css';
import { useLevelColumns } from './levels';
import { SafetyPanel } from './SafetyPanel';

/** One SKU: how much of it lies in each warehouse, and every movement that made it so. */
export function SkuPage() {
  const sku = usePart('sku');
  const query = useSkuStock(sku);
  return (
    <QueryView query={query}>
      {(rows) => {
        const [first] = rows;
        return first ? (
          <Sku first={first} rows={rows} />
        ) : (
          <ErrorState error={new Problem(404, 'not_found', '')} />
        );
      }}
    </QueryView>
  );
}

function Sku({ first, rows }: { first: StockRow; rows: StockRow[] }) {
  const { t } = useTranslation('inventory');
  const w = useWords();
  const narrow = useNarrow();
  const mayEdit = useMay('stock.edit');
  const levels = useLevelColumns<StockRow>();
  const [adjusted, setAdjusted] = useState<StockRow>();
  const [kept, setKept] = useState<StockRow>();
  return (
    <>
      <DocumentPage
        back={{ to: '/stock', label: t('stock.title') }}
        title={first.name}
        meta={<span>{first.sku}</span>}
        printable
      >
        <Section title={t('sku.levels')} flush>
          <DataTable
            rows={rows}
            rowKey={(row) => `${row.warehouse.code}/${row.pool ?? 0}`}
            columns={[
              {
                key: 'warehouse',
                title: w('word.warehouse'),
                render: (row) => <Line>{row.warehouse.name}</Line>,
              },
              ...levels,
              ...(mayEdit
                ? [
                    {
                      key: 'act',
                      title: '',
                      align: 'right' as const,
                      width: narrow ? 88 : 200,
                      render: (row: StockRow) => (
                        <span className={styles.acts}>
                          <Button size="small" kind="quiet" onClick={() => setKept(row)}>
                            {t('safety.verb')}
                          </Button>
                          <Button size="small" kind="quiet" onClick={() => setAdjusted(row)}>
                            {t('adjust.verb')}
                          </Button>
                        </span>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Section>
        <Movements sku={first.sku} unit={first.unit} />
      </DocumentPage>
      <AdjustPanel row={adjusted} onClose={() => setAdjusted(undefined)} />
      <SafetyPanel row={kept} onClose={() => setKept(undefined)} />
    </>
  );
}

/** A document's number as people know it; an id means nothing to them. */
function spoken(document: string | undefined): string | undefined {
  return document && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(document) ? undefined : document;
}

function Movements({ sku, unit }: { sku: string; unit: string }) {
  const { t, i18n } = useTranslation('inventory');
  const { t: k } = useTranslation('kit');
  const w = useWords();
  const narrow = useNarrow();
  const list = useMovements(sku);
  const kind = (code: string) =>
    i18n.exists(`movement.${code}`, { ns: 'inventory' }) ? t(`movement.${code}` as 'movement.receipt') : code;
  return (
    <Section
      title={t('sku.movements')}
      flush
      extra={<ExportButton kind="movements" filter={{ sku }} size="small" />}
    >
      {list.loading ? (
        <Skeleton rows={5} />
      ) : list.error && list.rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon="history" title={t('sku.still')} />
      ) : (
        <DataTable
          dense
          rows={list.rows}
          rowKey={(movement) => movement.id}
          columns={[
            { key: 'at', title: t('sku.at'), width: 132, render: (m) => <When at={m.at} /> },
            ...(narrow
              ? [
                  {
                    key: 'kind',
                    title: t('sku.kind'),
                    render: (m: Movement) => <Stacked main={kind(m.kind)} sub={m.warehouse.name} />,
                  },
                ]
              : [
                  {
                    key: 'kind',
                    title: t('sku.kind'),
                    width: 88,
                    render: (m: Movement) => kind(m.kind),
                  },
                  {
                    key: 'warehouse',
                    title: w('word.warehouse'),
                    width: 120,
                    render: (m: Movement) => m.warehouse.name,
                  },
                ]),
            {
              key: 'quantity',
              title: t('sku.change', { unit }),
              align: 'right',
              width: 112,
              render: (m) => `${m.quantity > 0 ? '+' : ''}${formatQuantity(m.quantity)}`,
            },
            {
              key: 'why',
              title: w('word.reason'),
              wideOnly: true,
              render: (m) => [m.reason, spoken(m.document)].filter(Boolean).join(' · '),
            },
            {
              key: 'who',
              title: t('sku.who'),
              width: 120,
              wideOnly: true,
              render: (m) => <Line most={120}>{m.who}</Line>,
            },
          ]}
        />
      )}
      {list.more && (
        <div className={styles.more}>
          <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>
            {k('action.loadMore')}
          </Button>
        </div>
      )}
    </Section>
  );
}
