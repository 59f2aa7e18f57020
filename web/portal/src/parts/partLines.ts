import { readQuantity } from '@qudao/shared/number';

/** One line of a pasted list: a part number in any of the ways dealers write it, and how many. */
export interface PartLine {
  part: string;
  quantity: number;
}

const cellBreak = /\t|[;,|](?!\d{3}(?!\d))|\s{2,}/;

/** A quantity with at most a Chinese unit behind it ("20", "1,200", "20 只", "×20"). */
function quantityOf(cell: string): number | undefined {
  const match = /^[x×*]?\s*([\d,.]+)\s*\p{Script=Han}{0,2}$/iu.exec(cell);
  return match?.[1] === undefined ? undefined : readQuantity(match[1]);
}

function readLine(line: string): PartLine | undefined {
  const cells = line
    .split(cellBreak)
    .map((cell) => cell.trim())
    .filter(Boolean);
  const [first = ''] = cells;
  if (!first) {
    return undefined;
  }
  if (cells.length > 1) {
    const quantity = cells
      .slice(1)
      .map(quantityOf)
      .findLast((n) => n !== undefined);
    return { part: first, quantity: quantity ?? 1 };
  }
  // A letter x may belong to the part ("BV-2x10"); as a sign of quantity it stands alone.
  const split = /^(.*?\S)(?:\s+x\s*|\s*[×*]\s*|\s+)([\d,.]+\s*\p{Script=Han}{0,2})$/iu.exec(first);
  const quantity = split?.[2] === undefined ? undefined : quantityOf(split[2]);
  return split?.[1] !== undefined && quantity !== undefined
    ? { part: split[1], quantity }
    : { part: first, quantity: 1 };
}

/**
 * Reads what was pasted from a chat or a spreadsheet: one line each, the part number first, the quantity last,
 * between them whatever stood in the cells. A line without a quantity means one.
 */
export function readPartLines(text: string): PartLine[] {
  return text
    .normalize('NFKC')
    .split(/\r?\n/)
    .map(readLine)
    .filter((line) => line !== undefined);
}
