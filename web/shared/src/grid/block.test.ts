import { describe, expect, it } from 'vitest';
import { parseBlock, plainDecimal, spreadBlock, writeBlock } from './block';

describe('a block from a spreadsheet', () => {
  it('is rows of cells, whatever ends the lines', () => {
    expect(parseBlock('A1\t12.50\r\nA2\t 13 \r\n')).toEqual([
      ['A1', '12.50'],
      ['A2', '13'],
    ]);
  });
  it('keeps empty cells and empty rows in between', () => {
    expect(parseBlock('1\t\t3\n\n4')).toEqual([['1', '', '3'], [''], ['4']]);
  });
  it('understands quoted cells with breaks, tabs and quotes in them', () => {
    expect(parseBlock('"two\nlines"\t"a ""b"""\n"x\ty"\t1')).toEqual([
      ['two\nlines', 'a "b"'],
      ['x\ty', '1'],
    ]);
  });
  it('takes a quote that is an inch sign as it is', () => {
    expect(parseBlock('5" pipe\t"open\n3')).toEqual([['5" pipe', '"open'], ['3']]);
  });
  it('comes back as it was written', () => {
    const cells = [
      ['a\tb', 'say "hi"'],
      ['1', ''],
    ];
    expect(parseBlock(writeBlock(cells))).toEqual(cells);
  });
});

describe('a pasted block', () => {
  const extent = { rows: 4, columns: 3 };
  const one = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });
  it('begins at the selected cell and tells what found no place', () => {
    const { cells, outside } = spreadBlock(
      [
        ['1', '2'],
        ['3', '4'],
      ],
      one(3, 1),
      extent,
    );
    expect(cells).toEqual([
      { row: 3, column: 1, text: '1' },
      { row: 3, column: 2, text: '2' },
    ]);
    expect(outside).toBe(2);
  });
  it('of one cell fills all that is selected', () => {
    const { cells } = spreadBlock([['7']], { top: 0, bottom: 2, left: 1, right: 1 }, extent);
    expect(cells.map((cell) => [cell.row, cell.text])).toEqual([
      [0, '7'],
      [1, '7'],
      [2, '7'],
    ]);
  });
  it('that does not fit the selection is pasted once', () => {
    const { cells } = spreadBlock([['1'], ['2']], { top: 0, bottom: 2, left: 0, right: 0 }, extent);
    expect(cells.map((cell) => cell.text)).toEqual(['1', '2']);
  });
});

describe('a decimal', () => {
  it.each([
    ['1,234.50', '1234.5'],
    ['￥１２．３０', '12.3'],
    [' 12.30元', '12.3'],
    ['−4', '-4'],
    ['007', '7'],
    ['0.10', '0.1'],
    ['5.', '5'],
  ])('is read from %s', (typed, plain) => {
    expect(plainDecimal(typed, 6)).toBe(plain);
  });
  it.each(['', 'abc', '1.2.3', '1.234', '12%'])('is not read from "%s"', (typed) => {
    expect(plainDecimal(typed, 2)).toBeUndefined();
  });
});
