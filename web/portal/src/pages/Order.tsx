import type { Order as OrderData, Shipment } from '@qudao/shared/api';
import {
  Button,
  Confirm,
  Discussion,
  DocumentPage,
  Facts,
  Field,
  Notice,
  PaperLink,
  QueryView,
  Section,
  Skeleton,
  StateTag,
  TextInput,
  toast,
  toastProblem,
  useUrlState,
  When,
} from '@qudao/shared/kit';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useComments, useOrder, useOrderActs } from '../data/orders';
import { AddToList } from '../parts/AddToList';
import { OrderLines } from '../parts/OrderLines';
import { Receipt } from '../parts/Receipt';
import { Reorder } from '../parts/Reorder';
import { Shipments } from '../parts/Shipments';
import { Totals } from '../parts/Totals';
import styles from './Order.module.css';

/** One order, live: where it stands, what shipped, what happened, and what the dealer may do now. */
export function Order() {
  const { id = '' } = useParams({ strict: false });
  const order = useOrder(id);
  // Asked for beside the order, so that nothing of it waits for the other.
  useComments(id);
  return (
    <QueryView query={order} skeleton={<Skeleton rows={8} height={40} />}>
      {(data) => <OrderView order={data} address={id} />}
    </QueryView>
  );
}

function OrderView({ order, address }: { order: OrderData; address: string }) {
  const { t } = useTranslation('portal');
  const placed = useUrlState().text('placed') === '1';
  const [receiving, setReceiving] = useState<Shipment>();
  const arriving = order.shipments.filter((shipment) => shipment.state === 'shipped');
  const [next] = arriving;
  return (
    <DocumentPage
      back={{ to: '/orders', label: t('orders.title') }}
      title={order.number}
      state={<StateTag of="order" state={order.state} text={order.state_text} />}
      meta={
        <span>
          {t('order.placedBy', { who: order.placed_by })} <When at={order.placed_at} />
        </span>
      }
      sentence={<Sentence order={order} placed={placed} />}
      actions={<Actions order={order} address={address} />}
      primary={
        next && (
          <Button kind="primary" onClick={() => setReceiving(next)}>
            {t('order.receive')}
          </Button>
        )
      }
      aside={
        <>
          <Section title={t('order.timeline')}>
            <History order={order} address={address} />
          </Section>
          <Section title={t('order.delivery')}>
            <Facts
              items={[
                { label: t('order.consignee'), value: `${order.address.name} ${order.address.phone}` },
                { label: t('order.address'), value: `${order.address.region_name} ${order.address.detail}` },
                ...(order.remark ? [{ label: t('checkout.remark'), value: order.remark }] : []),
              ]}
            />
          </Section>
        </>
      }
    >
      {order.shipments.length > 0 && (
        <Section title={t('order.shipments')}>
          <Shipments order={order} onReceive={setReceiving} />
        </Section>
      )}
      <Section title={t('order.lines', { count: order.lines.length })} flush>
        <OrderLines order={order} />
        <div className={styles.totals}>
          <Totals amounts={order} />
        </div>
      </Section>
      {receiving && (
        <Receipt
          key={receiving.id}
          order={order}
          address={address}
          shipment={receiving}
          onClose={() => setReceiving(undefined)}
        />
      )}
    </DocumentPage>
  );
}

/** What happened, and what both sides wrote. */
function History({ order, address }: { order: OrderData; address: string }) {
  const { comments, send } = useComments(address);
  if (comments.isPending) {
    return <Skeleton rows={4} height={44} />;
  }
  return (
    <Discussion
      name={order.number}
      side="dealer"
      files={`/api/portal/orders/${order.id}/attachments`}
      entries={order.timeline}
      comments={comments.data ?? []}
      send={send}
    />
  );
}

/** Who must act next, and why it waits; or how it ended. */
function Sentence({ order, placed }: { order: OrderData; placed: boolean }) {
  const { t } = useTranslation('portal');
  const waiting = order.waiting_for;
  if (order.reason && ['rejected', 'cancelled', 'expired'].includes(order.state)) {
    return <Notice tone={order.state === 'rejected' ? 'alarm' : 'idle'}>{order.reason}</Notice>;
  }
  if (!waiting && !placed) {
    return null;
  }
  return (
    <Notice tone={placed ? 'done' : 'moving'}>
      {placed && <b>{t('order.placed')} </b>}
      {waiting && (
        <>
          {waiting.who === 'dealer' ? t('order.waitsForYou') : waiting.text}
          {waiting.until && (
            <>
              {' '}
              · {t('order.until')} <When at={waiting.until} />
            </>
          )}
        </>
      )}
    </Notice>
  );
}

function Actions({ order, address }: { order: OrderData; address: string }) {
  const { t } = useTranslation('portal');
  const { cancel } = useOrderActs(order, address);
  const [cancelling, setCancelling] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      {order.actions.includes('cancel') && (
        <Button kind="danger" onClick={() => setCancelling(true)}>
          {t('order.cancel')}
        </Button>
      )}
      <PaperLink href={`/api/portal/orders/${order.id}/papers/order`}>{t('order.print')}</PaperLink>
      <AddToList
        label={t('order.toList')}
        suggested={order.number}
        lines={order.lines.map(({ sku, quantity }) => ({ sku, quantity }))}
      />
      <Reorder order={order} />
      <Confirm
        open={cancelling}
        title={t('order.cancelTitle', { number: order.number })}
        verb={t('order.cancel')}
        danger
        busy={cancel.isPending}
        onClose={() => setCancelling(false)}
        onConfirm={() =>
          cancel.mutate(reason.trim(), {
            onSuccess: () => {
              setCancelling(false);
              toast(t('order.cancelled'));
            },
            onError: (error) => {
              setCancelling(false);
              toastProblem(error, t('order.notDone'));
            },
          })
        }
      >
        <p className={styles.hint}>{t('order.cancelHint')}</p>
        <Field label={t('order.reason')} optional>
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </Confirm>
    </>
  );
}
