import { expect, it } from 'vitest';
import { AttemptKey, newKey } from './key';

it('makes version 4 UUIDs', () => {
  expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('keeps one key for the same content until it is answered', () => {
  const attempt = new AttemptKey();
  const first = attempt.for({ lines: [1] });
  expect(attempt.for({ lines: [1] })).toBe(first);
  expect(attempt.for({ lines: [2] })).not.toBe(first);
  const second = attempt.for({ lines: [2] });
  attempt.done();
  expect(attempt.for({ lines: [2] })).not.toBe(second);
});
