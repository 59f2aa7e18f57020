import { expect, it } from 'vitest';
import { sayBytes } from './file';

it('says sizes as people do', () => {
  expect([0, 900, 1024, 350_000, 1_023_999, 10_485_760].map(sayBytes)).toEqual([
    '0 B',
    '900 B',
    '1 KB',
    '342 KB',
    '1.0 MB',
    '10.0 MB',
  ]);
});
