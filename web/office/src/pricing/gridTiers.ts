import type { ListPrice, Tier } from '@qudao/shared/api';
import { readTiers, type TierDraft, type TierFault } from './tiers';

/** How many tiers the sheet has columns for; a longer ladder is edited in the list. */
export const gridTiers = 3;

/** A cell of the sheet: the price of a tier, or the quantity at which a further tier begins. */
export type TierCell = `price${number}` | `from${number}`;

/** The cells of a row in the order of the columns. */
export const tierCells: readonly TierCell[] = Array.from({ length: gridTiers }, (_, i): TierCell[] =>
  i === 0 ? ['price1'] : [`from${i + 1}`, `price${i + 1}`],
).flat();

const place = (cell: TierCell) => Number(cell.replace(/\D/g, '')) - 1;
const isPrice = (cell: TierCell) => cell.startsWith('price');

/** What is stored in a cell, as text. */
export function tierText(tiers: readonly Tier[], cell: TierCell): string {
  const tier = tiers[place(cell)];
  return tier ? (isPrice(cell) ? tier.price : String(tier.minimum)) : '';
}

/** A row's ladder as the sheet says it, or what is wrong with which cell. A tier without a price is none. */
export function readRow(
  row: ListPrice,
  typed: Readonly<Record<string, string>>,
): { tiers: Tier[] | undefined; fault?: { cell: TierCell; fault: TierFault } } {
  const text = (cell: TierCell) => (typed[cell] ?? tierText(row.tiers, cell)).trim();
  const places: number[] = [];
  const drafts: TierDraft[] = [];
  for (let i = 0; i < gridTiers; i++) {
    const from = i === 0 ? String(row.tiers[0]?.minimum ?? 0) : text(`from${i + 1}`);
    const price = text(`price${i + 1}`);
    if (price === '' && (i === 0 || from === '')) {
      continue;
    }
    if (i > 0 && from === '') {
      return { tiers: undefined, fault: { cell: `from${i + 1}`, fault: 'minimum' } };
    }
    places.push(i);
    drafts.push({ minimum: from, price });
  }
  const { tiers, faults } = readTiers(drafts);
  const at = faults.findIndex((fault) => fault !== undefined);
  const fault = faults[at];
  return fault
    ? {
        tiers: undefined,
        fault: { cell: `${fault === 'price' ? 'price' : 'from'}${(places[at] ?? 0) + 1}` as TierCell, fault },
      }
    : { tiers };
}

/** A change of a SKU's first price, in percent of the price before; nothing for a price that is new or gone. */
export interface Effect {
  name: string;
  before: string;
  after: string;
  percent: number;
}

/** What saving would do: how many prices rise, fall and go, and the largest moves of either kind. */
export function effectOf(changes: readonly { row: ListPrice; tiers: readonly Tier[] }[]): {
  raised: number;
  lowered: number;
  gone: number;
  other: number;
  largest: Effect[];
} {
  const sum = { raised: 0, lowered: 0, gone: 0, other: 0 };
  const moves: Effect[] = [];
  for (const { row, tiers } of changes) {
    const before = row.tiers[0]?.price;
    const after = tiers[0]?.price;
    if (after === undefined) {
      sum.gone++;
    } else if (before === undefined || Number(before) === Number(after)) {
      sum.other++;
    } else {
      const percent = Math.round((Number(after) / Number(before) - 1) * 1000) / 10;
      sum[Number(after) > Number(before) ? 'raised' : 'lowered']++;
      moves.push({ name: row.name, before, after, percent });
    }
  }
  moves.sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent));
  return { ...sum, largest: moves.slice(0, 5) };
}
