import { expect, it } from 'vitest';
import { merge } from './draft';

const base = { name: '甲', phone: '1', tags: ['a'] };

it('keeps both sides where each changed another field', () => {
  const merged = merge(base, { ...base, name: '乙' }, { ...base, phone: '2' });
  expect(merged).toEqual({ value: { name: '乙', phone: '2', tags: ['a'] }, clash: false });
});

it('says when both changed the same field, and keeps mine', () => {
  const merged = merge(base, { ...base, tags: ['a', 'b'] }, { ...base, tags: [] });
  expect(merged).toEqual({ value: { ...base, tags: ['a', 'b'] }, clash: true });
});

it('is no clash when both say the same', () => {
  expect(merge(base, { ...base, name: '乙' }, { ...base, name: '乙' }).clash).toBe(false);
});
