import { asProblem, type SkuCard } from '@qudao/shared/api';
import { Button, judgeQuantity, QuantityInput, toast } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../data/accounts';
import { useCartChanges } from '../data/cart';
import styles from './parts.module.css';

/** The quantity to begin with: the least that may be ordered. */
export function firstQuantity(sku: { minimum: number; multiple: number }): number {
  return judgeQuantity(1, sku).nearest[0] ?? 1;
}

/** A quantity under the SKU's rule and the button that puts it into the cart. */
export function AddToCart({
  sku,
  iconOnly,
  start,
}: {
  sku: SkuCard;
  iconOnly?: boolean;
  /** The quantity to begin with, where it is known better than the least. */
  start?: number;
}) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const { add } = useCartChanges();
  const [quantity, setQuantity] = useState(() =>
    start !== undefined && judgeQuantity(start, sku).right ? start : firstQuantity(sku),
  );

  const may = useMay('order.place');
  if (!may) {
    return null;
  }
  if (!sku.orderable) {
    return <p className={styles.reason}>{sku.reason?.detail ?? t('product.notOrderable')}</p>;
  }
  const put = () =>
    add.mutate([{ sku: sku.code, quantity }], {
      onSuccess: () =>
        toast(t('cart.added', { name: sku.name }), {
          action: { label: t('cart.open'), run: () => void navigate({ to: '/cart' }) },
        }),
      onError: (error) => toast(asProblem(error).detail || t('cart.notAdded'), { tone: 'alarm' }),
    });
  return (
    <div className={styles.add}>
      <QuantityInput value={quantity} rule={sku} compact onChange={setQuantity} label={sku.name} />
      <Button
        icon="cart"
        busy={add.isPending}
        onClick={put}
        aria-label={t('product.add')}
        title={t('product.add')}
      >
        {iconOnly ? undefined : t('product.add')}
      </Button>
    </div>
  );
}
