import { formatQuantity, Icon, Price } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useLiveParts } from '../data/parts';
import { quickLimit } from '../data/quickList';
import { reachedTier } from './ladder';
import styles from './quick.module.css';
import { StockText } from './StockText';

/** What is being typed, recognised as soon as typing rests: a line in full, several by their number. */
export function LiveParts({ text, onTake }: { text: string; onTake: (line: string) => void }) {
  const { t } = useTranslation('portal');
  const found = useLiveParts(text, quickLimit);
  const [only] = found;
  const wrong = found.filter((one) => !one.sku?.orderable).length;
  return (
    <div className={styles.live} aria-live="polite">
      {found.length > 1 || !only ? (
        <p className={styles.meta}>
          {found.length > 0
            ? t('quick.live', { right: found.length - wrong, wrong })
            : text.trim() && t('quick.recognising')}
        </p>
      ) : only.sku ? (
        <p>
          <Icon name="check" />
          <b>{only.sku.name}</b>
          <span className={styles.meta}>{only.sku.model}</span>
          <Price
            value={reachedTier(only.sku.tiers, only.quantity)?.price ?? only.sku.price}
            unit={only.sku.unit}
          />
          <span>× {formatQuantity(only.quantity)}</span>
          <StockText stock={only.sku.stock} />
        </p>
      ) : (
        <>
          <p className={styles.meta}>{only.problem?.detail}</p>
          {only.suggestions.length > 0 && (
            <p className={styles.meant}>
              {t('quick.meant')}
              {only.suggestions.slice(0, 4).map((one) => (
                <button key={one.code} type="button" onClick={() => onTake(`${one.code}\t${only.quantity}`)}>
                  <b>{one.code}</b> {one.name}
                </button>
              ))}
            </p>
          )}
        </>
      )}
    </div>
  );
}
