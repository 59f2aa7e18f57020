import { describe, expect, it } from 'vitest';
import { readPartLines } from './partLines';

describe('a pasted list', () => {
  it.each([
    ['QM-8601-W 20', 'QM-8601-W', 20],
    ['QM-8601-W\t20', 'QM-8601-W', 20],
    ['QM-8601-W\t单控开关 白\t20\t只', 'QM-8601-W', 20],
    ['QM-8601-W,20', 'QM-8601-W', 20],
    ['QM-8601-W  1,200 只', 'QM-8601-W', 1200],
    ['QM-8601-W\t1,200', 'QM-8601-W', 1200],
    ['ＱＭ－８６０１ ２０', 'QM-8601', 20],
    ['QM-8601×20', 'QM-8601', 20],
    ['QM-8601 x 20', 'QM-8601', 20],
    ['QM-8601 * 2.5 米', 'QM-8601', 2.5],
    ['QM-8601', 'QM-8601', 1],
    ['6901234567892', '6901234567892', 1],
    ['BV-2x10', 'BV-2x10', 1],
    ['RVV 3×2.5 100', 'RVV 3×2.5', 100],
    ['QM-C1 16A', 'QM-C1 16A', 1],
    ['QM-C1 16A 30', 'QM-C1 16A', 30],
  ])('%j', (line, part, quantity) => expect(readPartLines(line)).toEqual([{ part, quantity }]));

  it('skips empty lines and keeps the order', () => {
    expect(readPartLines('A 1\r\n\r\n  \nB 2\n').map((line) => line.part)).toEqual(['A', 'B']);
  });
});
