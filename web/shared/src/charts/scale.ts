import { sumDecimals } from '../kit/number';

/** What a chart draws: a number, or the decimal text of one, as amounts of money come from the server. */
export type Value = number | string;

/** The figures beside a chart: round ones, at most four steps, the last at or above the largest value. */
export function ticksFor(largest: number): number[] {
  if (!(largest > 0)) {
    return [0, 1];
  }
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const steps = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: steps + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** A share of a whole as a percentage with at most one decimal. Nothing of nothing is nothing. */
export function percentOf(part: Value, whole: Value): string {
  const all = Number(whole);
  const share = all > 0 ? (Number(part) / all) * 100 : 0;
  return share > 0 && share < 0.1 ? '<0.1%' : `${Math.round(share * 10) / 10}%`;
}

/** Which of many days carry their name: the last, and each some before it. */
export function namedDays(count: number, most: number): number[] {
  const each = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: count }, (_, i) => i).filter((i) => (count - 1 - i) % each === 0);
}

const dayMs = 86_400_000;

/** Every day of a span, with a zero where nothing happened; days are yyyy-mm-dd, both ends included. */
export function everyDay<Item extends { day: string; value: Value }>(
  items: readonly Item[],
  from: string,
  to: string,
): { day: string; value: Value }[] {
  const known = new Map(items.map((item) => [item.day, item.value]));
  const days: { day: string; value: Value }[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push({ day, value: known.get(day) ?? 0 });
  }
  return days;
}

export interface Part {
  key: string;
  label: string;
  value: Value;
  /** The address that tells more about it. */
  to?: string;
}

/** The largest parts, largest first, and what is left of them as one sum. */
export function largestOf<Item extends Part>(
  items: readonly Item[],
  most: number,
): { shown: Item[]; rest: { count: number; value: string } | undefined; total: string } {
  const ranked = [...items].sort((a, b) => Number(b.value) - Number(a.value));
  const shown = ranked.slice(0, ranked.length <= most ? most : most - 1);
  const left = ranked.slice(shown.length);
  return {
    shown,
    rest:
      left.length > 0
        ? { count: left.length, value: sumDecimals(left.map((item) => String(item.value))) }
        : undefined,
    total: sumDecimals(items.map((item) => String(item.value))),
  };
}
