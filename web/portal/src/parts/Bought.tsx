import { Price, Thumb } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBought } from '../data/habit';
import { AddToCart } from './AddToCart';
import styles from './home.module.css';
import { StockText } from './StockText';

const shown = 6;

/** What the company orders most often, with the quantity of last time and one touch into the cart. */
export function Bought() {
  const { t } = useTranslation('portal');
  const bought = useBought();
  const items = (bought.data ?? []).slice(0, shown);
  if (items.length === 0) {
    return null;
  }
  return (
    <section>
      <h2 className={styles.title}>{t('home.bought')}</h2>
      <ul className={styles.bought}>
        {items.map((sku) => (
          <li key={sku.code}>
            <Thumb src={sku.image} large />
            <div className={styles.boughtText}>
              <Link to={`/products/${encodeURIComponent(sku.product)}`}>{sku.name}</Link>
              <p>
                <span>{sku.model}</span>
                <StockText stock={sku.stock} />
              </p>
              <p>
                <Price value={sku.price} unit={sku.unit} />
                <small>{t('home.boughtOften', { count: sku.orders })}</small>
              </p>
            </div>
            <AddToCart sku={sku} start={sku.usual} iconOnly />
          </li>
        ))}
      </ul>
    </section>
  );
}
