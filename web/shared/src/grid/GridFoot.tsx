import { type ReactNode, useMemo } from 'react';
import { useKitText } from '../i18n';
import { IconButton } from '../kit';
import type { Change, GridColumn } from './columns';
import type { GridEdits } from './edits';
import styles from './grid.module.css';

/** What the changes come to: how many cells, how many wrong, the sums of the columns, and the way back. */
export function GridFoot<Row>(props: {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly GridColumn<Row>[];
  edits: GridEdits;
  said: string;
  alarm: boolean;
  children: ReactNode;
}) {
  const { rows, rowKey, columns, edits } = props;
  const t = useKitText();
  const { wrong, changes } = useMemo(() => {
    const found: { wrong: number; changes: Map<string, Change<Row>[]> } = { wrong: 0, changes: new Map() };
    if (edits.edits.size === 0) {
      return found;
    }
    for (const row of rows) {
      const typed = edits.edits.get(rowKey(row)) ?? {};
      for (const column of columns) {
        const text = typed[column.key];
        const reading = text === undefined ? undefined : column.read?.(text, row);
        if (reading && 'fault' in reading) {
          found.wrong++;
        } else if (reading) {
          const before = found.changes.get(column.key) ?? [];
          before.push({ row, before: column.value(row), after: reading.value });
          found.changes.set(column.key, before);
        }
      }
    }
    return found;
  }, [rows, rowKey, columns, edits.edits]);
  return (
    <footer className={styles.foot}>
      <span className={styles.history}>
        <IconButton
          icon="undo"
          label={t('grid.undo')}
          disabled={!edits.undo}
          onClick={() => edits.undo?.()}
        />
        <IconButton
          icon="redo"
          label={t('grid.redo')}
          disabled={!edits.redo}
          onClick={() => edits.redo?.()}
        />
      </span>
      <span className={props.alarm ? styles.alarm : styles.said} role="status">
        {props.said || (edits.count === 0 ? t('grid.hint') : '')}
      </span>
      {edits.count > 0 && (
        <span className={styles.figures}>
          <b>{t('grid.changed', { count: edits.count })}</b>
          {wrong > 0 && <b className={styles.alarm}>{t('grid.wrong', { count: wrong })}</b>}
          {columns.map((column) => {
            const own = changes.get(column.key);
            return (
              own &&
              column.sum && (
                <span key={column.key}>
                  {column.title} {column.sum(own)}
                </span>
              )
            );
          })}
        </span>
      )}
      {props.children && <span className={styles.acts}>{props.children}</span>}
    </footer>
  );
}
