import { exactTime } from '@qudao/shared/kit';

/** The business day of a moment, as yyyy-mm-dd. */
export function dayOf(moment: string): string {
  return exactTime(moment).slice(0, 10);
}

/** The first moment of a business day (Asia/Shanghai has one offset all year). */
export function startOf(day: string): string {
  return `${day}T00:00:00+08:00`;
}

function shifted(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** A period is stored with its first moment after; people name its last day. */
export function endAfter(lastDay: string): string {
  return startOf(shifted(lastDay, 1));
}

export function lastDayBefore(moment: string): string {
  return dayOf(new Date(new Date(moment).getTime() - 1).toISOString());
}

/** The days of a filter, the last one included, as the moments a request asks for: the second is exclusive. */
export function moments({ from, to }: { from: string; to: string }): { from: string; to: string } {
  return { from: from && startOf(from), to: to && endAfter(to) };
}
