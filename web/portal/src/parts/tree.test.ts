import { expect, it } from 'vitest';
import { openBranches } from './tree';

const c = (code: string, parent?: string) => ({
  code,
  name: code,
  level: 1,
  count: 1,
  ...(parent ? { parent } : {}),
});
const all = [c('a'), c('a1', 'a'), c('a2', 'a'), c('a11', 'a1'), c('b'), c('b1', 'b'), c('lost', 'unseen')];

it('opens only the way to the chosen category', () => {
  expect(openBranches(all, 'a1').map((b) => `${b.depth}${b.category.code}`)).toEqual([
    '0a',
    '1a1',
    '2a11',
    '1a2',
    '0b',
    '0lost',
  ]);
  expect(openBranches(all, '').map((b) => b.category.code)).toEqual(['a', 'b', 'lost']);
});
