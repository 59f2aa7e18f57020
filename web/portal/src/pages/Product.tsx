import { asProblem, type Product as ProductData, type SkuCard } from '@qudao/shared/api';
import {
  Button,
  formatMoney,
  formatQuantity,
  Icon,
  QueryView,
  Section,
  SkeletonBlock,
  Tag,
  toast,
  useNarrow,
  usePricesHidden,
  useTitle,
} from '@qudao/shared/kit';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCartChanges } from '../data/cart';
import { useProduct } from '../data/catalogue';
import { AddToList } from '../parts/AddToList';
import { AxisFilter, matches } from '../parts/AxisFilter';
import { Gallery } from '../parts/Gallery';
import { addAmounts, estimate, reachedTier } from '../parts/ladder';
import { SkuMatrix } from '../parts/SkuMatrix';
import styles from './Product.module.css';

/** One product whole: pictures, attributes, and every size with its price, ladder, stock and quantity. */
export function Product() {
  const { code = '' } = useParams({ strict: false });
  const product = useProduct(code);
  return (
    <QueryView
      query={product}
      skeleton={
        <div className={styles.top}>
          <SkeletonBlock height={400} />
          <SkeletonBlock height={240} />
        </div>
      }
    >
      {(data) => <ProductView key={data.code} product={data} />}
    </QueryView>
  );
}

function ProductView({ product }: { product: ProductData }) {
  const { t } = useTranslation('portal');
  useTitle(product.name);
  const [quantities, setQuantities] = useState<Record<string, number>>({});
  const [spec, setSpec] = useState<Record<string, string>>({});
  const shown = product.skus.filter((sku) => matches(sku, spec));

  return (
    <article className={styles.page}>
      <nav className={styles.path} aria-label={t('catalogue.categories')}>
        <Link to="/catalogue">{t('catalogue.all')}</Link>
        {product.category_path.map((category) => (
          <span key={category.code}>
            <Icon name="chevronRight" size={14} />
            <Link to="/catalogue" search={{ category: category.code } as never}>
              {category.name}
            </Link>
          </span>
        ))}
      </nav>
      <div className={product.images.length > 0 ? styles.top : styles.topWords}>
        {product.images.length > 0 && <Gallery images={product.images} name={product.name} />}
        <div className={styles.intro}>
          <h1>{product.name}</h1>
          <p className={styles.tags}>
            {product.series && <Tag>{product.series.name}</Tag>}
            {product.divisions.map((division) => (
              <Tag key={division.code}>{division.name}</Tag>
            ))}
          </p>
          {product.description && <p className={styles.description}>{product.description}</p>}
          {product.attributes.length > 0 && (
            <dl className={styles.attributes} aria-label={t('product.about')}>
              {product.attributes.map((attribute) => (
                <div key={attribute.code}>
                  <dt>{attribute.name}</dt>
                  <dd>
                    {attribute.value}
                    {attribute.unit && ` ${attribute.unit}`}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      </div>
      <div className={styles.order}>
        <Section
          title={t('product.order')}
          extra={
            <span className={styles.faint}>{t('product.skuCount', { count: product.skus.length })}</span>
          }
          flush
        >
          {manyWays(product) && (
            <AxisFilter axes={product.axes} skus={product.skus} value={spec} onChange={setSpec} />
          )}
          <SkuMatrix
            axes={product.axes}
            skus={shown}
            quantities={quantities}
            onQuantity={(sku, quantity) => setQuantities((before) => ({ ...before, [sku]: quantity }))}
          />
        </Section>
      </div>
      <Chosen skus={product.skus} quantities={quantities} onAdded={() => setQuantities({})} />
    </article>
  );
}

/** Whether the sizes are so many, by more than one axis, that narrowing them helps. */
function manyWays(product: ProductData): boolean {
  const axes = product.axes.filter((axis) => axis.values.length > 1).length;
  return product.skus.length > (axes > 1 ? 6 : 20);
}

/** What is chosen so far, and the one button. It stays in sight while the sizes scroll. */
function Chosen(props: { skus: SkuCard[]; quantities: Record<string, number>; onAdded: () => void }) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const { add } = useCartChanges();
  const narrow = useNarrow();
  const lines = props.skus
    .map((sku) => ({ sku, quantity: props.quantities[sku.code] ?? 0 }))
    .filter((line) => line.quantity > 0);
  const unit = lines[0]?.sku.unit ?? '';
  const hidden = usePricesHidden();
  const pieces = lines.reduce((sum, line) => sum + Math.round(line.quantity * 1000), 0) / 1000;
  const amount = addAmounts(
    lines.map(({ sku, quantity }) =>
      estimate(reachedTier(sku.tiers, quantity)?.price ?? sku.price ?? '0', quantity),
    ),
  );
  const put = () =>
    add.mutate(
      lines.map(({ sku, quantity }) => ({ sku: sku.code, quantity })),
      {
        onSuccess: () => {
          props.onAdded();
          toast(t('cart.addedLines', { count: lines.length }), {
            action: { label: t('cart.open'), run: () => void navigate({ to: '/cart' }) },
          });
        },
        onError: (error) => toast(asProblem(error).detail || t('cart.notAdded'), { tone: 'alarm' }),
      },
    );
  return (
    <div className={styles.bar}>
      <p>
        {lines.length === 0 ? (
          <span className={styles.faint}>{t('product.chooseHint')}</span>
        ) : (
          <>
            {!hidden && <b>¥{formatMoney(amount)}</b>}
            <span className={styles.faint}>
              {t('product.chosen', { count: lines.length, pieces: `${formatQuantity(pieces)} ${unit}` })}
            </span>
          </>
        )}
      </p>
      <AddToList
        size="large"
        iconOnly={narrow}
        label={t('product.addToList')}
        lines={lines.map(({ sku, quantity }) => ({ sku: sku.code, quantity }))}
      />
      <Button
        kind="primary"
        size="large"
        icon="cart"
        busy={add.isPending}
        disabled={lines.length === 0}
        onClick={put}
      >
        {t('product.addToCart')}
      </Button>
    </div>
  );
}
