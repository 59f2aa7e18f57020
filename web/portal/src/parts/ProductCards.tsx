import type { ProductCard } from '@qudao/shared/api';
import { ButtonLink, Picture, QuantityRuleText } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AddToCart } from './AddToCart';
import { PriceRange } from './PriceRange';
import styles from './parts.module.css';
import { StockText } from './StockText';

/** Products as cards: picture, own price, stock, and adding without leaving the list. */
export function ProductCards({ products }: { products: ProductCard[] }) {
  // A list in which nothing has a picture gives the room to the words.
  const pictures = products.some((product) => product.image);
  return (
    <ul className={styles.cards}>
      {products.map((product) => (
        <li key={product.code}>
          <Card product={product} picture={pictures} />
        </li>
      ))}
    </ul>
  );
}

function classOf(product: ProductCard, picture: boolean): string {
  return [styles.card, picture ? '' : styles.words, product.sku ? '' : styles.many].join(' ');
}

function Card({ product, picture }: { product: ProductCard; picture: boolean }) {
  const { t } = useTranslation('portal');
  const to = `/products/${encodeURIComponent(product.code)}`;
  return (
    <article className={classOf(product, picture)}>
      {picture && (
        <Link to={to} className={styles.cardPicture ?? ''} tabIndex={-1} aria-hidden="true">
          <Picture src={product.image} name={product.name} />
        </Link>
      )}
      <div className={styles.cardText}>
        <h2>
          <Link to={to}>{product.name}</Link>
        </h2>
        <p className={styles.faint}>
          {[product.series?.name, product.sku?.model].filter(Boolean).join(' · ') || product.category.name}
        </p>
        <div className={styles.cardPrice}>
          <PriceRange from={product.price_from} to={product.price_to} unit={product.unit} />
          <StockText stock={product.stock} />
        </div>
        {product.sku && <QuantityRuleText rule={product.sku} />}
      </div>
      <div className={styles.cardAct}>
        {product.sku ? (
          <AddToCart sku={product.sku} iconOnly />
        ) : (
          <ButtonLink to={to} wide>
            {t('catalogue.choose', { count: product.sku_count })}
          </ButtonLink>
        )}
      </div>
    </article>
  );
}
