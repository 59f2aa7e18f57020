import { describe, expect, it } from 'vitest';
import { addAmounts, estimate, nextTier, reachedTier } from './ladder';

const tiers = [
  { minimum: 100, price: '9.80' },
  { minimum: 1, price: '10.50' },
];

describe('the price ladder', () => {
  it('gives the tier reached and the next', () => {
    expect(reachedTier(tiers, 60)?.price).toBe('10.50');
    expect(reachedTier(tiers, 100)?.price).toBe('9.80');
    expect(reachedTier(tiers, 0)).toBeUndefined();
    expect(nextTier(tiers, 60)).toEqual({ tier: tiers[0], missing: 40 });
    expect(nextTier(tiers, 100)).toBeUndefined();
  });
});

describe('an estimate', () => {
  it.each([
    ['10.50', 3, '31.50'],
    ['0.333333', 3, '1.00'],
    ['0.005', 1, '0.01'],
    ['12', 0.5, '6.00'],
    ['0.01', 0, '0.00'],
  ])('%s times %d is %s', (price, quantity, amount) => expect(estimate(price, quantity)).toBe(amount));
  it('adds up exactly', () => {
    expect(addAmounts(['0.10', '0.20', '1000.00'])).toBe('1000.30');
    expect(addAmounts([])).toBe('0.00');
  });
});
