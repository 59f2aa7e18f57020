import type { Cart, CartLine } from '@qudao/shared/api';
import {
  IconButton,
  Money,
  Price,
  PriceTrace,
  QuantityInput,
  QuantityRuleText,
  Thumb,
  toastProblem,
  usePricesHidden,
} from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCartChanges } from '../data/cart';
import styles from './lines.module.css';
import { StockText } from './StockText';

/** The lines of the cart. A change of quantity is sent once typing rests; the amount follows the answer. */
export function CartLines({ cart }: { cart: Cart }) {
  return (
    <ul className={styles.cart}>
      {cart.lines.map((line) => (
        <Line key={line.sku} line={line} />
      ))}
    </ul>
  );
}

function Line({ line }: { line: CartLine }) {
  const { t } = useTranslation('portal');
  const { set, remove } = useCartChanges();
  const [wanted, setWanted] = useState(line.quantity);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef(false);
  useEffect(() => {
    if (!waiting.current) {
      setWanted(line.quantity);
    }
  }, [line.quantity]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (quantity: number) => {
    setWanted(quantity);
    waiting.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      waiting.current = false;
      set.mutate(
        { sku: line.sku, quantity },
        {
          onError: (error) => {
            setWanted(line.quantity);
            toastProblem(error, t('cart.notChanged'));
          },
        },
      );
    }, 350);
  };
  const busy = set.isPending || wanted !== line.quantity;
  const hidden = usePricesHidden();
  return (
    <li className={line.problem ? styles.wrongLine : ''}>
      <div className={styles.picture}>
        <Thumb large src={line.image} />
      </div>
      <div className={styles.what}>
        <p className={styles.name}>
          {line.product ? (
            <Link to={`/products/${encodeURIComponent(line.product)}`}>{line.name}</Link>
          ) : (
            line.name || line.sku
          )}
        </p>
        <p className={styles.meta}>
          <span>{line.model}</span>
          <StockText stock={line.stock} />
        </p>
        {line.problem && (
          <p className={styles.problem} role="alert">
            {line.problem.detail}
          </p>
        )}
      </div>
      <div className={styles.unitPrice}>
        <Price value={line.price} unit={line.unit} />
        <PriceTrace trace={line.trace} />
      </div>
      <div className={styles.quantity}>
        <QuantityInput value={wanted} rule={line} compact label={line.name} onChange={change} />
        <QuantityRuleText rule={line} />
      </div>
      <div className={busy ? styles.amountBusy : styles.amount}>
        {line.amount === undefined ? !hidden && '—' : <Money value={line.amount} currency="CNY" strong />}
      </div>
      <div className={styles.remove}>
        <IconButton
          icon="trash"
          label={t('cart.remove', { name: line.name })}
          disabled={remove.isPending}
          onClick={() =>
            remove.mutate([line.sku], { onError: (error) => toastProblem(error, t('cart.notChanged')) })
          }
        />
      </div>
    </li>
  );
}
