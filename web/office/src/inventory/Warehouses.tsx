import type { Warehouse } from '@qudao/shared/api';
import { Button, type Column, ListPage, Tag, useUrlState } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegionTree } from '../dealer/pick';
import { Card } from '../kit/Cells';
import { flatten } from '../kit/tree';
import { useWholeList } from '../kit/whole';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { useWarehouses } from './data';
import { WarehousePanel } from './WarehousePanel';

/** Where goods lie, the warehouse that is asked first in front. */
export function Warehouses() {
  const { t } = useTranslation('inventory');
  const w = useWords();
  const url = useUrlState();
  const q = url.text('q');
  const mayEdit = useMay('stock.edit');
  // The code of the one that is open; a new one has none yet.
  const [edited, setEdited] = useState<string>();
  const query = useWarehouses();
  const { list, count } = useWholeList(query, q, (one) => [one.code, one.name]);
  const regions = new Map(flatten(useRegionTree()).map(({ node }) => [node.value, node.path]));
  const regionOf = (one: Warehouse) => regions.get(one.region) ?? String(one.region);
  const state = (one: Warehouse) => (
    <Tag tone={one.state === 'active' ? 'done' : 'idle'}>{t(`warehouses.state.${one.state}`)}</Tag>
  );
  const edit = (one: Warehouse) => (
    <Button size="small" kind="quiet" onClick={() => setEdited(one.code)}>
      {w('verb.edit')}
    </Button>
  );
  const create = mayEdit && (
    <Button kind="primary" icon="plus" onClick={() => setEdited('')}>
      {t('warehouses.create')}
    </Button>
  );
  const columns: Column<Warehouse>[] = [
    { key: 'name', title: w('word.name'), render: (one) => one.name },
    { key: 'code', title: w('word.code'), width: 140, render: (one) => one.code },
    { key: 'region', title: w('word.region'), wideOnly: true, render: regionOf },
    {
      key: 'priority',
      title: t('warehouses.priority'),
      align: 'right',
      width: 96,
      render: (one) => one.priority,
    },
    { key: 'state', title: w('word.state'), width: 96, render: state },
  ];
  if (mayEdit) {
    columns.push({ key: 'act', title: '', align: 'right', width: 90, render: edit });
  }
  return (
    <>
      <ListPage
        keep="warehouses"
        title={t('warehouses.title')}
        count={count}
        list={list}
        dense
        search={{ value: q, placeholder: t('warehouses.search'), onSearch: (text) => url.set({ q: text }) }}
        narrowed={q !== ''}
        onClear={() => url.set({ q: '' })}
        actions={
          <>
            <ExportButton kind="warehouses" filter={{ q }} />
            {create}
          </>
        }
        columns={columns}
        rowKey={(one) => one.code}
        card={(one) => (
          <Card
            title={one.name}
            state={state(one)}
            lines={[regionOf(one)]}
            foot={[one.code, mayEdit && edit(one)]}
          />
        )}
        empty={{ title: t('warehouses.none'), hint: t('warehouses.noneHint'), action: create }}
      />
      {edited !== undefined && (
        <WarehousePanel
          key={edited}
          warehouse={query.data?.find((one) => one.code === edited)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}
