import { expect, it } from 'vitest';
import { everyMonth, lastOf } from './months';

it('shows the last twelve months, those without orders too', () => {
  const known = [{ day: '2026-10-01', orders: 2, amount: '20.00' }];
  const months = everyMonth(known, new Date('2026-11-23T10:00:00Z'));
  expect(months.map((month) => month.day)).toEqual([
    ...['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'],
    ...['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'],
  ]);
  expect(months.map((month) => month.amount).filter((amount) => amount !== '0.00')).toEqual(['20.00']);
});

it('begins a month where it begins in Asia/Shanghai', () => {
  expect(everyMonth([], new Date('2026-10-31T17:00:00Z')).at(-1)?.day).toBe('2026-11-01');
});

it('knows how long a month is', () => {
  expect(['2026-02-01', '2028-02-01', '2026-12-01'].map(lastOf)).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2026-12-31',
  ]);
});
