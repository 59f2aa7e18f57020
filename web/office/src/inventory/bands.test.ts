import { expect, it } from 'vitest';
import { readBands } from './bands';

it('reads bands however they are typed', () => {
  expect(readBands('100,10、 999')).toEqual([10, 100, 999]);
  expect(readBands('')).toEqual([]);
  expect(readBands('10, x')).toBeUndefined();
  expect(readBands('0')).toBeUndefined();
});
