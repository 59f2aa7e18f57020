import type { OrderCard } from '@qudao/shared/api';
import { type Column, ListPage, Money, StateTag, useUrlState, When } from '@qudao/shared/kit';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FindDealer } from '../dealer/pick';
import { Card, Line } from '../kit/Cells';
import { DayRange } from '../kit/Days';
import { filled } from '../kit/filled';
import { KeysHelp } from '../kit/KeysHelp';
import { useRowKeys } from '../kit/rows';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { everyOrder, useOrders } from './data';
import { GoodsWords } from './GoodsWords';
import { keepNeighbours } from './neighbours';
import { PrintPicking } from './PrintPicking';

const states = [
  'in_review',
  'accepted',
  'partly_shipped',
  'shipped',
  'received',
  'closed',
  'rejected',
  'cancelled',
  'expired',
] as const;

/** Whether the warehouse has something to pick for it. */
const isToShip = ({ state }: OrderCard) => state === 'accepted' || state === 'partly_shipped';

/** Every order the person may see; what waits for the staff is one tab away. */
export function Orders() {
  const { t } = useTranslation('order');
  const { t: k } = useTranslation('kit');
  const w = useWords();
  const url = useUrlState();
  const filter = {
    state: url.text('state'),
    q: url.text('q'),
    dealer: url.text('dealer'),
    from: url.text('from'),
    to: url.text('to'),
  };
  const maySeeDealers = useMay('dealer.read');
  const mayShip = useMay('order.ship');
  const list = useOrders(filter);
  const { rows } = list;
  const narrowed = JSON.stringify(filled(filter));
  useEffect(
    () =>
      keepNeighbours(
        rows.map((order) => order.number),
        JSON.parse(narrowed) as object,
      ),
    [rows, narrowed],
  );

  useRowKeys();

  const counts = list.first?.counts ?? {};
  const all = counts.all ?? states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const count = list.first && (filter.state ? (counts[filter.state] ?? 0) : all);
  const shown = states.filter(
    (state) => (counts[state] ?? 0) > 0 || state === filter.state || state === 'in_review',
  );

  return (
    <>
      <ListPage
        keep="orders"
        title={t('orders.title')}
        count={count}
        list={list}
        dense
        tabs={[
          { value: '', label: k('list.all'), count: all },
          ...shown.map((state) => ({ value: state, label: k(`orderState.${state}`), count: counts[state] })),
        ]}
        tab={filter.state}
        onTab={(state) => url.set({ state })}
        search={{ value: filter.q, placeholder: t('orders.search'), onSearch: (q) => url.set({ q }) }}
        filters={
          <>
            {maySeeDealers && (
              <FindDealer
                filter
                placeholder={w('word.dealer')}
                value={filter.dealer}
                onChange={(dealer) => url.set({ dealer })}
              />
            )}
            <DayRange
              label={t('orders.placed')}
              from={filter.from}
              to={filter.to}
              onChange={(from, to) => url.set({ from, to })}
            />
          </>
        }
        narrowed={Object.values(filter).some((value) => value !== '')}
        onClear={() => url.set({ ...everyOrder })}
        actions={<ExportButton kind="orders" filter={filter} />}
        columns={columns(t, w, k('list.sums'), list.first?.sums?.total)}
        rowKey={(order) => order.id}
        {...(mayShip
          ? {
              batch: {
                actions: ({ rows }: { rows: readonly OrderCard[] }) => (
                  <PrintPicking orders={rows.filter(isToShip).map((order) => order.id)} />
                ),
              },
            }
          : {})}
        rowTo={(order) => `/orders/${order.number}`}
        card={(order) => (
          <Card
            to={`/orders/${order.number}`}
            title={order.number}
            state={<StateTag of="order" state={order.state} text={order.state_text} />}
            lines={[order.dealer.name, <GoodsWords key="goods" order={order} />]}
            foot={[
              <When key="at" at={order.placed_at} />,
              <Money key="total" value={order.total} currency={order.currency} strong />,
            ]}
          />
        )}
        empty={{ title: t('orders.none'), hint: t('orders.noneHint') }}
      />
      <KeysHelp
        keys={[
          ['j', t('keys.next')],
          ['k', t('keys.before')],
          ['Enter', t('keys.open')],
        ]}
      />
    </>
  );
}

type Words = ReturnType<typeof useWords>;
type Texts = ReturnType<typeof useTranslation<'order'>>['t'];

function columns(t: Texts, w: Words, sums: string, total: string | undefined): Column<OrderCard>[] {
  return [
    {
      key: 'number',
      title: t('orders.number'),
      width: 168,
      render: (o) => <Line>{o.number}</Line>,
      sum: total && sums,
    },
    { key: 'dealer', title: w('word.dealer'), cut: true, render: (o) => o.dealer.name },
    {
      key: 'goods',
      title: t('orders.goods'),
      cut: true,
      wideOnly: true,
      render: (o) => <GoodsWords order={o} />,
    },
    { key: 'placed', title: t('orders.placed'), width: 120, render: (o) => <When at={o.placed_at} /> },
    {
      key: 'by',
      title: t('orders.placedBy'),
      width: 96,
      wideOnly: true,
      render: (o) => <Line most={84}>{o.placed_by}</Line>,
    },
    {
      key: 'total',
      title: t('orders.total'),
      align: 'right',
      width: 140,
      render: (o) => <Money value={o.total} />,
      sum: total && <Money value={total} strong />,
    },
    {
      key: 'state',
      title: w('word.state'),
      width: 112,
      render: (o) => <StateTag of="order" state={o.state} text={o.state_text} />,
    },
  ];
}
