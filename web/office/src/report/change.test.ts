import { expect, it } from 'vitest';
import { change } from './change';

it('says by how much a figure changed', () => {
  expect(change('112.00', '100.00')).toBe(12);
  expect(change('75.00', '100.00')).toBe(-25);
});

it('says nothing where there was nothing before', () => {
  expect(change('112.00', '0.00')).toBeUndefined();
});
