import { expect, it } from 'vitest';
import { paragraphs } from './Paragraphs';

it('parts a text at its empty lines and keeps its other lines together', () => {
  expect(paragraphs('一\n二\n\n三\n  \n四\n')).toEqual(['一\n二', '三', '四\n']);
  expect(paragraphs('\n\n')).toEqual([]);
});
