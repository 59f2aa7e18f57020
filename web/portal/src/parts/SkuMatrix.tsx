import type { Product, SkuCard } from '@qudao/shared/api';
import {
  DataTable,
  formatQuantity,
  Price,
  QuantityInput,
  QuantityRuleText,
  useNarrow,
} from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { Ladder } from './Ladder';
import { reachedTier } from './ladder';
import { StockText } from './StockText';
import styles from './sku.module.css';
import { axisText } from './spec';

interface Matrix {
  axes: Product['axes'];
  skus: SkuCard[];
  quantities: Record<string, number>;
  onQuantity: (sku: string, quantity: number) => void;
}

/** Every size of a product with its price, stock and rule; quantities are typed straight into it. */
export function SkuMatrix(props: Matrix) {
  return useNarrow() ? <SkuList {...props} /> : <SkuTable {...props} />;
}

function SkuTable({ axes, skus, quantities, onQuantity }: Matrix) {
  const { t } = useTranslation('portal');
  return (
    <DataTable
      caption={t('product.order')}
      rows={skus}
      rowKey={(sku) => sku.code}
      columns={[
        ...axes.map((axis) => ({
          key: axis.code,
          title: axis.unit ? `${axis.name} (${axis.unit})` : axis.name,
          render: (sku: SkuCard) => sku.spec[axis.code],
        })),
        {
          key: 'model',
          title: t('product.model'),
          render: (sku) => (
            <span className={styles.codes}>
              <span>{sku.model}</span>
              <small>{sku.order_code}</small>
            </span>
          ),
        },
        { key: 'stock', title: t('product.stock'), render: (sku) => <StockCell sku={sku} /> },
        { key: 'packs', title: t('product.rule'), wideOnly: true, render: (sku) => <PackText sku={sku} /> },
        {
          key: 'price',
          priced: true,
          title: t('product.ownPrice'),
          align: 'right',
          render: (sku) => <PriceCell sku={sku} quantity={quantities[sku.code] ?? 0} />,
        },
        {
          key: 'quantity',
          title: t('product.quantity'),
          align: 'right',
          width: 180,
          render: (sku) => <Amount sku={sku} quantity={quantities[sku.code] ?? 0} onQuantity={onQuantity} />,
        },
      ]}
    />
  );
}

function SkuList({ axes, skus, quantities, onQuantity }: Matrix) {
  return (
    <ul className={styles.list}>
      {skus.map((sku) => {
        const quantity = quantities[sku.code] ?? 0;
        return (
          <li key={sku.code}>
            <div className={styles.listHead}>
              <b>{axisText(axes, sku) || sku.name}</b>
              <Price value={currentPrice(sku, quantity)} currency="CNY" unit={sku.unit} strong />
            </div>
            <div className={styles.listMeta}>
              <span>{sku.model}</span>
              <StockText stock={sku.stock} />
              <QuantityRuleText rule={sku} />
            </div>
            <Ladder tiers={sku.tiers} quantity={quantity} unit={sku.unit} />
            <Amount sku={sku} quantity={quantity} onQuantity={onQuantity} />
          </li>
        );
      })}
    </ul>
  );
}

function currentPrice(sku: SkuCard, quantity: number): string | undefined {
  return reachedTier(sku.tiers, quantity)?.price ?? sku.price;
}

function PriceCell({ sku, quantity }: { sku: SkuCard; quantity: number }) {
  return (
    <div className={styles.priceCell}>
      <Price value={currentPrice(sku, quantity)} unit={sku.unit} strong />
      <Ladder tiers={sku.tiers} quantity={quantity} unit={sku.unit} />
    </div>
  );
}

function StockCell({ sku }: { sku: SkuCard }) {
  const { t } = useTranslation('portal');
  return (
    <span className={styles.codes}>
      <StockText stock={sku.stock} bare />
      {sku.lead_days > 0 && <small>{t('product.leadDays', { count: sku.lead_days })}</small>}
    </span>
  );
}

function PackText({ sku }: { sku: SkuCard }) {
  const { t } = useTranslation('portal');
  return (
    <span className={styles.codes}>
      <QuantityRuleText rule={sku} />
      <small>
        {sku.packs
          .map((pack) => `1 ${pack.unit} = ${formatQuantity(pack.factor)} ${sku.unit}`)
          .join(t('comma'))}
      </small>
    </span>
  );
}

function Amount(props: { sku: SkuCard; quantity: number; onQuantity: Matrix['onQuantity'] }) {
  const { t } = useTranslation('portal');
  const { sku } = props;
  if (!sku.orderable) {
    return <span className={styles.reason}>{sku.reason?.detail ?? t('product.notOrderable')}</span>;
  }
  return (
    <QuantityInput
      value={props.quantity}
      rule={{ minimum: sku.minimum, multiple: sku.multiple, zero: true }}
      label={`${sku.model} ${t('product.quantity')}`}
      onChange={(quantity) => props.onQuantity(sku.code, quantity)}
    />
  );
}
