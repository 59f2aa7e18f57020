import { Button, Facts, ListPage, Money, StateTag, sumDecimals, useUrlState, When } from '@qudao/shared/kit';
import { useState } from 'react';
import { Card } from '../kit/Cells';
import { useDevList, useDevText } from './words';

interface Order {
  number: string;
  who: string;
  state: string;
  total: string;
  placed: string;
}

const states = ['in_review', 'accepted', 'shipped', 'received', 'rejected'];

/** A list over rows that are here already, so that filters, views, columns, choosing and the drawer can be tried. */
export function ListPieces() {
  const t = useDevText();
  const dealers = useDevList('dealer');
  const facts = useDevList('facts');
  const url = useUrlState();
  const [shown, setShown] = useState(6);
  const all = Array.from(
    { length: 24 },
    (_, i): Order => ({
      number: `SO2026112300${String(i + 10)}`,
      who: dealers[i % dealers.length] ?? '',
      state: states[i % states.length] ?? '',
      total: `${1200 + i * 431}.80`,
      placed: new Date(Date.UTC(2026, 10, 23, 8) - i * 5_400_000).toISOString(),
    }),
  );
  const state = url.text('state');
  const q = url.text('q');
  const found = all.filter((one) => (!state || one.state === state) && (one.number + one.who).includes(q));
  const total = sumDecimals(found.map((one) => one.total));
  return (
    <ListPage<Order>
      title={t('sample.listTitle')}
      count={found.length}
      keep="kit"
      dense
      list={{
        rows: found.slice(0, shown),
        first: undefined,
        loading: false,
        stale: false,
        error: undefined,
        more: found.length > shown,
        loadingMore: false,
        loadMore: () => setShown(shown + 6),
        retry: () => undefined,
      }}
      tabs={['', 'in_review', 'accepted'].map((value) => ({
        value,
        label: value ? t(`kit:orderState.${value as 'accepted'}`) : t('kit:list.all'),
      }))}
      tab={state}
      onTab={(value) => url.set({ state: value })}
      search={{ value: q, placeholder: t('sample.search'), onSearch: (text) => url.set({ q: text }) }}
      narrowed={state !== '' || q !== ''}
      onClear={() => url.set({ state: '', q: '' })}
      exports={<Button icon="download">{t('sample.plain')}</Button>}
      sums={[{ label: t('sample.total'), value: <Money value={total} currency="CNY" /> }]}
      batch={{
        whole: true,
        actions: (chosen) => (
          <Button kind="primary" onClick={chosen.clear}>
            {t('sample.accept')}
          </Button>
        ),
      }}
      drawer={{
        title: (one) => one.number,
        body: (one) => <Facts items={facts.map((label) => ({ label, value: one.who }))} />,
      }}
      rowKey={(one) => one.number}
      rowTo={() => '/dev/kit'}
      card={(one) => (
        <Card
          to="/dev/kit"
          title={one.number}
          state={<StateTag of="order" state={one.state} />}
          lines={[one.who]}
          foot={[<When key="at" at={one.placed} />, <Money key="total" value={one.total} strong />]}
        />
      )}
      columns={[
        { key: 'number', title: t('sample.number'), width: 180, render: (one) => one.number },
        { key: 'who', title: t('sample.who'), cut: true, render: (one) => one.who },
        { key: 'placed', title: t('sample.placed'), width: 140, render: (one) => <When at={one.placed} /> },
        {
          key: 'state',
          title: t('sample.state'),
          width: 120,
          render: (one) => <StateTag of="order" state={one.state} />,
        },
        {
          key: 'total',
          title: t('sample.total'),
          align: 'right',
          width: 140,
          render: (one) => <Money value={one.total} />,
          sum: <Money value={total} />,
        },
      ]}
      empty={{ title: t('sample.nothing') }}
    />
  );
}
