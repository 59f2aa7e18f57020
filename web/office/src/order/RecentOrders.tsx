import type { OrderCard } from '@qudao/shared/api';
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  Money,
  Section,
  Skeleton,
  StateTag,
  useNarrow,
  When,
} from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, Stacked } from '../kit/Cells';
import { useWords } from '../words';
import { everyOrder, useOrders } from './data';
import { keepNeighbours } from './neighbours';

/** The newest orders of one dealer or of one state, with the way to all of them. */
export function RecentOrders(props: { dealer?: string; state?: string; title?: string; none?: ReactNode }) {
  const { t } = useTranslation('order');
  const w = useWords();
  const list = useOrders(
    { ...everyOrder, dealer: props.dealer ?? '', state: props.state ?? '' },
    { limit: 6 },
  );
  // From what waits for review one goes on to the next that waits.
  const { rows } = list;
  const { state } = props;
  useEffect(() => {
    if (state === 'in_review') {
      keepNeighbours(
        rows.map((order) => order.number),
        { state },
      );
    }
  }, [rows, state]);
  const columns = useColumns({ dealer: !props.dealer, state: !props.state });
  const search = {
    ...(props.dealer ? { dealer: props.dealer } : {}),
    ...(props.state ? { state: props.state } : {}),
  };
  return (
    <Section
      title={props.title ?? t('orders.title')}
      flush
      extra={
        list.rows.length > 0 && (
          <Link to="/orders" search={search as never}>
            {w('verb.seeAll')}
          </Link>
        )
      }
    >
      {list.loading ? (
        <Skeleton rows={3} />
      ) : list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.rows.length === 0 ? (
        (props.none ?? <EmptyState icon="orders" title={t('orders.none')} />)
      ) : (
        <DataTable
          dense
          rows={list.rows}
          rowKey={(order) => order.id}
          rowTo={(order) => `/orders/${order.number}`}
          columns={columns}
        />
      )}
    </Section>
  );
}

/** Without what all the rows have in common. On a phone the dealer stands above the number. */
function useColumns(show: { dealer: boolean; state: boolean }): Column<OrderCard>[] {
  const { t } = useTranslation('order');
  const w = useWords();
  const narrow = useNarrow();
  const state: Column<OrderCard> = {
    key: 'state',
    title: w('word.state'),
    width: 104,
    render: (o) => <StateTag of="order" state={o.state} text={o.state_text} />,
  };
  const total: Column<OrderCard> = {
    key: 'total',
    title: t('orders.total'),
    align: 'right',
    width: narrow ? 96 : 130,
    render: (o) => <Money value={o.total} />,
  };
  const number: Column<OrderCard> = {
    key: 'number',
    title: t('orders.number'),
    width: 168,
    render: (o) => <Line>{o.number}</Line>,
  };
  if (narrow) {
    const both: Column<OrderCard> = {
      key: 'dealer',
      title: w('word.dealer'),
      render: (o) => <Stacked main={o.dealer.name} sub={o.number} />,
    };
    return [show.dealer ? both : number, total, ...(show.state ? [state] : [])];
  }
  return [
    number,
    ...(show.dealer
      ? [{ key: 'dealer', title: w('word.dealer'), cut: true, render: (o: OrderCard) => o.dealer.name }]
      : []),
    {
      key: 'placed',
      title: t('orders.placed'),
      wideOnly: true,
      width: 120,
      render: (o) => <When at={o.placed_at} />,
    },
    total,
    ...(show.state ? [state] : []),
  ];
}
