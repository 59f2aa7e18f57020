import { expect, it } from 'vitest';
import { diff, nameOf } from './diff';

it('names only what is different', () => {
  expect(diff({ name: '甲', version: 1, tags: [1] }, { name: '乙', version: 2, tags: [1] })).toEqual([
    { field: 'name', before: '甲', after: '乙' },
    { field: 'version', before: '1', after: '2' },
  ]);
});

it('shows a new row by what it holds', () => {
  expect(diff(null, { name: '甲', note: '', rule: { levels: ['L1'] } })).toEqual([
    { field: 'name', before: undefined, after: '甲' },
    { field: 'rule', before: undefined, after: '{"levels":["L1"]}' },
  ]);
});

it('calls a row by its number where it has one', () => {
  expect(nameOf({ key: '01a2', after: { number: 'SO1' } })).toBe('SO1');
  expect(nameOf({ key: 'D1', before: { name: '甲' } })).toBe('D1');
});
