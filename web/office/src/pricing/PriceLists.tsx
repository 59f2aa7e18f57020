import type { PriceList, PriceListKind } from '@qudao/shared/api';
import { Button, type Column, formatQuantity, ListPage, useUrlState } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Line } from '../kit/Cells';
import { useWholeList } from '../kit/whole';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { useCreatePriceList, usePriceLists } from './data';
import { ListForm } from './ListForm';
import { ListTag } from './ListTag';
import { Validity } from './Validity';

export const listKinds = ['base', 'audience', 'dealer'] as const;

/** Every price list, and for whom it is. */
export function PriceLists() {
  const { t } = useTranslation('pricing');
  const { t: k } = useTranslation('kit');
  const w = useWords();
  const url = useUrlState();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const q = url.text('q');
  const kind = url.text('kind');
  const query = usePriceLists();
  const whole = useWholeList(query, q, (list) => [
    list.code,
    list.name,
    list.audience?.name ?? '',
    list.dealer?.name ?? '',
  ]);
  const rows = whole.list.rows.filter((list) => kind === '' || list.kind === kind);
  const create = useCreatePriceList(w('said.created'), (list) => {
    setCreating(false);
    void navigate({ to: `/price-lists/${list.code}` });
  });
  const newButton = useMay('price.edit') && (
    <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
      {t('lists.create')}
    </Button>
  );
  return (
    <>
      <ListPage
        keep="price-lists"
        title={t('lists.title')}
        count={query.data && rows.length}
        list={{ ...whole.list, rows }}
        dense
        tabs={[
          { value: '', label: k('list.all') },
          ...listKinds.map((one) => ({
            value: one,
            label: t(`kind.${one}`),
            count: query.data?.filter((list) => list.kind === one).length,
          })),
        ]}
        tab={kind}
        onTab={(one) => url.set({ kind: one })}
        search={{ value: q, placeholder: t('lists.search'), onSearch: (text) => url.set({ q: text }) }}
        narrowed={q !== '' || kind !== ''}
        onClear={() => url.set({ q: '', kind: '' })}
        actions={
          <>
            <ExportButton
              kind="price_lists"
              filter={kind === '' ? { q } : { q, kind: kind as PriceListKind }}
            />
            {newButton}
          </>
        }
        columns={columns(t, w)}
        rowKey={(list) => list.code}
        rowTo={(list) => `/price-lists/${list.code}`}
        card={(list) => (
          <Card
            to={`/price-lists/${list.code}`}
            title={list.name}
            state={<ListTag list={list} />}
            lines={[list.audience?.name ?? list.dealer?.name ?? t(`kind.${list.kind}`)]}
            foot={[<Validity key="valid" list={list} />, t('lists.prices', { count: list.count })]}
          />
        )}
        empty={{ title: t('lists.none'), hint: t('lists.noneHint'), action: newButton }}
      />
      <ListForm
        open={creating}
        title={t('lists.create')}
        busy={create.isPending}
        error={create.error}
        onClose={() => {
          create.reset();
          setCreating(false);
        }}
        onSubmit={({ input }) => create.mutate(input)}
      />
    </>
  );
}

type Words = ReturnType<typeof useWords>;
type Texts = ReturnType<typeof useTranslation<'pricing'>>['t'];

function columns(t: Texts, w: Words): Column<PriceList>[] {
  return [
    {
      key: 'name',
      title: w('word.name'),
      cut: true,
      render: (list) => list.name,
    },
    { key: 'code', title: w('word.code'), width: 132, render: (list) => <Line>{list.code}</Line> },
    { key: 'kind', title: t('lists.kind'), width: 96, render: (list) => t(`kind.${list.kind}`) },
    {
      key: 'for',
      title: t('lists.for'),
      cut: true,
      render: (list) => list.audience?.name ?? list.dealer?.name ?? t('lists.everybody'),
    },
    {
      key: 'priority',
      title: t('lists.priority'),
      align: 'right',
      width: 80,
      wideOnly: true,
      render: (list) => list.kind === 'audience' && list.priority,
    },
    {
      key: 'valid',
      title: t('lists.valid'),
      width: 208,
      wideOnly: true,
      render: (list) => <Validity list={list} />,
    },
    {
      key: 'count',
      title: t('lists.count'),
      align: 'right',
      width: 96,
      render: (list) => formatQuantity(list.count),
    },
    {
      key: 'state',
      title: w('word.state'),
      width: 88,
      render: (list) => <ListTag list={list} />,
    },
  ];
}
