import type { Tier } from '@qudao/shared/api';
import { formatPrice, formatQuantity } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './pricing.module.css';

/** Prices by quantity in a line: "12.50  ≥100 11.80". */
export function TierWords({ tiers }: { tiers: readonly Tier[] }) {
  const { t } = useTranslation('pricing');
  if (tiers.length === 0) {
    return <span className={styles.faint}>{t('prices.out')}</span>;
  }
  return (
    <span className={styles.tiers}>
      {tiers.map((tier) => (
        <span key={tier.minimum}>
          {(tier.minimum > 1 || tiers.length > 1) && <small>≥{formatQuantity(tier.minimum)}</small>}
          {formatPrice(tier.price)}
        </span>
      ))}
    </span>
  );
}
