import type { StockRow } from '@qudao/shared/api';
import { Button, ListPage, Quantity, useNarrow, useUrlState } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Line } from '../kit/Cells';
import { Check } from '../kit/Check';
import { PickOne } from '../kit/Pick';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { AdjustPanel } from './AdjustPanel';
import { useStock, useWarehouses } from './data';
import { useLevelColumns } from './levels';
import { StockSheet } from './StockSheet';

/** What lies where: as a list, or as a sheet for whoever counts. */
export function Stock() {
  const sheet = useUrlState().text('sheet') === 'true';
  const narrow = useNarrow();
  return useMay('stock.edit') && sheet && !narrow ? <StockSheet /> : <StockList />;
}

/** A row for each SKU in each warehouse. */
function StockList() {
  const { t } = useTranslation('inventory');
  const w = useWords();
  const url = useUrlState();
  const warehouses = useWarehouses();
  const mayEdit = useMay('stock.edit');
  const narrow = useNarrow();
  const [adjusted, setAdjusted] = useState<StockRow>();
  const filter = { q: url.text('q'), warehouse: url.text('warehouse'), low: url.text('low') === 'true' };
  const list = useStock(filter);
  const levels = useLevelColumns<StockRow>();
  const exported = { ...filter, low: filter.low ? ('true' as const) : ('false' as const) };
  return (
    <>
      <ListPage
        keep="stock"
        title={t('stock.title')}
        list={list}
        dense
        search={{ value: filter.q, placeholder: t('stock.search'), onSearch: (q) => url.set({ q }) }}
        filters={
          <>
            <PickOne
              filter
              placeholder={w('word.warehouse')}
              options={warehouses.data ?? []}
              value={filter.warehouse}
              onChange={(warehouse) => url.set({ warehouse })}
            />
            <Check checked={filter.low} onChange={(low) => url.set({ low: low ? 'true' : '' })}>
              {t('stock.low')}
            </Check>
          </>
        }
        narrowed={filter.q !== '' || filter.warehouse !== '' || filter.low}
        onClear={() => url.set({ q: '', warehouse: '', low: '' })}
        actions={
          <>
            {mayEdit && !narrow && (
              <Button icon="grid" onClick={() => url.set({ sheet: 'true' })}>
                {t('sheet.open')}
              </Button>
            )}
            <ExportButton kind="stock" filter={exported} />
          </>
        }
        columns={[
          { key: 'name', title: t('stock.sku'), cut: true, render: (row) => row.name },
          { key: 'sku', title: w('word.code'), width: 132, render: (row) => <Line>{row.sku}</Line> },
          { key: 'warehouse', title: w('word.warehouse'), width: 140, render: (row) => row.warehouse.name },
          ...levels,
          ...(mayEdit
            ? [
                {
                  key: 'act',
                  title: '',
                  align: 'right' as const,
                  width: 88,
                  render: (row: StockRow) => (
                    <Button size="small" kind="quiet" onClick={() => setAdjusted(row)}>
                      {t('adjust.verb')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
        rowKey={(row) => `${row.sku}/${row.warehouse.code}/${row.pool ?? 0}`}
        rowTo={(row) => `/stock/${row.sku}`}
        card={(row) => (
          <Card
            to={`/stock/${row.sku}`}
            title={row.name}
            lines={[row.sku]}
            foot={[
              row.warehouse.name,
              <span key="available">
                {t('level.available')} <Quantity value={row.available} unit={row.unit} />
              </span>,
            ]}
          />
        )}
        empty={{ title: t('stock.none'), hint: t('stock.noneHint') }}
      />
      <AdjustPanel row={adjusted} onClose={() => setAdjusted(undefined)} />
    </>
  );
}
