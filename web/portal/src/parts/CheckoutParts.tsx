import type { Address, Cart, Problem } from '@qudao/shared/api';
import { Button, Money, Notice, Quantity, Thumb, usePricesHidden } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressDialog } from './AddressDialog';
import styles from './checkout.module.css';

/** Why the order was not placed, and that nothing happened. The lines at fault say so themselves. */
export function Refusal({ problem, cart }: { problem: Problem; cart: Cart }) {
  const { t } = useTranslation('portal');
  return (
    <Notice tone="alarm">
      <p>
        <b>{problem.unsure ? t('checkout.unsure') : t('checkout.refused')}</b>{' '}
        {problem.unsure ? t('checkout.unsureHint') : problem.detail}
      </p>
      {problem.code === 'total_changed' && (
        <p>
          {t('checkout.newTotal')} <Money value={cart.total} currency={cart.currency} strong />
        </p>
      )}
    </Notice>
  );
}

export function Addresses(props: {
  addresses: Address[];
  value: string | undefined;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation('portal');
  const [adding, setAdding] = useState(false);
  return (
    <>
      {props.addresses.length === 0 && <Notice tone="waiting">{t('checkout.noAddress')}</Notice>}
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
      <Button kind="quiet" icon="plus" onClick={() => setAdding(true)}>
        {t('checkout.addAddress')}
      </Button>
      {adding && <AddressDialog onClose={() => setAdding(false)} onSaved={props.onChange} />}
    </>
  );
}

export function CheckoutLines({ cart, refusal }: { cart: Cart; refusal: Problem | undefined }) {
  const hidden = usePricesHidden();
  return (
    <ul className={styles.lines}>
      {cart.lines.map((line, i) => {
        const wrong = refusal?.under(`lines[${i}]`)[0]?.detail ?? line.problem?.detail;
        return (
          <li key={line.sku}>
            <div className={styles.goods}>
              <Thumb src={line.image} large />
              <div>
                <p>{line.name}</p>
                <p className={styles.faint}>{line.model}</p>
                {wrong && <p className={styles.wrong}>{wrong}</p>}
              </div>
            </div>
            <Quantity value={line.quantity} unit={line.unit} />
            {line.amount === undefined ? <span>{hidden ? '' : '—'}</span> : <Money value={line.amount} />}
          </li>
        );
      })}
    </ul>
  );
}
