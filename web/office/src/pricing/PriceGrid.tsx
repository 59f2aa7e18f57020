import { asProblem, type ListPrice, type PriceList } from '@qudao/shared/api';
import { Grid, type GridColumn, useGridEdits } from '@qudao/shared/grid';
import { Button, type CursorList, Dialog, ErrorState, formatPrice, Skeleton } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveBar } from '../kit/SaveBar';
import { useWords } from '../words';
import { useSavePrices } from './data';
import { effectOf, gridTiers, readRow, type TierCell, tierCells, tierText } from './gridTiers';
import styles from './pricing.module.css';

/**
 * The prices of a list as a sheet: typed over, pasted from Excel, marked where they are wrong. Saving shows
 * what it would do first, and then saves all of it or nothing.
 */
export function PriceGrid({ list, prices }: { list: PriceList; prices: CursorList<ListPrice> }) {
  const { t } = useTranslation('pricing');
  const w = useWords();
  const edits = useGridEdits();
  const [asking, setAsking] = useState(false);
  const save = useSavePrices(list.code, w('said.saved'), () => {
    edits.reset();
    setAsking(false);
  });
  const rows = new Map(prices.rows.map((row) => [row.sku, row]));
  const changes = [...edits.edits].flatMap(([sku, typed]) => {
    const row = rows.get(sku);
    return row ? [{ row, ...readRow(row, typed) }] : [];
  });
  const right = changes.flatMap(({ row, tiers }) => (tiers ? [{ row, tiers }] : []));
  const problem = save.error ? asProblem(save.error) : undefined;
  const refused = (sku: string, column: string) => {
    const own = changes.find((change) => change.row.sku === sku)?.fault;
    if (own) {
      return own.cell === column ? t(`tier.wrong.${own.fault}`) : undefined;
    }
    const at = right.findIndex((change) => change.row.sku === sku);
    return at >= 0 && column === 'price1' ? problem?.under(`changes[${at}]`)[0]?.detail : undefined;
  };
  const cell = (key: TierCell): GridColumn<ListPrice> => {
    const price = key.startsWith('price');
    const n = Number(key.replace(/\D/g, ''));
    return {
      key,
      title: n === 1 ? t('prices.price') : t(price ? 'grid.price' : 'grid.from', { n }),
      width: price ? 120 : 96,
      align: 'right',
      value: (row) => tierText(row.tiers, key),
      show: (value) => (value && price && /^[\d.]+$/.test(value) ? formatPrice(value) : value),
      // Whether a ladder is right is said of the whole row: `refused` says it at the cell.
      read: (typed) => ({ value: typed.normalize('NFKC').replace(/[,\s¥]/g, '') }),
      may: (row) => row.tiers.length <= gridTiers,
    };
  };
  const columns: GridColumn<ListPrice>[] = [
    { key: 'sku', title: w('word.code'), width: 132, value: (row) => row.sku },
    { key: 'name', title: t('prices.sku'), value: (row) => row.name },
    { key: 'unit', title: w('word.unit'), width: 56, value: (row) => row.unit },
    ...(list.kind === 'base'
      ? []
      : [
          {
            key: 'base',
            title: t('prices.base'),
            width: 104,
            align: 'right' as const,
            value: (row: ListPrice) => row.base ?? '',
            show: (value: string) => value && formatPrice(value),
          },
        ]),
    ...tierCells.map(cell),
  ];
  if (prices.loading) {
    return <Skeleton rows={10} />;
  }
  if (prices.error && prices.rows.length === 0) {
    return <ErrorState error={prices.error} onRetry={prices.retry} />;
  }
  return (
    <>
      <p className={styles.gridHint}>{t('grid.hint')}</p>
      <Grid
        label={list.name}
        rows={prices.rows}
        rowKey={(row) => row.sku}
        columns={columns}
        edits={edits}
        refused={refused}
        height="calc(100vh - 320px)"
        onEnd={prices.more && !prices.loadingMore ? prices.loadMore : undefined}
      />
      <SaveBar
        dirty={edits.count > 0}
        text={t('prices.waiting', { count: changes.length })}
        busy={save.isPending}
        disabled={right.length < changes.length || right.length === 0}
        onSave={() => setAsking(true)}
        onReset={() => {
          edits.reset();
          save.reset();
        }}
      />
      <Dialog
        open={asking}
        title={t('grid.effect')}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{w('verb.back')}</Button>
            <Button
              kind="primary"
              busy={save.isPending}
              onClick={() =>
                save.mutate(
                  right.map(({ row, tiers }) => ({ sku: row.sku, tiers })),
                  { onError: () => setAsking(false) },
                )
              }
            >
              {t('grid.save', { count: right.length })}
            </Button>
          </>
        }
      >
        <EffectWords changes={right} />
      </Dialog>
    </>
  );
}

/** What saving would do, in words and the largest moves. */
function EffectWords({ changes }: { changes: Parameters<typeof effectOf>[0] }) {
  const { t } = useTranslation('pricing');
  const effect = effectOf(changes);
  return (
    <>
      <p>
        {(['raised', 'lowered', 'other', 'gone'] as const)
          .filter((kind) => effect[kind] > 0)
          .map((kind) => t(`grid.${kind}`, { count: effect[kind] }))
          .join(t('grid.and'))}
      </p>
      <ul className={styles.effects}>
        {effect.largest.map((move) => (
          <li key={move.name}>
            <span>{move.name}</span>
            <span>
              {formatPrice(move.before)} → {formatPrice(move.after)}
            </span>
            <b>
              {move.percent > 0 ? '+' : ''}
              {move.percent}%
            </b>
          </li>
        ))}
      </ul>
    </>
  );
}
