import type { Tier } from '@qudao/shared/api';
import { compareDecimal, readQuantity } from '@qudao/shared/kit';

/** A tier as it is typed. */
export interface TierDraft {
  minimum: string;
  price: string;
}

export type TierFault = 'price' | 'minimum' | 'twice';

export function draftOf(tiers: readonly Tier[]): TierDraft[] {
  return tiers.map((tier) => ({ minimum: String(tier.minimum), price: tier.price }));
}

/** A unit price as typed: full-width digits and separators are understood, at most six decimals. */
function readPrice(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s¥]/g, '');
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) && compareDecimal(plain, '0') > 0 ? plain : undefined;
}

/**
 * Reads typed tiers: sorted by the quantity they begin at, or what is wrong with each. No tiers at all are
 * right too: the SKU leaves the list.
 */
export function readTiers(drafts: readonly TierDraft[]): {
  tiers: Tier[] | undefined;
  faults: (TierFault | undefined)[];
} {
  const seen = new Set<number>();
  const tiers: Tier[] = [];
  const faults = drafts.map((draft): TierFault | undefined => {
    const minimum = draft.minimum.trim() === '' ? 0 : readQuantity(draft.minimum);
    const price = readPrice(draft.price);
    if (minimum === undefined) {
      return 'minimum';
    }
    if (price === undefined) {
      return 'price';
    }
    if (seen.has(minimum)) {
      return 'twice';
    }
    seen.add(minimum);
    tiers.push({ minimum, price });
    return undefined;
  });
  const right = faults.every((fault) => fault === undefined);
  return { tiers: right ? tiers.sort((a, b) => a.minimum - b.minimum) : undefined, faults };
}

function millionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(6, '0').slice(0, 6));
}

/** A price as a share of another in tenths of a percent, such as "87.5%". Nothing where there is none to compare. */
export function shareOf(price: string | undefined, base: string | undefined): string | undefined {
  if (!price || !base || millionths(base) === 0n) {
    return undefined;
  }
  const tenths = (millionths(price) * 2000n + millionths(base)) / (2n * millionths(base));
  return `${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`}%`;
}
