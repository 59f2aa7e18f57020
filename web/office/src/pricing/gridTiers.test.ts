import { expect, it } from 'vitest';
import { effectOf, readRow, tierCells } from './gridTiers';

const row = {
  sku: 'S1',
  name: '插座',
  unit: '只',
  tiers: [
    { minimum: 0, price: '10' },
    { minimum: 100, price: '9' },
  ],
};

it('has a price, and then a quantity and a price for each further tier', () => {
  expect(tierCells).toEqual(['price1', 'from2', 'price2', 'from3', 'price3']);
});

it('reads what was typed over what is stored', () => {
  expect(readRow(row, { price1: '11', from3: '500', price3: '8.5' }).tiers).toEqual([
    { minimum: 0, price: '11' },
    { minimum: 100, price: '9' },
    { minimum: 500, price: '8.5' },
  ]);
});

it('takes a tier away whose cells are empty', () => {
  expect(readRow(row, { from2: '', price2: '' }).tiers).toEqual([{ minimum: 0, price: '10' }]);
});

it('says which cell is wrong', () => {
  expect(readRow(row, { from2: '' }).fault).toEqual({ cell: 'from2', fault: 'minimum' });
  expect(readRow(row, { price2: 'x' }).fault).toEqual({ cell: 'price2', fault: 'price' });
  expect(readRow(row, { from3: '100', price3: '8' }).fault).toEqual({ cell: 'from3', fault: 'twice' });
});

it('tells what saving does, the largest move first', () => {
  const other = { ...row, name: '开关', tiers: [{ minimum: 0, price: '20' }] };
  const effect = effectOf([
    { row, tiers: [{ minimum: 0, price: '11' }] },
    { row: other, tiers: [{ minimum: 0, price: '10' }] },
    { row, tiers: [] },
  ]);
  expect(effect).toMatchObject({ raised: 1, lowered: 1, gone: 1, other: 0 });
  expect(effect.largest.map((move) => [move.name, move.percent])).toEqual([
    ['开关', -50],
    ['插座', 10],
  ]);
});
