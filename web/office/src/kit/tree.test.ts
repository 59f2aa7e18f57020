import { expect, it } from 'vitest';
import { flatten, treeOf } from './tree';

it('makes a tree whose nodes know their path', () => {
  const tree = treeOf([
    { code: 330100, name: '杭州', parent: 330000 },
    { code: 330000, name: '浙江' },
    { code: 999, name: '孤', parent: 1 },
  ]);
  expect(flatten(tree).map(({ node, depth }) => [node.path, depth])).toEqual([
    ['浙江', 0],
    ['浙江 / 杭州', 1],
    ['孤', 0],
  ]);
});
