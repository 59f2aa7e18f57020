import { asProblem, type StockRow } from '@qudao/shared/api';
import { Grid, type GridColumn, plainDecimal, useGridEdits } from '@qudao/shared/grid';
import {
  Button,
  Dialog,
  EmptyState,
  ErrorState,
  Field,
  Form,
  formatQuantity,
  Notice,
  SearchBox,
  Skeleton,
  sumDecimals,
  TextInput,
  useUrlState,
} from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../kit/Page';
import { PickOne } from '../kit/Pick';
import { SaveBar } from '../kit/SaveBar';
import { useWords } from '../words';
import { useCountStock, useStock, useWarehouses } from './data';
import styles from './inventory.module.css';

const keyOf = (row: { sku: string; warehouse: { code: string } }) => `${row.sku}/${row.warehouse.code}`;

/**
 * What lies where as a sheet: counted figures are typed or pasted from Excel. Before anything is saved the
 * server says what would become of each; what cannot be stands in its cell.
 */
export function StockSheet() {
  const { t } = useTranslation('inventory');
  const { t: k } = useTranslation('kit');
  const w = useWords();
  const url = useUrlState();
  const warehouses = useWarehouses();
  const filter = { q: url.text('q'), warehouse: url.text('warehouse'), low: url.text('low') === 'true' };
  const list = useStock(filter, 200);
  const edits = useGridEdits();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const done = () => {
    setAsking(false);
    setReason('');
    edits.reset();
  };
  const trial = useCountStock();
  const save = useCountStock(t('adjust.said'));
  const rows = new Map(list.rows.map((row) => [keyOf(row), row]));
  const counts = [...edits.edits].flatMap(([key, typed]) => {
    const row = rows.get(key);
    const onHand = typed.on_hand;
    const value = onHand === undefined ? undefined : plainDecimal(onHand, 3);
    return row && value !== undefined ? [{ row, onHand: Number(value) }] : [];
  });
  const wrong = counts.length < edits.edits.size || counts.some((count) => count.onHand < 0);
  const items = counts.map(({ row, onHand }) => ({
    sku: row.sku,
    warehouse: row.warehouse.code,
    on_hand: onHand,
  }));
  /** Keeps what was refused at its cell, and says whether nothing was. */
  const judge = (results: { sku: string; warehouse: string; problem?: { detail: string } }[]) => {
    const found = new Map(
      results.flatMap((one) =>
        one.problem ? [[`${one.sku}/${one.warehouse}`, one.problem.detail] as const] : [],
      ),
    );
    setRefusals(found);
    return found.size === 0;
  };
  const ask = () =>
    trial.mutate(
      { items, trial: true, reason: t('sheet.trial') },
      { onSuccess: (results) => judge(results) && setAsking(true) },
    );
  const confirm = () =>
    save.mutate(
      { items, reason: reason.trim() },
      { onSuccess: (results) => (judge(results) ? done() : setAsking(false)) },
    );
  const columns: GridColumn<StockRow>[] = [
    { key: 'sku', title: w('word.code'), width: 132, value: (row) => row.sku },
    { key: 'name', title: t('stock.sku'), value: (row) => row.name },
    { key: 'warehouse', title: w('word.warehouse'), width: 120, value: (row) => row.warehouse.name },
    { key: 'unit', title: w('word.unit'), width: 56, value: (row) => row.unit },
    {
      key: 'on_hand',
      title: t('level.on_hand'),
      width: 120,
      align: 'right',
      value: (row) => String(row.on_hand),
      show: (value) => (plainDecimal(value, 3) === undefined ? value : formatQuantity(value)),
      read: (typed) => {
        const value = plainDecimal(typed, 3);
        return value === undefined || value.startsWith('-') ? { fault: t('sheet.wrong') } : { value };
      },
      may: (row) => (row.pool ?? 0) === 0,
      sum: (changes) => {
        const sum = sumDecimals(changes.flatMap(({ before, after }) => [after, `-${before}`]));
        return `${sum.startsWith('-') ? '' : '+'}${formatQuantity(sum)}`;
      },
    },
    ...(['reserved', 'safety', 'available'] as const).map(
      (key): GridColumn<StockRow> => ({
        key,
        title: t(`level.${key}`),
        width: 104,
        align: 'right',
        value: (row) => String(row[key]),
        show: formatQuantity,
      }),
    ),
  ];
  const failed = trial.error ?? save.error;
  return (
    <Page
      title={t('sheet.title')}
      hint={t('sheet.hint')}
      actions={<Button onClick={() => url.set({ sheet: undefined })}>{t('sheet.close')}</Button>}
    >
      <div className={styles.sheetBar}>
        <SearchBox value={filter.q} placeholder={t('stock.search')} onSearch={(q) => url.set({ q })} />
        <PickOne
          filter
          placeholder={w('word.warehouse')}
          options={warehouses.data ?? []}
          value={filter.warehouse}
          onChange={(warehouse) => url.set({ warehouse })}
        />
      </div>
      {failed && <Notice tone="alarm">{asProblem(failed).detail}</Notice>}
      {refusals.size > 0 && <Notice tone="alarm">{t('sheet.refused', { count: refusals.size })}</Notice>}
      {list.loading ? (
        <Skeleton rows={10} />
      ) : list.error && list.rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon="search" title={k('list.noMatch')} hint={k('list.noMatchHint')} />
      ) : (
        <Grid
          label={t('sheet.title')}
          rows={list.rows}
          rowKey={keyOf}
          columns={columns}
          edits={edits}
          refused={(row, column) =>
            column === 'on_hand' && edits.edits.has(row) ? refusals.get(row) : undefined
          }
          height="calc(100vh - 300px)"
          onEnd={list.more && !list.loadingMore ? list.loadMore : undefined}
        />
      )}
      <SaveBar
        dirty={edits.count > 0}
        text={t('sheet.waiting', { count: edits.edits.size })}
        busy={trial.isPending || save.isPending}
        disabled={wrong || counts.length === 0}
        onSave={ask}
        onReset={() => {
          edits.reset();
          setRefusals(new Map());
        }}
      />
      <Dialog
        open={asking}
        title={t('sheet.effect')}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{w('verb.back')}</Button>
            <Button kind="primary" busy={save.isPending} disabled={!reason.trim()} onClick={confirm}>
              {t('sheet.save', { count: counts.length })}
            </Button>
          </>
        }
      >
        <Form onSubmit={confirm} error={save.error} label={t('sheet.effect')}>
          <p>{t('sheet.moves', moves(counts))}</p>
          <Field label={w('word.reason')} path="reason" hint={t('adjust.reasonHint')}>
            {(control) => (
              <TextInput
                {...control}
                data-focus
                maxLength={200}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </Form>
      </Dialog>
    </Page>
  );
}

/** How much more and how much less would lie there. */
function moves(counts: readonly { row: StockRow; onHand: number }[]) {
  const by = (sign: 1 | -1) =>
    counts.map(({ row, onHand }) => onHand - row.on_hand).filter((moved) => Math.sign(moved) === sign);
  const sum = (all: number[]) => formatQuantity(sumDecimals(all.map((one) => one.toFixed(3))));
  const more = by(1);
  const less = by(-1);
  return { count: counts.length, more: more.length, plus: sum(more), less: less.length, minus: sum(less) };
}
