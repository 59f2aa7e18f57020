import { Button, formatQuantity, IconButton, Price, QuantityInput, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { type QuickRow, verdictOf } from '../data/quickList';
import { reachedTier } from './ladder';
import styles from './quick.module.css';
import { StockText } from './StockText';

interface Acts {
  onPart: (row: QuickRow, part: string) => void;
  onQuantity: (row: QuickRow, quantity: number) => void;
  onRemove: (row: QuickRow) => void;
  onAgain: (row: QuickRow) => void;
}

/** The rows of a quick order, each with its verdict. A wrong one says why and offers what was probably meant. */
export function QuickRows({ rows, ...acts }: { rows: QuickRow[] } & Acts) {
  return (
    <ol className={styles.rows}>
      {rows.map((row) => (
        <Row key={row.id} row={row} {...acts} />
      ))}
    </ol>
  );
}

function Row({ row, ...acts }: { row: QuickRow } & Acts) {
  const { t } = useTranslation('portal');
  const sku = row.match?.sku;
  const wrong = verdictOf(row) === 'wrong';
  return (
    <li className={wrong ? styles.wrongRow : styles.row}>
      <div className={styles.part}>
        <TextInput
          key={row.part}
          aria-label={t('quick.part')}
          aria-invalid={(wrong && !sku) || undefined}
          defaultValue={row.part}
          onBlur={(event) => change(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && change(event.currentTarget.value)}
        />
      </div>
      <div className={styles.what}>
        {sku ? (
          <>
            <p>{sku.name}</p>
            <p className={styles.meta}>
              <span>{sku.model}</span>
              <StockText stock={sku.stock} />
            </p>
          </>
        ) : (
          verdictOf(row) === 'asking' && <p className={styles.meta}>{t('quick.recognising')}</p>
        )}
        <Rounded row={row} />
        <Why row={row} {...acts} />
      </div>
      <div className={styles.price}>
        {sku && <Price value={reachedTier(sku.tiers, row.quantity)?.price ?? sku.price} unit={sku.unit} />}
      </div>
      <div className={styles.quantity}>
        <QuantityInput
          value={row.quantity}
          rule={sku ?? {}}
          compact
          label={`${row.part} ${t('product.quantity')}`}
          onChange={(quantity) => acts.onQuantity(row, quantity)}
        />
      </div>
      <div className={styles.remove}>
        <IconButton
          icon="close"
          label={t('cart.remove', { name: row.part })}
          onClick={() => acts.onRemove(row)}
        />
      </div>
    </li>
  );

  function change(part: string): void {
    const next = part.trim();
    if (next && next !== row.part) {
      acts.onPart(row, next);
    }
  }
}

/** Why the quantity is another than the one that was pasted. */
function Rounded({ row }: { row: QuickRow }) {
  const { t } = useTranslation('portal');
  const sku = row.match?.sku;
  if (row.asked === undefined || !sku) {
    return null;
  }
  const words = {
    asked: formatQuantity(row.asked),
    quantity: formatQuantity(row.quantity),
    minimum: formatQuantity(sku.minimum),
    multiple: formatQuantity(sku.multiple),
  };
  return (
    <p className={styles.rounded}>
      {row.asked < sku.minimum ? t('quick.roundedUp', words) : t('quick.rounded', words)}
    </p>
  );
}

function Why({ row, onPart, onAgain }: { row: QuickRow } & Acts) {
  const { t } = useTranslation('portal');
  if (row.failed) {
    return (
      <p className={styles.why}>
        {row.failed.trim() || t('quick.failed')}
        <Button kind="quiet" size="small" onClick={() => onAgain(row)}>
          {t('quick.again')}
        </Button>
      </p>
    );
  }
  if (verdictOf(row) !== 'wrong' || !row.match) {
    return null;
  }
  const { sku, problem, suggestions } = row.match;
  const ofQuantity = problem?.code.startsWith('quantity_');
  const detail =
    sku && !sku.orderable ? (sku.reason?.detail ?? problem?.detail) : ofQuantity ? '' : problem?.detail;
  return (
    <>
      {detail && <p className={styles.why}>{detail}</p>}
      {suggestions.length > 0 && (
        <p className={styles.meant}>
          {t('quick.meant')}
          {suggestions.slice(0, 4).map((one) => (
            <button key={one.code} type="button" onClick={() => onPart(row, one.code)}>
              <b>{one.code}</b> {one.name}
            </button>
          ))}
        </p>
      )}
      {sku?.orderable && (sku.minimum > 1 || sku.multiple > 1) && !detail && (
        <p className={styles.meta}>
          {t('quick.rule', { minimum: formatQuantity(sku.minimum), multiple: formatQuantity(sku.multiple) })}
        </p>
      )}
    </>
  );
}
