import type { Extent, Range, Spot } from './move';

/**
 * Reads what a spreadsheet puts on the clipboard: rows by line, cells by tab. A cell that holds a line break,
 * a tab or a quote stands in quotes, with its own quotes doubled. The empty line at the end is no row.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let opened = true;
  const clean = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < clean.length; i++) {
    const sign = clean[i] ?? '';
    if (quoted) {
      if (sign === '"' && clean[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (sign === '"') {
        quoted = false;
      } else {
        cell += sign;
      }
    } else if (sign === '"' && opened && closes(clean, i)) {
      quoted = true;
    } else if (sign === '\t') {
      row.push(cell.trim());
      cell = '';
      opened = true;
      continue;
    } else if (sign === '\n') {
      rows.push([...row, cell.trim()]);
      row = [];
      cell = '';
      opened = true;
      continue;
    } else {
      cell += sign;
    }
    opened = false;
  }
  rows.push([...row, cell.trim()]);
  return rows;
}

/** Whether the quote at `from` opens a quoted cell: its closing quote ends the cell too. A 5" pipe does not. */
function closes(text: string, from: number): boolean {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '"') {
      if (text[i + 1] === '"') {
        i++;
      } else {
        return text[i + 1] === undefined || text[i + 1] === '\t' || text[i + 1] === '\n';
      }
    }
  }
  return false;
}

/** Writes cells as a spreadsheet reads them from the clipboard. */
export function writeBlock(cells: readonly (readonly string[])[]): string {
  return cells
    .map((row) =>
      row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n');
}

/**
 * Where the cells of a block go. A block begins at the upper left corner of what is selected. One cell, or a
 * block that fits a whole number of times, fills the selection. What has no place in the grid is counted.
 */
export function spreadBlock(
  block: readonly (readonly string[])[],
  selected: Range,
  extent: Extent,
): { cells: (Spot & { text: string })[]; outside: number } {
  const high = block.length;
  const wide = Math.max(...block.map((row) => row.length));
  const rows = selected.bottom - selected.top + 1;
  const columns = selected.right - selected.left + 1;
  const fills = rows % high === 0 && columns % wide === 0;
  const cells: (Spot & { text: string })[] = [];
  let outside = 0;
  for (let r = 0; r < (fills ? rows : high); r++) {
    const line = block[r % high] ?? [];
    for (let c = 0; c < (fills ? columns : line.length); c++) {
      const text = line[c % wide];
      if (text === undefined) {
        continue;
      }
      const spot = { row: selected.top + r, column: selected.left + c };
      if (spot.row < extent.rows && spot.column < extent.columns) {
        cells.push({ ...spot, text });
      } else {
        outside++;
      }
    }
  }
  return { cells, outside };
}

/**
 * A decimal as people and spreadsheets write it: full-width digits, thousands separators, a currency sign, a
 * true minus. Its plain text without needless zeros, or undefined if it is none or has too many decimals.
 */
export function plainDecimal(typed: string, decimals: number): string | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(/[−－]/g, '-')
    .replace(/[¥￥$€元,\s]/g, '');
  const match = /^(-?)0*(\d+)(?:\.(\d*))?$/.exec(text);
  const fraction = match?.[3]?.replace(/0+$/, '') ?? '';
  if (!match || fraction.length > decimals) {
    return undefined;
  }
  return `${match[1]}${match[2]}${fraction ? `.${fraction}` : ''}`;
}
