import { describe, expect, it } from 'vitest';
import { everyDay, largestOf, namedDays, percentOf, ticksFor } from './scale';

describe('the figures beside a chart', () => {
  it('are round and reach the largest value', () => {
    expect(ticksFor(873)).toEqual([0, 250, 500, 750, 1000]);
    expect(ticksFor(4)).toEqual([0, 1, 2, 3, 4]);
    expect(ticksFor(0.9)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(ticksFor(120_000)).toEqual([0, 50_000, 100_000, 150_000]);
  });
  it('exist where nothing was sold', () => {
    expect(ticksFor(0)).toEqual([0, 1]);
  });
});

describe('shares', () => {
  it('have at most one decimal and never round to nothing', () => {
    expect(percentOf('33.333', 100)).toBe('33.3%');
    expect(percentOf(1, 4)).toBe('25%');
    expect(percentOf(1, 100_000)).toBe('<0.1%');
    expect(percentOf(0, 0)).toBe('0%');
  });
});

describe('days', () => {
  it('without anything are there with a zero', () => {
    expect(everyDay([{ day: '2026-03-01', value: '5.00' }], '2026-02-28', '2026-03-02')).toEqual([
      { day: '2026-02-28', value: 0 },
      { day: '2026-03-01', value: '5.00' },
      { day: '2026-03-02', value: 0 },
    ]);
  });
  it('are named evenly, the last one always', () => {
    expect(namedDays(30, 6)).toEqual([4, 9, 14, 19, 24, 29]);
    expect(namedDays(3, 6)).toEqual([0, 1, 2]);
  });
});

describe('the largest of many', () => {
  const parts = ['1.10', '3.00', '2.20', '0.05'].map((value, i) => ({
    key: String(i),
    label: `${i}`,
    value,
  }));
  it('stand first, and the rest is one sum', () => {
    const { shown, rest, total } = largestOf(parts, 3);
    expect(shown.map((part) => part.value)).toEqual(['3.00', '2.20']);
    expect(rest).toEqual({ count: 2, value: '1.15' });
    expect(total).toBe('6.35');
  });
  it('have no rest when all fit', () => {
    expect(largestOf(parts, 4).rest).toBeUndefined();
  });
});
