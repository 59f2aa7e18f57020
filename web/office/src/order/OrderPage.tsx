import type { Order as OrderDocument } from '@qudao/shared/api';
import {
  Button,
  compareDecimal,
  Discussion,
  DocumentPage,
  Facts,
  formatMoney,
  Money,
  NextStep,
  Notice,
  PaperLink,
  QueryView,
  Section,
  Skeleton,
  StateTag,
  When,
} from '@qudao/shared/kit';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { KeysHelp } from '../kit/KeysHelp';
import { useKeys } from '../kit/keys';
import { Masked } from '../kit/Masked';
import { ProblemNotice } from '../kit/ProblemNotice';
import { ReasonDialog } from '../kit/ReasonDialog';
import { useMay } from '../me';
import { useWords } from '../words';
import { unmaskOrder, useComments, useOrder, useOrderActs, useOrderRules } from './data';
import { Lines } from './Lines';
import { lastSearch, neighboursOf } from './neighbours';
import { useNextWaiting } from './next';
import styles from './order.module.css';
import { Shipments } from './Shipments';
import { ShipPanel } from './ShipPanel';

/** One order: who must act and why at the top, its lines, what was shipped, and what happened, live. */
export function OrderPage() {
  const number = usePart('number');
  const navigate = useNavigate();
  const { before, after } = neighboursOf(number);
  const open = (one: string | undefined) => one && (() => void navigate({ to: `/orders/${one}` }));
  const back = () => void navigate({ to: '/orders', search: lastSearch() as never });
  useKeys({
    j: open(after) || undefined,
    k: open(before) || undefined,
    arrowright: open(after) || undefined,
    arrowleft: open(before) || undefined,
    escape: back,
    u: back,
  });
  const query = useOrder(number);
  // Asked for beside the order, so that nothing of it waits for the other.
  useComments(number);
  // A page of its own for each order: nothing that was asked of one stays for the next.
  return <QueryView query={query}>{(order) => <Order key={order.id} order={order} />}</QueryView>;
}

type Asking = 'reject' | 'cancel' | 'ship' | undefined;

function useMoves(order: OrderDocument) {
  const may = {
    accept: useMay('order.review'),
    reject: useMay('order.review'),
    cancel: useMay('order.cancel'),
    ship: useMay('order.ship'),
  };
  return (move: keyof typeof may) => may[move] && order.actions.includes(move);
}

function Order({ order }: { order: OrderDocument }) {
  const { t } = useTranslation('order');
  const w = useWords();
  const [asking, setAsking] = useState<Asking>();
  const can = useMoves(order);
  const maySeeDealer = useMay('dealer.read');
  const acts = useOrderActs(order, {
    accepted: t('said.accepted', { number: order.number }),
    rejected: t('said.rejected', { number: order.number }),
    cancelled: t('said.cancelled', { number: order.number }),
    shipped: t('said.shipped', { number: order.number }),
  });
  const close = () => {
    setAsking(undefined);
    acts.reject.reset();
    acts.cancel.reset();
    acts.ship.reset();
  };
  const primary = can('accept') ? 'accept' : can('ship') ? 'ship' : undefined;
  const next = useNextWaiting();
  const decided = () => void next(order.number);
  const press = () =>
    primary === 'accept' ? acts.accept.mutate(undefined, { onSuccess: decided }) : setAsking('ship');
  useKeys({
    a: primary === 'accept' && !acts.accept.isPending ? press : undefined,
    r: can('reject') ? () => setAsking('reject') : undefined,
    s: can('ship') ? () => setAsking('ship') : undefined,
  });

  return (
    <>
      <DocumentPage
        back={{ to: '/orders', label: t('orders.title') }}
        title={order.number}
        state={<StateTag of="order" state={order.state} text={order.state_text} />}
        meta={
          <>
            {maySeeDealer ? (
              <Link to={`/dealers/${order.dealer.code}`}>{order.dealer.name}</Link>
            ) : (
              <span>{order.dealer.name}</span>
            )}
            <When at={order.placed_at} />
            <span>{t('order.placedBy', { who: order.placed_by })}</span>
          </>
        }
        sentence={
          acts.accept.error ? (
            <ProblemNotice error={acts.accept.error} />
          ) : (
            <Waits order={order} mine={primary !== undefined} />
          )
        }
        primary={
          primary && (
            <Button
              kind="primary"
              icon={primary === 'ship' ? 'truck' : 'check'}
              busy={acts.accept.isPending}
              onClick={press}
            >
              {t(`move.${primary}`)}
            </Button>
          )
        }
        actions={
          <>
            {order.lines.some((line) => line.reserved > 0) && order.review === 'accepted' && (
              <PaperLink href={`/api/office/orders/${order.number}/papers/picking`}>
                {t('paper.picking')}
              </PaperLink>
            )}
            <PaperLink href={`/api/office/orders/${order.number}/papers/order`}>{w('verb.print')}</PaperLink>
            {can('cancel') && (
              <Button kind="quiet" onClick={() => setAsking('cancel')}>
                {t('move.cancel')}
              </Button>
            )}
            {can('reject') && <Button onClick={() => setAsking('reject')}>{t('move.reject')}</Button>}
          </>
        }
        aside={<Aside order={order} />}
      >
        <Section title={t('order.lines', { count: order.lines.length })} flush>
          <Lines order={order} />
        </Section>
        <Shipments order={order} />
      </DocumentPage>

      <ReasonDialog
        open={asking === 'reject'}
        title={t('reject.title', { number: order.number })}
        hint={t('reject.hint')}
        verb={t('move.reject')}
        busy={acts.reject.isPending}
        error={acts.reject.error}
        onClose={close}
        onConfirm={(reason) =>
          acts.reject.mutate(reason, {
            onSuccess: () => {
              close();
              decided();
            },
          })
        }
      />
      <ReasonDialog
        open={asking === 'cancel'}
        title={t('cancel.title', { number: order.number })}
        hint={t('cancel.hint')}
        verb={t('move.cancel')}
        busy={acts.cancel.isPending}
        error={acts.cancel.error}
        onClose={close}
        onConfirm={(reason) => acts.cancel.mutate(reason, { onSuccess: close })}
      />
      <KeysHelp
        keys={[
          ['j →', t('keys.next')],
          ['k ←', t('keys.before')],
          ...(can('accept') ? [['a', t('keys.accept')] as const] : []),
          ...(can('reject') ? [['r', t('keys.reject')] as const] : []),
          ...(can('ship') ? [['s', t('keys.ship')] as const] : []),
          ['Esc', t('keys.back')],
        ]}
      />
      <ShipPanel order={order} open={asking === 'ship'} onClose={close} act={acts.ship} />
    </>
  );
}

