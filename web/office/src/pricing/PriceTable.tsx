import { asProblem, type ListPrice, type PriceList } from '@qudao/shared/api';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  formatPrice,
  Notice,
  SearchBox,
  Skeleton,
  useNarrow,
  useUrlState,
} from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, Stacked } from '../kit/Cells';
import { SaveBar } from '../kit/SaveBar';
import { useWords } from '../words';
import { AddPrice } from './AddPrice';
import { useListPrices, useSavePrices } from './data';
import { PriceGrid } from './PriceGrid';
import styles from './pricing.module.css';
import { TierEditor } from './TierEditor';
import { TierWords } from './TierWords';
import { draftOf, readTiers, shareOf, type TierDraft } from './tiers';

type Edits = ReadonlyMap<string, TierDraft[]>;

/** The prices of a list. Any number of them can be changed before all are saved in one step. */
export function PriceTable({ list, mayEdit }: { list: PriceList; mayEdit: boolean }) {
  const { t } = useTranslation('pricing');
  const { t: k } = useTranslation('kit');
  const w = useWords();
  const narrow = useNarrow();
  const url = useUrlState();
  const q = url.text('q');
  const sheet = mayEdit && !narrow && url.text('sheet') === 'true';
  const prices = useListPrices(list.code, q, sheet ? 200 : 50);
  const [edits, setEdits] = useState<Edits>(new Map());
  const [added, setAdded] = useState<readonly ListPrice[]>([]);
  const [adding, setAdding] = useState(false);
  const forget = () => {
    setEdits(new Map());
    setAdded([]);
    save.reset();
  };
  const save = useSavePrices(list.code, w('said.saved'), forget);

  const changes = [...edits].map(([sku, drafts]) => ({ sku, read: readTiers(drafts) }));
  const right = changes.every((change) => change.read.tiers !== undefined);
  const submit = () => save.mutate(changes.map(({ sku, read }) => ({ sku, tiers: read.tiers ?? [] })));
  const problem = save.error ? asProblem(save.error) : undefined;
  const change = (sku: string, drafts: TierDraft[] | undefined) => {
    const next = new Map(edits);
    if (drafts) {
      next.set(sku, drafts);
    } else {
      next.delete(sku);
      setAdded(added.filter((row) => row.sku !== sku));
    }
    setEdits(next);
  };
  const refused = (sku: string) => {
    const at = changes.findIndex((one) => one.sku === sku);
    return at < 0 ? undefined : problem?.under(`changes[${at}]`)[0]?.detail;
  };

  const rows = [...added.filter((row) => !prices.rows.some((one) => one.sku === row.sku)), ...prices.rows];
  const price = (row: ListPrice) => {
    const drafts = edits.get(row.sku);
    return drafts ? (
      <TierEditor
        label={row.name}
        drafts={drafts}
        faults={readTiers(drafts).faults}
        refused={refused(row.sku)}
        unit={row.unit}
        onChange={(next) => change(row.sku, next)}
        onUndo={() => change(row.sku, undefined)}
      />
    ) : mayEdit ? (
      <button type="button" className={styles.price} onClick={() => change(row.sku, draftOf(row.tiers))}>
        <span className={styles.aloud}>{t('prices.change', { name: row.name })}</span>
        <TierWords tiers={row.tiers} />
      </button>
    ) : (
      <TierWords tiers={row.tiers} />
    );
  };
  const columns: Column<ListPrice>[] = narrow
    ? [
        {
          key: 'all',
          title: t('prices.sku'),
          render: (row) => (
            <>
              <Stacked main={row.name} sub={row.sku} />
              {price(row)}
            </>
          ),
        },
      ]
    : [
        { key: 'name', title: t('prices.sku'), render: (row) => row.name },
        { key: 'sku', title: w('word.code'), width: 132, render: (row) => <Line>{row.sku}</Line> },
        { key: 'unit', title: w('word.unit'), width: 64, wideOnly: true, render: (row) => row.unit },
        ...(list.kind === 'base' ? [] : compared(t)),
        { key: 'tiers', title: t('prices.price'), width: mayEdit ? 380 : 240, render: price },
      ];

  return (
    <>
      <div className={styles.bar}>
        <div className={styles.search}>
          <SearchBox value={q} placeholder={t('prices.search')} onSearch={(text) => url.set({ q: text })} />
        </div>
        <span className={styles.barActs}>
          {mayEdit && !narrow && edits.size === 0 && (
            <Button icon="grid" onClick={() => url.set({ sheet: sheet ? undefined : 'true' })}>
              {t(sheet ? 'grid.close' : 'grid.open')}
            </Button>
          )}
          {mayEdit && !sheet && (
            <Button icon="plus" onClick={() => setAdding(true)}>
              {t('prices.add')}
            </Button>
          )}
        </span>
      </div>
      {sheet && <PriceGrid list={list} prices={prices} />}
      {problem && <Notice tone="alarm">{problem.detail}</Notice>}
      {sheet ? null : prices.loading ? (
        <Skeleton rows={10} />
      ) : prices.error && rows.length === 0 ? (
        <ErrorState error={prices.error} onRetry={prices.retry} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={q ? 'search' : 'tag'}
          title={q ? k('list.noMatch') : t('prices.none')}
          hint={q ? k('list.noMatchHint') : t('prices.noneHint')}
        />
      ) : (
        <DataTable dense stale={prices.stale} rows={rows} rowKey={(row) => row.sku} columns={columns} />
      )}
      {prices.more && !sheet && (
        <div className={styles.more}>
          <Button busy={prices.loadingMore} onClick={prices.loadMore}>
            {k('action.loadMore')}
          </Button>
        </div>
      )}
      <AddPrice
        open={adding}
        onClose={() => setAdding(false)}
        onAdd={(row, drafts) => {
          setAdded([row, ...added.filter((one) => one.sku !== row.sku)]);
          change(row.sku, drafts);
          setAdding(false);
        }}
      />
      <SaveBar
        dirty={edits.size > 0}
        text={t('prices.waiting', { count: edits.size })}
        busy={save.isPending}
        disabled={!right}
        onSave={submit}
        onReset={forget}
      />
    </>
  );
}

type Texts = ReturnType<typeof useTranslation<'pricing'>>['t'];

/** What the list's price is compared with: the base price, and the share of it that is paid. */
function compared(t: Texts): Column<ListPrice>[] {
  return [
    {
      key: 'base',
      title: t('prices.base'),
      align: 'right',
      width: 104,
      wideOnly: true,
      render: (row) => row.base && formatPrice(row.base),
    },
    {
      key: 'share',
      title: t('prices.share'),
      align: 'right',
      width: 80,
      wideOnly: true,
      render: (row) => shareOf(row.tiers[0]?.price, row.base),
    },
  ];
}
