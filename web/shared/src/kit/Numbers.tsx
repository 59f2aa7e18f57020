import { createContext, useContext } from 'react';
import { useKitText } from '../i18n';
import styles from './Numbers.module.css';
import { currencySymbol, formatMoney, formatPrice, formatQuantity } from './number';

/** Whether the reader may see no prices: then the server tells none, and nothing stands in their place. */
export const PricesHidden = createContext(false);

/** Leaves out what a page says about prices around its figures: a column, a label, a sum. */
export function usePricesHidden(): boolean {
  return useContext(PricesHidden);
}

/** An amount of money. `currency` puts its sign before it; leave it out where the column names it. */
export function Money({ value, currency, strong }: { value: string; currency?: string; strong?: boolean }) {
  if (usePricesHidden()) {
    return null;
  }
  return (
    <span className={strong ? styles.strong : styles.number}>
      {currency && <span className={styles.sign}>{currencySymbol(currency)}</span>}
      {formatMoney(value)}
    </span>
  );
}

/** A unit price. Without one the goods cannot be ordered, and it says so; it is never zero. */
export function Price(props: {
  value: string | undefined;
  currency?: string;
  unit?: string;
  strong?: boolean;
}) {
  const t = useKitText();
  if (usePricesHidden()) {
    return null;
  }
  if (props.value === undefined) {
    return <span className={styles.none}>{t('price.none')}</span>;
  }
  return (
    <span className={props.strong ? styles.strong : styles.number}>
      {props.currency && <span className={styles.sign}>{currencySymbol(props.currency)}</span>}
      {formatPrice(props.value)}
      {props.unit && <span className={styles.unit}>/{props.unit}</span>}
    </span>
  );
}

export function Quantity({ value, unit }: { value: number; unit?: string }) {
  return (
    <span className={styles.number}>
      {formatQuantity(value)}
      {unit && <span className={styles.unit}> {unit}</span>}
    </span>
  );
}
