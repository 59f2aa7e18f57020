import { Link, useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import styles from './DataTable.module.css';

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
  dense?: boolean;
  stale?: boolean;
  caption?: string;
}) {
  const { columns, rows, rowKey, rowTo } = props;
  const navigate = useNavigate();

  const open = (event: MouseEvent<HTMLTableRowElement>, to: string) => {
    const target = event.target as HTMLElement;
    const selecting = window.getSelection()?.toString();
    if (!target.closest('a,button,input,label,select,textarea,[role="dialog"]') && !selecting) {
      void navigate({ to });
    }
  };
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, to: string) => {
    if (event.target !== event.currentTarget) {
      return;
    }
    const row = event.currentTarget;
    if (event.key === 'Enter') {
      void navigate({ to });
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
      (next as HTMLElement | null)?.focus();
    }
  };
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
                {...(to
                  ? {
                      className: styles.opens ?? '',
                      tabIndex: 0,
                      onClick: (event: MouseEvent<HTMLTableRowElement>) => open(event, to),
                      onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => onKey(event, to),
                    }
                  : {})}
              >
                {columns.map((column, i) => (
                  <td key={column.key} className={cell(column)}>
                    {to && i === 0 ? (
                      <Link to={to} tabIndex={-1} className={styles.link ?? ''}>
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
