import type { Tier } from '@qudao/shared/api';
import { formatQuantity, Price } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { nextTier, reachedTier } from './ladder';
import styles from './parts.module.css';

/** The steps of a price by quantity, the reached one marked, and what is missing to the next. */
export function Ladder({
  tiers,
  quantity,
  unit,
}: {
  tiers: readonly Tier[];
  quantity: number;
  unit: string;
}) {
  const { t } = useTranslation('portal');
  if (tiers.length < 2) {
    return null;
  }
  const sorted = [...tiers].sort((a, b) => a.minimum - b.minimum);
  const reached = reachedTier(sorted, quantity);
  const next = quantity > 0 ? nextTier(sorted, quantity) : undefined;
  return (
    <div className={styles.ladder}>
      <ol>
        {sorted.map((tier) => (
          <li key={tier.minimum} aria-current={tier === reached ? 'step' : undefined}>
            <span>≥ {formatQuantity(tier.minimum)}</span>
            <Price value={tier.price} />
          </li>
        ))}
      </ol>
      {next && (
        <p>
          {t('product.toNext', {
            missing: `${formatQuantity(next.missing)} ${unit}`,
            price: next.tier.price.replace(/(\.\d\d\d*?)0+$/, '$1'),
          })}
        </p>
      )}
    </div>
  );
}
