import type { Tier } from '@qudao/shared/api';

/** The tier that a quantity has reached: the last whose minimum is not above it. */
export function reachedTier(tiers: readonly Tier[], quantity: number): Tier | undefined {
  return [...tiers].sort((a, b) => a.minimum - b.minimum).findLast((tier) => tier.minimum <= quantity);
}

/** The next tier and how much is missing to it. */
export function nextTier(
  tiers: readonly Tier[],
  quantity: number,
): { tier: Tier; missing: number } | undefined {
  const tier = [...tiers].sort((a, b) => a.minimum - b.minimum).find((one) => one.minimum > quantity);
  return tier && { tier, missing: Math.round((tier.minimum - quantity) * 1000) / 1000 };
}

/**
 * Unit price times quantity in whole cents, half up, as a decimal string. An estimate for the eye: offers and
 * freight are the server's to add, and its amount is the one that counts.
 */
export function estimate(price: string, quantity: number): string {
  const [whole = '0', fraction = ''] = price.split('.');
  const millionths = BigInt(whole + fraction.padEnd(6, '0').slice(0, 6));
  const product = millionths * BigInt(Math.round(quantity * 1000));
  const cents = (product + 5_000_000n) / 10_000_000n;
  const text = cents.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** Decimal strings with two places added up. */
export function addAmounts(amounts: readonly string[]): string {
  const cents = amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);
  const text = cents.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
