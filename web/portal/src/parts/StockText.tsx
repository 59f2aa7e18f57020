import type { Stock } from '@qudao/shared/api';
import { formatQuantity } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './parts.module.css';

/**
 * Stock as the brand shows it to this dealer: a number, a band, a word, or nothing at all. `bare` leaves the
 * word "stock" to the column's title.
 */
export function StockText({ stock, bare }: { stock: Stock | undefined; bare?: boolean }) {
  const { t } = useTranslation('portal');
  if (!stock || stock.mode === 'hidden' || !stock.text) {
    return null;
  }
  const figure =
    stock.mode === 'exact' && stock.quantity !== undefined ? formatQuantity(stock.quantity) : stock.text;
  const isFigure = stock.mode !== 'flag' && stock.available !== false;
  return (
    <span className={stock.available === false ? styles.out : styles.stock}>
      <i />
      {isFigure && !bare ? t('product.inStock', { figure }) : figure}
    </span>
  );
}
