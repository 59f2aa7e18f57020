import { Money, usePricesHidden } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './lines.module.css';

interface Amounts {
  currency: string;
  goods: string;
  discount: string;
  freight: string;
  total: string;
  net: string;
  tax: string;
}

function isZero(amount: string): boolean {
  return /^-?0+(\.0+)?$/.test(amount);
}

/** The amounts of a basket or an order, exactly as the server made them. */
export function Totals({ amounts, short }: { amounts: Amounts; short?: boolean }) {
  const { t } = useTranslation('portal');
  if (usePricesHidden()) {
    return null;
  }
  if (short) {
    return (
      <p className={styles.shortTotal}>
        <span>{t('totals.total')}</span>
        <Money value={amounts.total} currency={amounts.currency} strong />
      </p>
    );
  }
  return (
    <dl className={styles.totals}>
      <div>
        <dt>{t('totals.goods')}</dt>
        <dd>
          <Money value={amounts.goods} />
        </dd>
      </div>
      {!isZero(amounts.discount) && (
        <div>
          <dt>{t('totals.discount')}</dt>
          <dd>
            <Money value={amounts.discount.startsWith('-') ? amounts.discount : `-${amounts.discount}`} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('totals.freight')}</dt>
        <dd>
          <Money value={amounts.freight} />
        </dd>
      </div>
      <div className={styles.grand}>
        <dt>{t('totals.total')}</dt>
        <dd>
          <Money value={amounts.total} currency={amounts.currency} strong />
        </dd>
      </div>
      <div className={styles.split}>
        <dt>{t('totals.net')}</dt>
        <dd>
          <Money value={amounts.net} />
        </dd>
      </div>
      <div className={styles.split}>
        <dt>{t('totals.tax')}</dt>
        <dd>
          <Money value={amounts.tax} />
        </dd>
      </div>
    </dl>
  );
}
