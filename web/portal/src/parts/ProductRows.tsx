import type { ProductCard } from '@qudao/shared/api';
import { ButtonLink, DataTable, Thumb } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { AddToCart } from './AddToCart';
import { PriceRange } from './PriceRange';
import styles from './parts.module.css';
import { StockText } from './StockText';

/** Products as a dense list, for those who know what they want. */
export function ProductRows({ products }: { products: ProductCard[] }) {
  const { t } = useTranslation('portal');
  const to = (product: ProductCard) => `/products/${encodeURIComponent(product.code)}`;
  return (
    <DataTable
      caption={t('catalogue.title')}
      rows={products}
      rowKey={(product) => product.code}
      rowTo={to}
      columns={[
        {
          key: 'name',
          title: t('product.name'),
          render: (product) => (
            <span className={styles.withThumb}>
              <Thumb src={product.image} />
              {product.name}
            </span>
          ),
        },
        {
          key: 'model',
          title: t('product.modelOrCategory'),
          render: (product) => (
            <span className={styles.faint}>{product.sku?.model ?? product.category.name}</span>
          ),
        },
        {
          key: 'stock',
          title: t('product.stock'),
          render: (product) => <StockText stock={product.stock} bare />,
        },
        {
          key: 'price',
          priced: true,
          title: t('product.price'),
          align: 'right',
          render: (product) => (
            <PriceRange bare from={product.price_from} to={product.price_to} unit={product.unit} />
          ),
        },
        {
          key: 'add',
          title: '',
          align: 'right',
          width: 210,
          render: (product) =>
            product.sku ? (
              <AddToCart sku={product.sku} iconOnly />
            ) : (
              <ButtonLink to={to(product)} size="small">
                {t('catalogue.choose', { count: product.sku_count })}
              </ButtonLink>
            ),
        },
      ]}
    />
  );
}
