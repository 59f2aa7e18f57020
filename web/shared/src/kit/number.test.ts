import { describe, expect, it } from 'vitest';
import {
  compareDecimal,
  formatMoney,
  formatPrice,
  formatQuantity,
  judgeQuantity,
  readQuantity,
  stepQuantity,
  sumDecimals,
} from './number';

describe('a quantity under its rule', () => {
  const rule = { minimum: 20, multiple: 10 };
  it.each([
    [20, []],
    [30, []],
    [25, [20, 30]],
    [5, [20]],
    [0, [20]],
  ])('%d offers %j', (quantity, nearest) => {
    expect(judgeQuantity(quantity, rule)).toEqual({ right: nearest.length === 0, nearest });
  });
  it('rounds a minimum that is no multiple up to one', () => {
    expect(judgeQuantity(15, { minimum: 15, multiple: 10 })).toEqual({ right: false, nearest: [20] });
  });
  it('is exact with decimals', () => {
    expect(judgeQuantity(0.3, { multiple: 0.1 }).right).toBe(true);
    expect(judgeQuantity(0.35, { multiple: 0.1 }).nearest).toEqual([0.3, 0.4]);
  });
  it('never offers more than the maximum', () => {
    expect(judgeQuantity(1e12, { multiple: 10, maximum: 55 }).nearest).toEqual([50]);
  });
  it('steps down to none where none is allowed', () => {
    expect(judgeQuantity(0, { ...rule, zero: true }).right).toBe(true);
    expect(stepQuantity(20, { ...rule, zero: true }, -1)).toBe(0);
    expect(stepQuantity(0, { ...rule, zero: true }, 1)).toBe(20);
    expect(stepQuantity(0, { ...rule, zero: true }, -1)).toBe(0);
  });
  it('steps to the next right one', () => {
    expect(stepQuantity(25, rule, 1)).toBe(30);
    expect(stepQuantity(25, rule, -1)).toBe(20);
    expect(stepQuantity(20, rule, -1)).toBe(20);
    expect(stepQuantity(0, rule, 1)).toBe(20);
    expect(stepQuantity(3, {}, 1)).toBe(4);
  });
});

describe('typed quantities', () => {
  it.each([
    ['12', 12],
    ['１２', 12],
    ['1,200.5', 1200.5],
    ['', undefined],
    ['-3', undefined],
    ['12a', undefined],
    ['1.2345', undefined],
  ])('%j is %j', (input, quantity) => expect(readQuantity(input)).toBe(quantity));
});

describe('numbers on the page', () => {
  it('are grouped and keep their decimals', () => {
    expect(formatMoney('1234567.5')).toBe('1,234,567.50');
    expect(formatMoney('-12.00')).toBe('−12.00');
    expect(formatPrice('3.100000')).toBe('3.10');
    expect(formatPrice('3.123400')).toBe('3.1234');
    expect(formatQuantity(12000.5)).toBe('12,000.5');
  });
  it('compare by value', () => {
    expect(compareDecimal('9.90', '10.00')).toBe(-1);
    expect(compareDecimal('10', '10.000000')).toBe(0);
    expect(compareDecimal('-1', '-2')).toBe(1);
  });
});

describe('a sum of decimals', () => {
  it('is exact where floats are not', () => {
    expect(sumDecimals(['0.1', '0.2', '-0.05'])).toBe('0.25');
    expect(sumDecimals(['90071992547409.93', '0.07'])).toBe('90071992547410');
    expect(sumDecimals(['1', '-3.5'])).toBe('-2.5');
    expect(sumDecimals([])).toBe('0');
  });
});
