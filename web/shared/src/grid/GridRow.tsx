// biome-ignore-all lint/a11y/useSemanticElements: ten thousand rows of which few are drawn are no table element
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and names its active cell
import { memo, type PointerEvent, useMemo } from 'react';
import { CellInput } from './CellInput';
import { type Cell, cellOf, type GridColumn } from './columns';
import styles from './grid.module.css';

/** Where a row stands in what is selected: the columns of it, and the one that is active. */
export interface RowMarks {
  left: number;
  right: number;
  active: number;
}

export interface RowActs {
  press: (row: number, column: number, event: PointerEvent) => void;
  over: (row: number, column: number, event: PointerEvent) => void;
  edit: (row: number, column: number) => void;
  settle: (text: string, go: 'down' | 'on' | 'back' | 'stay') => void;
  give: () => void;
}

interface RowProps<Row> {
  id: string;
  row: Row;
  at: number;
  top: number;
  columns: readonly GridColumn<Row>[];
  typed: Readonly<Record<string, string>> | undefined;
  refused: ((column: string) => string | undefined) | undefined;
  marks: RowMarks | undefined;
  /** What the edited cell of this row begins with. */
  editing: string | undefined;
  template: string;
  acts: RowActs;
}

function GridRowOnce<Row>(props: RowProps<Row>) {
  const { row, at, columns, marks, acts } = props;
  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={at + 2}
      style={{ top: props.top, gridTemplateColumns: props.template }}
    >
      {columns.map((column, c) => {
        const cell = cellOf(row, column, props.typed?.[column.key], props.refused?.(column.key));
        const active = marks?.active === c;
        return (
          <div
            key={column.key}
            id={`${props.id}-${at}-${c}`}
            className={classOf(cell, column, marks, c)}
            role="gridcell"
            aria-colindex={c + 1}
            aria-readonly={!cell.editable}
            aria-selected={marks !== undefined && c >= marks.left && c <= marks.right}
            aria-invalid={cell.fault !== undefined || undefined}
            title={cell.fault ?? (cell.typed === undefined ? undefined : shown(column, cell.stored))}
            onPointerDown={(event) => acts.press(at, c, event)}
            onPointerEnter={(event) => acts.over(at, c, event)}
            onDoubleClick={() => acts.edit(at, c)}
          >
            {active && props.editing !== undefined ? (
              <CellInput
                label={column.title}
                begin={props.editing}
                right={column.align === 'right'}
                settle={acts.settle}
                give={acts.give}
              />
            ) : (
              <span>
                {cell.typed === undefined || !cell.fault
                  ? shown(column, cell.typed ?? cell.stored)
                  : cell.typed}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** A row is drawn again only when something of it changed: scrolling and moving touch few of them. */
const GridRow = memo(GridRowOnce) as typeof GridRowOnce;

function shown<Row>(column: GridColumn<Row>, value: string): string {
  return column.show && value !== '' ? column.show(value) : value;
}

function classOf<Row>(cell: Cell, column: GridColumn<Row>, marks: RowMarks | undefined, c: number): string {
  return [
    styles.cell,
    column.align === 'right' ? styles.right : '',
    cell.editable ? '' : styles.still,
    cell.typed === undefined ? '' : styles.changed,
    cell.fault ? styles.faulty : '',
    marks && c >= marks.left && c <= marks.right ? styles.selected : '',
    marks?.active === c ? styles.active : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The marks of a row as plain values, so that a row outside the selection is not drawn again by it. */
export function MarkedRow<Row>({
  left,
  right,
  active,
  refused,
  rowKey,
  ...row
}: Omit<Parameters<typeof GridRow<Row>>[0], 'marks' | 'refused'> & {
  left: number;
  right: number;
  active: number;
  rowKey: string;
  refused: ((row: string, column: string) => string | undefined) | undefined;
}) {
  const marks = useMemo(
    () => (left < 0 && active < 0 ? undefined : { left, right, active }),
    [left, right, active],
  );
  const mine = useMemo(
    () => (refused ? (column: string) => refused(rowKey, column) : undefined),
    [refused, rowKey],
  );
  return <GridRow {...row} marks={marks} refused={mine} />;
}
