import { expect, it } from 'vitest';
import { parseSearch, toAddress, writeSearch } from './url';

it('keeps text as text and repeats as lists', () => {
  expect(parseSearch('?q=100&f=color:白&f=pole:2')).toEqual({ q: '100', f: ['color:白', 'pole:2'] });
});

it('leaves out what is empty', () => {
  expect(writeSearch({ q: '', state: 'shipped', f: [], x: undefined })).toBe('?state=shipped');
});

it('comes back the same', () => {
  const search = { q: 'a b&c', f: ['x:1', 'y:2'] };
  expect(parseSearch(writeSearch(search))).toEqual(search);
});

it('takes an address apart for a link', () => {
  expect(toAddress('/orders?from=2026-11-01&to=2026-11-01')).toEqual({
    to: '/orders',
    search: { from: '2026-11-01', to: '2026-11-01' },
  });
  expect(toAddress('/orders')).toEqual({ to: '/orders', search: {} });
});
