import { compareDecimal, Price, usePricesHidden } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './parts.module.css';

/** The dealer's own price, or from the lowest where the sizes differ. */
export function PriceRange(props: {
  /** Without the currency's sign, for a column that names it. */
  bare?: boolean;
  from: string | undefined;
  to: string | undefined;
  unit: string;
}) {
  const { t } = useTranslation('portal');
  const { from, to } = props;
  if (usePricesHidden()) {
    return null;
  }
  const differ = from !== undefined && to !== undefined && compareDecimal(from, to) !== 0;
  return (
    <span className={styles.price}>
      <Price value={from} {...(props.bare ? {} : { currency: 'CNY' })} strong />
      {from !== undefined && (
        <span className={styles.per}>
          /{props.unit}
          {differ && ` ${t('product.from')}`}
        </span>
      )}
    </span>
  );
}
