/** A number of orders and their money, as a decimal text. */
export interface Figure {
  orders: number;
  amount: string;
}

/** By how many percent a figure changed, to a whole number; nothing where there was nothing before. */
export function change(now: string, before: string): number | undefined {
  const was = Number(before);
  return was > 0 ? Math.round(((Number(now) - was) / was) * 100) : undefined;
}
