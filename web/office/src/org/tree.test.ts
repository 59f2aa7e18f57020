import type { Department } from '@qudao/shared/api';
import { describe, expect, it } from 'vitest';
import { isBelow, moved, placed, under } from './tree';

const at = (code: string, parent: string, sort: number): Department => ({
  code,
  name: code,
  ...(parent ? { parent } : {}),
  sort,
  members: [],
  version: 1,
});

const all = [at('A', '', 0), at('A1', 'A', 0), at('A2', 'A', 1), at('A21', 'A2', 0), at('B', '', 1)];
const says = (changes: ReturnType<typeof moved>) =>
  changes.map(({ department, input }) => `${department.code}: ${input.parent}/${input.sort}`);

describe('the tree of departments', () => {
  it('stands from the top down', () => {
    expect(placed(all).map((one) => `${one.depth}${one.department.code}`)).toEqual([
      '0A',
      '1A1',
      '1A2',
      '2A21',
      '0B',
    ]);
    expect(placed(all)[0]?.below).toBe(3);
  });

  it('shows at the top what stands under nothing that is known', () => {
    expect(placed([at('X', 'gone', 0)])).toHaveLength(1);
  });

  it('moves by one step', () => {
    expect(says(moved(all, 'A2', 'up'))).toEqual(['A2: A/0', 'A1: A/1']);
    expect(says(moved(all, 'A1', 'down'))).toEqual(['A2: A/0', 'A1: A/1']);
    expect(says(moved(all, 'A2', 'in'))).toEqual(['A2: A1/0']);
    expect(says(moved(all, 'A2', 'out'))).toEqual(['A2: /1', 'B: /2']);
  });

  it('stays where there is no such place', () => {
    expect(moved(all, 'A1', 'up')).toEqual([]);
    expect(moved(all, 'B', 'down')).toEqual([]);
    expect(moved(all, 'A1', 'in')).toEqual([]);
    expect(moved(all, 'A', 'out')).toEqual([]);
    expect(moved(all, 'gone', 'up')).toEqual([]);
  });

  it('is never put below itself', () => {
    expect(says(under(all, 'B', 'A2'))).toEqual(['B: A2/1']);
    expect(under(all, 'A', 'A21')).toEqual([]);
    expect(under(all, 'A1', 'A')).toEqual([]);
    expect(isBelow(all, 'A21', 'A')).toBe(true);
    expect(isBelow(all, 'A', 'A21')).toBe(false);
  });
});
