import type { OrderCard } from '@qudao/shared/api';
import { ButtonLink, ListPage, Money, StateTag, useUrlState, When } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useOrders } from '../data/orders';
import { ExportOrders } from '../parts/ExportOrders';
import { OrderCardView } from '../parts/OrderCardView';
import { OrderSummary } from '../parts/OrderSummary';

const states = ['in_review', 'accepted', 'partly_shipped', 'shipped', 'received', 'cancelled'] as const;

/** The dealer's orders, newest first. */
export function Orders() {
  const { t } = useTranslation(['portal', 'kit']);
  const url = useUrlState();
  const state = url.text('state');
  const q = url.text('q');
  const list = useOrders({ state, q });
  const counts: Record<string, number> = list.first?.counts ?? {};
  return (
    <ListPage<OrderCard>
      title={t('orders.title')}
      list={list}
      actions={<ExportOrders filter={{ state, q }} />}
      tabs={[
        { value: '', label: t('kit:list.all') },
        ...states.map((value) => ({ value, label: t(`kit:orderState.${value}`), count: counts[value] })),
        {
          value: 'refused',
          label: t('orders.refusedTab'),
          count: (counts.rejected ?? 0) + (counts.expired ?? 0),
        },
      ]}
      tab={state}
      onTab={(value) => url.set({ state: value || undefined })}
      search={{
        value: q,
        placeholder: t('orders.search'),
        onSearch: (text) => url.set({ q: text || undefined }),
      }}
      columns={[
        { key: 'number', title: t('orders.number'), width: 180, render: (order) => order.number },
        {
          key: 'placed',
          title: t('orders.placed'),
          width: 140,
          render: (order) => <When at={order.placed_at} />,
        },
        { key: 'goods', title: t('orders.goods'), render: (order) => <OrderSummary order={order} /> },
        {
          key: 'state',
          title: t('orders.state'),
          width: 110,
          render: (order) => <StateTag of="order" state={order.state} text={order.state_text} />,
        },
        {
          key: 'waiting',
          title: t('orders.waiting'),
          width: 160,
          wideOnly: true,
          render: (order) =>
            order.waiting_for?.who === 'dealer' ? t('order.waitsForYou') : order.waiting_for?.text,
        },
        {
          key: 'total',
          priced: true,
          title: t('orders.total'),
          align: 'right',
          width: 140,
          render: (order) => <Money value={order.total} strong />,
        },
      ]}
      rowKey={(order) => order.id}
      rowTo={(order) => `/orders/${order.number}`}
      card={(order) => <OrderCardView order={order} />}
      narrowed={state !== '' || q !== ''}
      onClear={() => url.set({ state: undefined, q: undefined })}
      empty={{
        title: t('orders.empty'),
        hint: t('orders.emptyHint'),
        action: (
          <ButtonLink to="/catalogue" kind="primary">
            {t('cart.toCatalogue')}
          </ButtonLink>
        ),
      }}
    />
  );
}
