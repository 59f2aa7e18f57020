import type { Stock } from '@qudao/shared/api';
import styles from './parts.module.css';

/** Stock as the brand shows it to this dealer: a number, a band, a word, or nothing at all. */
export function StockText({ stock }: { stock: Stock | undefined }) {
  if (!stock || stock.mode === 'hidden' || !stock.text) {
    return null;
  }
  return (
    <span className={stock.available === false ? styles.out : styles.stock}>
      <i />
      {stock.text}
    </span>
  );
}
