import { formatMoney } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './accounts.module.css';

/** What is used of an amount by month, as a bar with its figures beside it. */
export function MonthBar({ used, limit }: { used: string; limit: string }) {
  const { t } = useTranslation('portal');
  const share = Math.min(1, Number(used) / Number(limit));
  const left = Math.max(0, Number(limit) - Number(used));
  const said = t('accounts.used', { used: formatMoney(used), left: formatMoney(left.toFixed(2)) });
  return (
    <div className={styles.month}>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={said}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <span className={share >= 0.9 ? styles.nearly : ''} style={{ width: `${share * 100}%` }} />
      </div>
      <span>{said}</span>
    </div>
  );
}