/** Who must act next and until when, and why it waits; or why the order ended as it did. */
function Waits({ order, mine }: { order: OrderDocument; mine: boolean }): ReactNode {
  const { t } = useTranslation('order');
  const waiting = order.waiting_for;
  const held = order.state === 'in_review';
  const rules = useOrderRules(held).data;
  if (waiting) {
    return (
      <NextStep mine={mine}>
        {waiting.text}
        {waiting.until && (
          <>
            {t('order.until')} <When at={waiting.until} />
          </>
        )}
        {t('order.stop')} {held && rules && why(rules.auto_accept_below, order.total, t)}
      </NextStep>
    );
  }
  return order.reason ? <Notice>{t('order.reason', { reason: order.reason })}</Notice> : null;
}

/** Why an order is not accepted at once, as far as today's rule says so. */
function why(below: string, total: string, t: ReturnType<typeof useTranslation<'order'>>['t']): string {
  if (compareDecimal(below, '0') === 0) {
    return t('held.all');
  }
  return compareDecimal(total, below) > 0 ? t('held.below', { below: formatMoney(below) }) : '';
}

function Aside({ order }: { order: OrderDocument }) {
  const { t } = useTranslation('order');
  const w = useWords();
  const amount = (value: string) => <Money value={value} currency={order.currency} />;
  return (
    <>
      <Section title={t('order.amounts')}>
        <div className={styles.amounts}>
          <Facts
            items={[
              { label: t('amount.goods'), value: amount(order.goods) },
              { label: t('amount.discount'), value: amount(order.discount) },
              { label: t('amount.freight'), value: amount(order.freight) },
              { label: t('amount.net'), value: amount(order.net) },
              { label: t('amount.tax'), value: amount(order.tax) },
              {
                label: t('amount.total'),
                value: <Money value={order.total} currency={order.currency} strong />,
              },
            ]}
          />
        </div>
      </Section>
      <Section title={t('order.address')}>
        <p>
          <Masked
            value={order.address.name}
            label={t('order.receiver')}
            unmask={(reason) => unmaskOrder(order.id, 'contact', reason)}
          />{' '}
          <Masked
            value={order.address.phone}
            label={w('word.phone')}
            unmask={(reason) => unmaskOrder(order.id, 'phone', reason)}
          />
        </p>
        <p>
          {order.address.region_name} {order.address.detail}
        </p>
        {order.remark && <p>{t('order.remark', { remark: order.remark })}</p>}
      </Section>
      <Section title={t('order.timeline')}>
        <History order={order} />
      </Section>
    </>
  );
}

/** What happened, and what both sides wrote; what is internal is read here alone. */
function History({ order }: { order: OrderDocument }) {
  const { comments, send } = useComments(order.number);
  const may = useMay('order.comment');
  if (comments.isPending) {
    return <Skeleton rows={4} height={44} />;
  }
  return (
    <Discussion
      name={order.number}
      side="brand"
      files={`/api/office/orders/${order.id}/attachments`}
      entries={order.timeline}
      comments={comments.data ?? []}
      send={may ? send : undefined}
    />
  );
}
