import { describe, expect, it } from 'vitest';
import { plainDecimal } from './block';
import { cellOf, type GridColumn, settled } from './columns';

interface Row {
  price: string;
  locked?: boolean;
}
const price: GridColumn<Row> = {
  key: 'price',
  title: 'Price',
  value: (row) => row.price,
  read: (typed) => {
    const value = plainDecimal(typed, 2);
    return value === undefined ? { fault: 'no price' } : { value };
  },
  may: (row) => !row.locked,
};
const row = { price: '12.5' };

describe('what was typed into a cell', () => {
  it('is kept as the value it is read as', () => {
    expect(settled(row, price, '￥1,300.00')).toBe('1300');
  });
  it('is no change when it says what is stored', () => {
    expect(settled(row, price, '12.50')).toBeUndefined();
  });
  it('stays as typed when it cannot be read, with what is wrong', () => {
    expect(settled(row, price, 'about 13')).toBe('about 13');
    expect(cellOf(row, price, 'about 13', undefined).fault).toBe('no price');
  });
  it('carries what the server refused, until it is changed', () => {
    expect(cellOf(row, price, '13', 'too low').fault).toBe('too low');
  });
});

it('a cell of a locked row cannot be edited', () => {
  expect(cellOf({ price: '1', locked: true }, price, undefined, undefined).editable).toBe(false);
});
