import { describe, expect, it } from 'vitest';
import { judgePassword } from './strength';

describe('judgePassword', () => {
  it('names every rule that a password breaks', () => {
    expect(judgePassword('', 'fang')).toEqual({ missing: ['length', 'kinds'], level: 0 });
    expect(judgePassword('short', 'fang').missing).toEqual(['length', 'kinds']);
    expect(judgePassword('onlyletters', 'fang').missing).toEqual(['kinds']);
    expect(judgePassword('Warehouse-7', ' WAREHOUSE ').missing).toEqual(['name']);
    expect(judgePassword('Warehouse-7', 'ware').missing).toEqual([]);
  });

  it('tells a good password from one that is just enough', () => {
    expect(judgePassword('lantern123', 'fang').level).toBe(2);
    expect(judgePassword('Lantern-2026', 'fang').level).toBe(3);
    expect(judgePassword('Lantern-at-the-gate-26', 'fang').level).toBe(4);
    expect(judgePassword('红灯笼挂在屋檐下a1', 'fang').missing).toEqual([]);
  });
});
