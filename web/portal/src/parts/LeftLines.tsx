import type { LeftLine } from '@qudao/shared/api';
import { formatQuantity, Notice } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './lists.module.css';

/** What could not be put into the cart, line by line with its reason. */
export function LeftLines({ lines }: { lines: LeftLine[] }) {
  const { t } = useTranslation('portal');
  if (lines.length === 0) {
    return null;
  }
  return (
    <Notice tone="waiting">
      <p>{t('cart.left', { count: lines.length })}</p>
      <ul className={styles.left}>
        {lines.map((line) => (
          <li key={line.sku}>
            <span>
              <b>{line.name || line.sku}</b> × {formatQuantity(line.quantity)}
            </span>
            <span>{line.problem.detail}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
