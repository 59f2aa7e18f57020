import { readQuantity } from '@qudao/shared/kit';

/** Reads bands as typed, such as "10, 100, 999": ascending and different, or undefined when they cannot be read. */
export function readBands(text: string): number[] | undefined {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,、;]+/)
    .filter(Boolean);
  const numbers = parts.map(readQuantity);
  if (numbers.some((n) => n === undefined || n <= 0)) {
    return undefined;
  }
  return [...new Set(numbers as number[])].sort((a, b) => a - b);
}
