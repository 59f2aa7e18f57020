// biome-ignore-all lint/a11y/useSemanticElements: ten thousand rows of which few are drawn are no table element
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and names its active cell
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useKitText } from '../i18n';
import { parseBlock, spreadBlock, writeBlock } from './block';
import { cellOf, type GridColumn, settled } from './columns';
import type { CellEdit, GridEdits } from './edits';
import { GridFoot } from './GridFoot';
import { MarkedRow, type RowActs } from './GridRow';
import styles from './grid.module.css';
import { moved, rangeOf, type Spot, tabbed, windowOf } from './move';
import { useSight } from './useSight';
import { useSteady } from './useSteady';

const rowHeight = 36;

/**
 * A sheet of cells to edit like a spreadsheet: arrow keys, Enter and Tab, typing over a cell, F2 or double
 * click into it, a block pasted from Excel, Ctrl-C, Delete, Ctrl-Z and Ctrl-Y. What was changed stays marked
 * until the page saves it; what is wrong says so in its cell. Only the rows in sight are drawn.
 *
 * The page holds the edits (`useGridEdits`) and saves them; `refused` says what the server had against a cell.
 */
export function Grid<Row>(props: {
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly GridColumn<Row>[];
  edits: GridEdits;
  refused?: (row: string, column: string) => string | undefined;
  /** How high the sheet is at most. */
  height?: string;
  /** Called when the last rows come into sight and there are more to read. */
  onEnd?: (() => void) | undefined;
  /** At the right of the foot: save, discard. */
  children?: ReactNode;
}) {
  const { rows, columns, rowKey, edits, refused, onEnd } = props;
  const t = useKitText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(box);
  const [anchor, setAnchor] = useState<Spot>(() => ({
    row: 0,
    column: Math.max(
      0,
      columns.findIndex((column) => column.read),
    ),
  }));
  const [head, setHead] = useState<Spot>(anchor);
  const [editing, setEditing] = useState<string>();
  const [said, setSaid] = useState('');
  const extent = useMemo(
    () => ({ rows: rows.length, columns: columns.length }),
    [rows.length, columns.length],
  );
  const active = {
    row: Math.min(anchor.row, extent.rows - 1),
    column: Math.min(anchor.column, extent.columns - 1),
  };
  const range = rangeOf(active, { row: Math.min(head.row, extent.rows - 1), column: head.column });
  const template = columns
    .map((column) => (column.width ? `${column.width}px` : 'minmax(160px, 1fr)'))
    .join(' ');

  const least = columns.reduce((sum, column) => sum + (column.width ?? 160), 0);

  const cellAt = (spot: Spot) => {
    const row = rows[spot.row];
    const column = columns[spot.column];
    if (row === undefined || column === undefined) {
      return undefined;
    }
    const key = rowKey(row);
    const cell = cellOf(row, column, edits.edits.get(key)?.[column.key], refused?.(key, column.key));
    return { row, column, key, cell, text: cell.typed ?? cell.stored };
  };

  const reveal = useCallback((spot: Spot) => {
    const here = box.current;
    if (!here) {
      return;
    }
    const top = spot.row * rowHeight;
    if (top < here.scrollTop) {
      here.scrollTop = top;
    } else if (top + 2 * rowHeight > here.scrollTop + here.clientHeight) {
      here.scrollTop = top + 2 * rowHeight - here.clientHeight;
    }
  }, []);
  const go = (spot: Spot, extend = false) => {
    if (!extend) {
      setAnchor(spot);
    }
    setHead(spot);
    setSaid('');
    reveal(spot);
  };
  useEffect(() => {
    // Only what the reader moves: a sheet that appears must not scroll the page.
    if (!box.current?.contains(document.activeElement)) {
      return;
    }
    document
      .getElementById(`${id}-${head.row}-${head.column}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [id, head]);

  const { first, end } = windowOf(sight.scrolled, sight.height, rowHeight, rows.length);
  useEffect(() => {
    if (end >= rows.length && rows.length > 0) {
      onEnd?.();
    }
  }, [end, rows.length, onEnd]);

  const put = (cells: readonly (Spot & { text: string | undefined })[]) => {
    const changes: CellEdit[] = [];
    let locked = 0;
    for (const { text, ...spot } of cells) {
      const at = cellAt(spot);
      if (!at?.cell.editable) {
        locked++;
        continue;
      }
      changes.push({
        row: at.key,
        column: at.column.key,
        text: text === undefined ? undefined : settled(at.row, at.column, text),
      });
    }
    edits.change(changes);
    return { written: changes.length, locked };
  };
  const spots = () => {
    const all: Spot[] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        all.push({ row, column });
      }
    }
    return all;
  };
  const begin = (spot: Spot, text?: string) => {
    const at = cellAt(spot);
    if (at?.cell.editable) {
      setAnchor(spot);
      setHead(spot);
      setEditing(text ?? at.text);
    }
  };

  const editable = columns.flatMap((column, c) => (column.read ? [c] : []));
  const onKey = (event: KeyboardEvent) => {
    const leap = event.ctrlKey || event.metaKey;
    const letter = leap ? event.key.toLowerCase() : '';
    if (event.key === 'Tab') {
      const next = tabbed(active, event.shiftKey, extent, editable);
      if (next) {
        event.preventDefault();
        go(next);
      }
      return;
    }
    const next = moved(
      event.shiftKey ? head : active,
      { key: event.key, leap },
      extent,
      Math.max(1, Math.floor(sight.height / rowHeight) - 2),
    );
    if (next) {
      event.preventDefault();
      go(next, event.shiftKey);
    } else if (letter === 'z' || letter === 'y') {
      event.preventDefault();
      setSaid('');
      (letter === 'y' || event.shiftKey ? edits.redo : edits.undo)?.();
    } else if (letter === 'a') {
      event.preventDefault();
      setAnchor({ row: 0, column: 0 });
      setHead({ row: extent.rows - 1, column: extent.columns - 1 });
    } else if (letter === 'd') {
      event.preventDefault();
      put(
        spots().map((spot) => ({
          ...spot,
          text: cellAt({ row: range.top, column: spot.column })?.text ?? '',
        })),
      );
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      if (cellAt(active)?.cell.editable) {
        begin(active);
      } else if (event.key === 'Enter') {
        go({ ...active, row: Math.min(extent.rows - 1, active.row + 1) });
      }
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      put(spots().map((spot) => ({ ...spot, text: '' })));
    } else if (event.key === 'Escape') {
      box.current?.blur();
    } else if (event.key.length === 1 && !leap && !event.altKey) {
      event.preventDefault();
      begin(active, event.key);
    }
  };

  const copy = (event: ClipboardEvent) => {
    event.preventDefault();
    const lines: string[][] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      lines.push(
        columns
          .slice(range.left, range.right + 1)
          .map((_, c) => cellAt({ row, column: range.left + c })?.text ?? ''),
      );
    }
    event.clipboardData.setData('text/plain', writeBlock(lines));
    setSaid(t('grid.copied', { count: lines.length * (lines[0]?.length ?? 0) }));
  };
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (!text) {
      return;
    }
    const { cells, outside } = spreadBlock(parseBlock(text), range, extent);
    const { written, locked } = put(cells);
    const last = cells.at(-1);
    if (last) {
      setAnchor({ row: range.top, column: range.left });
      setHead({ row: Math.max(range.bottom, last.row), column: Math.max(range.right, last.column) });
    }
    setSaid(
      [
        t('grid.pasted', { count: written }),
        locked > 0 ? t('grid.locked', { count: locked }) : '',
        outside > 0 ? t('grid.outside', { count: outside }) : '',
      ]
        .filter(Boolean)
        .join(' '),
    );
  };

  const now: RowActs = {
    press: (row, column, event: PointerEvent) => {
      if (event.button !== 0) {
        return;
      }
      event.preventDefault();
      box.current?.focus({ preventScroll: true });
      if (editing !== undefined && row === active.row && column === active.column) {
        return;
      }
      go({ row, column }, event.shiftKey);
    },
    over: (row, column, event: PointerEvent) => {
      if (event.buttons === 1 && editing === undefined) {
        setHead({ row, column });
      }
    },
    edit: (row, column) => begin({ row, column }),
    settle: (text, way) => {
      put([{ ...active, text }]);
      setEditing(undefined);
      if (way === 'stay') {
        return;
      }
      box.current?.focus({ preventScroll: true });
      const next =
        way === 'down'
          ? { row: Math.min(extent.rows - 1, active.row + 1), column: active.column }
          : tabbed(active, way === 'back', extent, editable);
      go(next ?? active);
    },
    give: () => {
      setEditing(undefined);
      box.current?.focus({ preventScroll: true });
    },
  };
  const acts = useSteady(now);
  const here = cellAt(active);

  return (
    <div className={styles.sheet}>
      <div
        ref={box}
        className={styles.box}
        style={{ maxHeight: props.height ?? 'min(70dvh, 760px)', height: (rows.length + 1) * rowHeight + 2 }}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        {...(here && editing === undefined
          ? { 'aria-activedescendant': `${id}-${active.row}-${active.column}` }
          : {})}
        tabIndex={0}
        onKeyDown={onKey}
        onCopy={copy}
        onPaste={paste}
      >
        <div
          className={styles.head}
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: template, minWidth: least }}
        >
          {columns.map((column, c) => (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={c + 1}
              className={column.align === 'right' ? styles.right : ''}
            >
              {column.title}
            </div>
          ))}
        </div>
        <div
          className={styles.rows}
          role="rowgroup"
          style={{ height: rows.length * rowHeight, minWidth: least }}
        >
          {rows.slice(first, end).map((row, i) => {
            const at = first + i;
            const key = rowKey(row);
            const inRange = at >= range.top && at <= range.bottom;
            return (
              <MarkedRow
                key={key}
                id={id}
                row={row}
                at={at}
                top={at * rowHeight}
                columns={columns}
                typed={edits.edits.get(key)}
                refused={refused}
                rowKey={key}
                left={inRange ? range.left : -1}
                right={inRange ? range.right : -1}
                active={at === active.row ? active.column : -1}
                editing={at === active.row ? editing : undefined}
                template={template}
                acts={acts}
              />
            );
          })}
        </div>
      </div>
      <GridFoot
        rows={rows}
        rowKey={rowKey}
        columns={columns}
        edits={edits}
        said={here?.cell.fault ?? (said || was(here))}
        alarm={here?.cell.fault !== undefined}
      >
        {props.children}
      </GridFoot>
    </div>
  );

  function was(at: ReturnType<typeof cellAt>): string {
    return at?.cell.typed === undefined
      ? ''
      : t('grid.was', { value: at.column.show?.(at.cell.stored) ?? at.cell.stored });
  }
}
