import { describe, expect, it } from 'vitest';
import { readTiers, shareOf } from './tiers';

describe('typed tiers', () => {
  it('are sorted by the quantity they begin at', () => {
    const read = readTiers([
      { minimum: '１00', price: '11.8' },
      { minimum: '', price: '12,000.50' },
    ]);
    expect(read.tiers).toEqual([
      { minimum: 0, price: '12000.50' },
      { minimum: 100, price: '11.8' },
    ]);
  });
  it('say what is wrong with each', () => {
    const read = readTiers([
      { minimum: '1', price: '0' },
      { minimum: 'x', price: '1' },
      { minimum: '5', price: '1' },
      { minimum: '5.0', price: '2' },
      { minimum: '6', price: '1.1234567' },
    ]);
    expect(read.tiers).toBeUndefined();
    expect(read.faults).toEqual(['price', 'minimum', undefined, 'twice', 'price']);
  });
  it('may be none: the SKU leaves the list', () => {
    expect(readTiers([]).tiers).toEqual([]);
  });
});

it('compares prices without floats', () => {
  expect(shareOf('8.5', '10')).toBe('85%');
  expect(shareOf('8.754', '10')).toBe('87.5%');
  expect(shareOf('0.1', '0.3')).toBe('33.3%');
  expect(shareOf(undefined, '10')).toBeUndefined();
});
