import { type Address, asProblem, type Cart, type Problem } from '@qudao/shared/api';
import {
  Button,
  ButtonLink,
  EmptyState,
  Field,
  Icon,
  Money,
  Notice,
  Quantity,
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
import { useAddresses, usePlaceOrder } from '../data/orders';
import { Totals } from '../parts/Totals';
import styles from './Checkout.module.css';

/** The last look before an order: where to, what, for exactly how much. */
export function Checkout() {
  const { t } = useTranslation('portal');
  const cart = useCart();
  const addresses = useAddresses();
  useTitle(t('checkout.title'));
  return (
    <QueryView query={cart} skeleton={<Skeleton rows={6} height={56} />}>
      {(basket) => (
        <QueryView query={addresses} skeleton={<Skeleton rows={6} height={56} />}>
          {(places) =>
            basket.lines.length === 0 ? (
              <EmptyState
                icon="cart"
                title={t('cart.empty')}
                action={<ButtonLink to="/catalogue">{t('cart.toCatalogue')}</ButtonLink>}
              />
            ) : (
              <CheckoutForm cart={basket} addresses={places} />
            )
          }
        </QueryView>
      )}
    </QueryView>
  );
}

function CheckoutForm({ cart, addresses }: { cart: Cart; addresses: Address[] }) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const client = useQueryClient();
  const place = usePlaceOrder();
  const [chosen, setChosen] = useState<string>();
  const [remark, setRemark] = useState('');
  const address = chosen ?? (addresses.find((one) => one.default) ?? addresses[0])?.id;
  const refusal = place.error ? asProblem(place.error) : undefined;

  const submit = () => {
    if (!address) {
      return;
    }
    place.mutate(
      {
        address_id: address,
        ...(remark.trim() ? { remark: remark.trim() } : {}),
        lines: cart.lines.map(({ sku, quantity }) => ({ sku, quantity })),
        expected_total: cart.total,
        from_cart: true,
      },
      {
        onSuccess: (order) =>
          void navigate({ to: `/orders/${order.number}`, search: { placed: '1' } as never, replace: true }),
        // Whatever the reason, prices and stock may be others now: read them again, keep what was entered.
        onError: () => void client.invalidateQueries({ queryKey: ['cart'] }),
      },
    );
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
        <div className={styles.main}>
          <Section title={t('checkout.address')}>
            <Addresses addresses={addresses} value={address} onChange={setChosen} />
          </Section>
          <Section title={t('checkout.lines', { count: cart.lines.length })}>
            <Lines cart={cart} refusal={refusal} />
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
              busy={place.isPending}
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

/** Why the order was not placed, and that nothing happened. The lines at fault say so themselves. */
function Refusal({ problem, cart }: { problem: Problem; cart: Cart }) {
  const { t } = useTranslation('portal');
  return (
    <Notice tone="alarm">
      <p>
        <b>{problem.status === 0 ? t('checkout.unsure') : t('checkout.refused')}</b>{' '}
        {problem.status === 0 ? t('checkout.unsureHint') : problem.detail}
      </p>
      {problem.code === 'total_changed' && (
        <p>
          {t('checkout.newTotal')} <Money value={cart.total} currency={cart.currency} strong />
        </p>
      )}
    </Notice>
  );
}

function Addresses(props: {
  addresses: Address[];
  value: string | undefined;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation('portal');
  if (props.addresses.length === 0) {
    return <Notice tone="waiting">{t('checkout.noAddress')}</Notice>;
  }
  return (
    <div className={styles.addresses} role="radiogroup" aria-label={t('checkout.address')}>
      {props.addresses.map((address) => (
        <label key={address.id} className={address.id === props.value ? styles.chosen : ''}>
          <input
            type="radio"
            name="address"
            checked={address.id === props.value}
            onChange={() => props.onChange(address.id)}
          />
          <span>
            <b>{address.name}</b> <span className={styles.faint}>{address.phone}</span>
            <span className={styles.place}>
              {address.region.name} {address.detail}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}

function Lines({ cart, refusal }: { cart: Cart; refusal: Problem | undefined }) {
  return (
    <ul className={styles.lines}>
      {cart.lines.map((line, i) => {
        const wrong = refusal?.under(`lines[${i}]`)[0]?.detail ?? line.problem?.detail;
        return (
          <li key={line.sku}>
            <div>
              <p>{line.name}</p>
              <p className={styles.faint}>{line.model}</p>
              {wrong && <p className={styles.wrong}>{wrong}</p>}
            </div>
            <Quantity value={line.quantity} unit={line.unit} />
            {line.amount === undefined ? <span>—</span> : <Money value={line.amount} />}
          </li>
        );
      })}
    </ul>
  );
}
