import { expect, it } from 'vitest';
import { byGroup, switched } from './groups';

const all = [
  { code: 'order.read', name: '查看订单', group: 'order' },
  { code: 'stock.read', name: '查看库存', group: 'stock' },
  { code: 'order.ship', name: '发货', group: 'order' },
];

it('keeps groups and members in the order given', () => {
  expect(byGroup(all).map(({ group, permissions }) => [group, permissions.map((one) => one.code)])).toEqual([
    ['order', ['order.read', 'order.ship']],
    ['stock', ['stock.read']],
  ]);
});

it('switches permissions without changing their order', () => {
  expect(switched(all, ['order.ship'], ['order.read'], true)).toEqual(['order.read', 'order.ship']);
  expect(switched(all, ['order.read', 'order.ship'], ['order.read'], false)).toEqual(['order.ship']);
});
