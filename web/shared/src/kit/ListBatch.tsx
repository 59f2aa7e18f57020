import type { ReactNode } from 'react';
import { useKitText } from '../i18n';
import { Button, IconButton } from './Button';
import styles from './ListPage.module.css';
import { formatQuantity } from './number';
import type { Choosing } from './useChosen';

/** Stands at the foot of a list while rows are chosen: how many, all of the filter where allowed, the acts. */
export function BatchBar<Row>(props: {
  choosing: Choosing<Row>;
  /** How many rows the whole filter has, where all of them may be chosen. */
  whole: number | undefined;
  children: ReactNode;
}) {
  const t = useKitText();
  const { chosen, chooseWhole } = props.choosing;
  if (chosen.count === 0) {
    return null;
  }
  return (
    <div className={styles.batch} role="status">
      <IconButton icon="close" label={t('list.chooseNone')} onClick={chosen.clear} />
      <span>
        {t(chosen.whole ? 'list.chosenWhole' : 'list.chosen', { count: chosen.count })}
        {!chosen.whole && props.whole !== undefined && props.whole > chosen.count && (
          <Button size="small" kind="quiet" onClick={chooseWhole}>
            {t('list.chooseWhole', { n: formatQuantity(props.whole) })}
          </Button>
        )}
      </span>
      <span className={styles.batchActs}>{props.children}</span>
    </div>
  );
}
