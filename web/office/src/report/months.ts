import type { Figure } from './change';

/** A month by its first day, yyyy-mm-dd. */
export type Month = Figure & { day: string };

/** The twelve months that end with this one, in Asia/Shanghai, with a zero where nothing was bought. */
export function everyMonth(known: readonly Month[], now: Date): Month[] {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return Array.from({ length: 12 }, (_, i) => {
    const day = new Date(Date.UTC(year, month - 12 + i, 1)).toISOString().slice(0, 10);
    return known.find((one) => one.day === day) ?? { day, orders: 0, amount: '0.00' };
  });
}

/** The last day of a month that is named by its first. */
export function lastOf(first: string): string {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
