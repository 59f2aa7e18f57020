import { Link, useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useKitText } from '../i18n';
import styles from './DataTable.module.css';
import { usePricesHidden } from './Numbers';
import type { Choosing } from './useChosen';

export interface Column<Row> {
  key: string;
  title: ReactNode;
  render: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  align?: 'left' | 'right' | 'center';
  width?: number | string;
  /** One line, cut with an ellipsis. */
  cut?: boolean;
  /** Leave this column out below 1024 px. */
  wideOnly?: boolean;
  /** What the whole filter adds up to, shown in the foot. */
  sum?: ReactNode;
  /** Not shown until the reader chooses it. */
  hidden?: boolean;
  /** It tells a price: left out where the reader may see none. */
  priced?: boolean;
}

/**
 * A table of rows. A row that has an address opens by click, by Enter, and in a new tab by the link in its
 * first cell. Arrow keys go from row to row.
 */
export function DataTable<Row>(props: {
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowTo?: (row: Row) => string;
  /** Opens a row here instead of going to its address; a new tab still goes there. */
  onOpen?: (row: Row) => void;
  choosing?: Choosing<Row>;
  dense?: boolean;
  stale?: boolean;
  caption?: string;
}) {
  const { rows, rowKey, rowTo, onOpen, choosing } = props;
  const pricesHidden = usePricesHidden();
  const columns = props.columns.filter((column) => !(column.priced && pricesHidden));
  const t = useKitText();
  const navigate = useNavigate();
  const go = (row: Row) => {
    const to = rowTo?.(row);
    if (onOpen) {
      onOpen(row);
    } else if (to) {
      void navigate({ to });
    }
  };

  const open = (event: MouseEvent<HTMLTableRowElement>, row: Row) => {
    const target = event.target as HTMLElement;
    const selecting = window.getSelection()?.toString();
    if (!target.closest('a,button,input,label,select,textarea,[role="dialog"]') && !selecting) {
      go(row);
    }
  };
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    if (event.target !== event.currentTarget) {
      return;
    }
    const here = event.currentTarget;
    if (event.key === 'Enter') {
      go(row);
    } else if (event.key === ' ' && choosing) {
      event.preventDefault();
      choosing.toggle(row);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = event.key === 'ArrowDown' ? here.nextElementSibling : here.previousElementSibling;
      (next as HTMLElement | null)?.focus();
    }
  };
  const opens = rowTo !== undefined || onOpen !== undefined;
  const cell = (column: Column<Row>) =>
    [
      column.align ? styles[column.align] : '',
      column.wideOnly ? styles.wideOnly : '',
      column.cut ? styles.cut : '',
    ].join(' ');
  const hasSums = columns.some((column) => column.sum !== undefined);

  return (
    <div className={styles.scroll}>
      <table
        className={[styles.table, props.dense ? styles.dense : '', props.stale ? styles.stale : ''].join(' ')}
      >
        {props.caption && <caption className={styles.caption}>{props.caption}</caption>}
        <thead>
          <tr>
            {choosing && (
              <th scope="col" className={styles.choice}>
                <input
                  type="checkbox"
                  aria-label={t('list.chooseAll')}
                  checked={choosing.all === 'all'}
                  ref={(box) => {
                    if (box) {
                      box.indeterminate = choosing.all === 'some';
                    }
                  }}
                  onChange={choosing.toggleAll}
                />
              </th>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cell(column)} style={{ width: column.width }}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const to = rowTo?.(row);
            return (
              <tr
                key={rowKey(row)}
                {...(choosing?.has(rowKey(row)) ? { 'data-chosen': true } : {})}
                {...(opens
                  ? {
                      className: styles.opens ?? '',
                      tabIndex: 0,
                      onClick: (event: MouseEvent<HTMLTableRowElement>) => open(event, row),
                      onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => onKey(event, row),
                    }
                  : {})}
              >
                {choosing && (
                  <td className={styles.choice}>
                    <label>
                      <input
                        type="checkbox"
                        aria-label={t('list.choose')}
                        checked={choosing.has(rowKey(row))}
                        onChange={() => choosing.toggle(row)}
                      />
                    </label>
                  </td>
                )}
                {columns.map((column, i) => (
                  <td key={column.key} className={cell(column)}>
                    {to && i === 0 ? (
                      <Link
                        to={to}
                        tabIndex={-1}
                        className={styles.link ?? ''}
                        onClick={(event) => {
                          if (onOpen && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
                            event.preventDefault();
                            onOpen(row);
                          }
                        }}
                      >
                        {column.render(row)}
                      </Link>
                    ) : (
                      column.render(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
        {hasSums && (
          <tfoot>
            <tr>
              {choosing && <td />}
              {columns.map((column) => (
                <td key={column.key} className={cell(column)}>
                  {column.sum}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
