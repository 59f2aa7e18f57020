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
  When,
} from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Line } from '../kit/Cells';
import { useWords } from '../words';
import { everyOrder, useOrders } from './data';

/** The newest orders of one dealer or of one state, with the way to all of them. Nothing is said where there are none. */
export function RecentOrders(props: { dealer?: string; state?: string; title?: string; none?: ReactNode }) {
  const { t } = useTranslation('order');
  const w = useWords();
  const list = useOrders(
    { ...everyOrder, dealer: props.dealer ?? '', state: props.state ?? '' },
    { limit: 6 },
  );
  const search = {
    ...(props.dealer ? { dealer: props.dealer } : {}),
    ...(props.state ? { state: props.state } : {}),
  };
  const dealer: Column<OrderCard> = {
    key: 'dealer',
    title: w('word.dealer'),
    cut: true,
    render: (o) => o.dealer.name,
  };
  const state: Column<OrderCard> = {
    key: 'state',
    title: w('word.state'),
    width: 104,
    render: (o) => <StateTag of="order" state={o.state} text={o.state_text} />,
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
          columns={[
            { key: 'number', title: t('orders.number'), width: 168, render: (o) => <Line>{o.number}</Line> },
            ...(props.dealer ? [] : [dealer]),
            {
              key: 'placed',
              title: t('orders.placed'),
              wideOnly: true,
              width: 120,
              render: (o) => <When at={o.placed_at} />,
            },
            {
              key: 'total',
              title: t('orders.total'),
              align: 'right',
              width: 130,
              render: (o) => <Money value={o.total} />,
            },
            ...(props.state ? [] : [state]),
          ]}
        />
      )}
    </Section>
  );
}
