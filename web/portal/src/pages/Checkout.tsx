import { type Address, asProblem, type Cart, type OrderInput } from '@qudao/shared/api';
import {
  Button,
  ButtonLink,
  EmptyState,
  Field,
  Icon,
  Notice,
  QueryView,
  Section,
  Skeleton,
  TextArea,
  useTitle,
} from '@qudao/shared/kit';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCart } from '../data/cart';
import { lostOrder, useAddresses, usePlaceOrder } from '../data/orders';
import { Addresses, CheckoutLines, Refusal } from '../parts/CheckoutParts';
import { Totals } from '../parts/Totals';
import styles from './Checkout.module.css';

/** The last look before an order: where to, what, for exactly how much. */
export function Checkout() {
  const { t } = useTranslation('portal');
  const cart = useCart();
  const addresses = useAddresses();
  const placing = usePlacing();
  useTitle(t('checkout.title'));
  return (
    <QueryView query={cart} skeleton={<Skeleton rows={6} height={56} />}>
      {(now) => (
        <QueryView query={addresses} skeleton={<Skeleton rows={6} height={56} />}>
          {(places) => {
            // While an order's fate is not known the page keeps what was sent: the server may have emptied
            // the cart, because it has the order.
            const basket = placing.sent?.basket ?? now;
            return basket.lines.length > 0 ? (
              <CheckoutForm cart={basket} addresses={places} placing={placing} />
            ) : (
              <NothingLeft placing={placing} />
            );
          }}
        </QueryView>
      )}
    </QueryView>
  );
}

/** The placing of one order, and the basket that was sent while nobody knows what became of it. */
function usePlacing() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const place = usePlaceOrder();
  const [sent, setSent] = useState<{ input: OrderInput; basket: Cart | undefined }>();
  const refusal = place.error ? asProblem(place.error) : undefined;
  const submit = (input: OrderInput, basket: Cart | undefined) => {
    setSent({ input, basket });
    place.mutate(input, {
      onSuccess: (order) =>
        void navigate({ to: `/orders/${order.number}`, search: { placed: '1' } as never, replace: true }),
      onError: (error) => {
        if (!asProblem(error).unsure) {
          // Whatever the reason, prices and stock may be others now.
          setSent(undefined);
          void client.invalidateQueries({ queryKey: ['cart'] });
        }
      },
    });
  };
  return { sent, submit, refusal, unsure: refusal?.unsure ?? false, busy: place.isPending };
}

type Placing = ReturnType<typeof usePlacing>;

/** An empty cart; or, after a lost answer and a reload, the way to learn what became of the order. */
function NothingLeft({ placing }: { placing: Placing }) {
  const { t } = useTranslation('portal');
  const [lost] = useState(lostOrder);
  if (lost) {
    return (
      <EmptyState
        icon="clock"
        title={t('checkout.unsure')}
        hint={t('checkout.unsureHint')}
        action={
          <Button kind="primary" busy={placing.busy} onClick={() => placing.submit(lost, undefined)}>
            {t('checkout.submit')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon="cart"
      title={t('cart.empty')}
      action={<ButtonLink to="/catalogue">{t('cart.toCatalogue')}</ButtonLink>}
    />
  );
}

function CheckoutForm(props: { cart: Cart; addresses: Address[]; placing: Placing }) {
  const { t } = useTranslation('portal');
  const { cart, addresses, placing } = props;
  const { refusal } = placing;
  const [chosen, setChosen] = useState<string>();
  const [remark, setRemark] = useState('');
  const address = chosen ?? (addresses.find((one) => one.default) ?? addresses[0])?.id;

  const submit = () => {
    if (placing.unsure && placing.sent) {
      // Exactly the same again, or it would be another order.
      placing.submit(placing.sent.input, cart);
    } else if (address) {
      const input = {
        address_id: address,
        ...(remark.trim() ? { remark: remark.trim() } : {}),
        lines: cart.lines.map(({ sku, quantity }) => ({ sku, quantity })),
        expected_total: cart.total,
        from_cart: true,
      };
      placing.submit(input, cart);
    }
  };

  return (
    <div className={styles.page}>
      <header>
        <Link to="/cart" className={styles.back ?? ''}>
          <Icon name="back" size={16} />
          {t('checkout.back')}
        </Link>
        <h1>{t('checkout.title')}</h1>
      </header>
      {refusal && <Refusal problem={refusal} cart={cart} />}
      {!refusal && !cart.placeable && (
        <Notice tone="alarm">
          <p>
            {cart.problems[0]?.detail ?? t('checkout.notPlaceable')}{' '}
            <Link to="/cart" className={styles.inNotice ?? ''}>
              {t('checkout.back')}
            </Link>
          </p>
        </Notice>
      )}
      <div className={styles.columns}>
        <div className={styles.main} inert={placing.unsure}>
          <Section title={t('checkout.address')}>
            <Addresses addresses={addresses} value={address} onChange={setChosen} />
          </Section>
          <Section title={t('checkout.lines', { count: cart.lines.length })}>
            <CheckoutLines cart={cart} refusal={refusal} />
          </Section>
          <Section>
            <Field label={t('checkout.remark')} optional path="remark">
              {(control) => (
                <TextArea
                  {...control}
                  rows={2}
                  maxLength={500}
                  value={remark}
                  placeholder={t('checkout.remarkHint')}
                  onChange={(event) => setRemark(event.target.value)}
                />
              )}
            </Field>
          </Section>
        </div>
        <aside className={styles.summary}>
          <Totals amounts={cart} />
          <div className={styles.submit}>
            <Totals amounts={cart} short />
            <Button
              kind="primary"
              size="large"
              wide
              busy={placing.busy}
              disabled={!address || !cart.placeable}
              onClick={submit}
            >
              {t('checkout.submit')}
            </Button>
          </div>
          <p className={styles.faint}>{t('checkout.promise')}</p>
        </aside>
      </div>
    </div>
  );
}
