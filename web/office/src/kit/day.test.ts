import { expect, it } from 'vitest';
import { dayOf, endAfter, lastDayBefore, startOf } from './day';

it('cuts days in Shanghai', () => {
  expect(dayOf('2026-11-23T16:30:00Z')).toBe('2026-11-24');
  expect(startOf('2026-11-24')).toBe('2026-11-24T00:00:00+08:00');
});

it('stores the last day of a period as the first moment after it', () => {
  expect(endAfter('2026-12-31')).toBe('2027-01-01T00:00:00+08:00');
  expect(lastDayBefore('2026-12-31T16:00:00Z')).toBe('2026-12-31');
});
