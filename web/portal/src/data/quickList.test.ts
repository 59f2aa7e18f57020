import type { SkuCard } from '@qudao/shared/api';
import { describe, expect, it } from 'vitest';
import { type QuickRow, rounded, verdictOf } from './quickList';

const sku: SkuCard = {
  code: 'S1',
  order_code: '1',
  model: 'M1',
  name: '开关',
  spec: {},
  unit: '只',
  packs: [],
  minimum: 20,
  multiple: 10,
  lead_days: 0,
  tax_rate: 1300,
  orderable: true,
  tax_included: true,
  tiers: [],
  stock: { mode: 'hidden', text: '' },
};
const row = (quantity: number, match?: QuickRow['match']): QuickRow => ({
  id: 1,
  part: 'M1',
  quantity,
  match,
});

describe('the verdict on a row', () => {
  it('waits for the answer', () => expect(verdictOf(row(20))).toBe('asking'));
  it('is right when part and quantity are', () =>
    expect(verdictOf(row(20, { sku, suggestions: [] }))).toBe('right'));
  it('is wrong while the quantity breaks the rule, and right once it is put right', () => {
    const match = { sku, problem: { code: 'quantity_not_multiple', detail: '' }, suggestions: [] };
    expect(verdictOf(row(25, match))).toBe('wrong');
    expect(verdictOf(row(30, match))).toBe('right');
  });
  it('is wrong for an unknown part, and for one that cannot be ordered', () => {
    expect(verdictOf(row(20, { problem: { code: 'part_unknown', detail: '' }, suggestions: [] }))).toBe(
      'wrong',
    );
    expect(verdictOf(row(20, { sku: { ...sku, orderable: false }, suggestions: [] }))).toBe('wrong');
  });
  it('is wrong when the question failed', () =>
    expect(verdictOf({ ...row(20, { sku, suggestions: [] }), failed: '!' })).toBe('wrong'));
});

describe('a pasted quantity', () => {
  it('becomes the next that may be ordered, and the row keeps what was asked', () =>
    expect(rounded(row(25, { sku, suggestions: [] }))).toMatchObject({ quantity: 30, asked: 25 }));
  it('rises to the minimum', () =>
    expect(rounded(row(3, { sku, suggestions: [] }))).toMatchObject({ quantity: 20, asked: 3 }));
  it('stays when it is right, and when nothing is known of it', () => {
    expect(rounded(row(40, { sku, suggestions: [] }))).toEqual(row(40, { sku, suggestions: [] }));
    expect(rounded(row(25))).toEqual(row(25));
  });
});
