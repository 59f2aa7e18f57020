import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Gatherer, readChange } from './change';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('reads changes and leaves out what is none', () => {
  expect(readChange('{"kind":"order","id":"1"}')).toEqual({ kind: 'order', id: '1' });
  expect(readChange('{"id":"1"}')).toBeUndefined();
  expect(readChange('not json')).toBeUndefined();
});

it('tells the first change soon and a rush of them once in a while', () => {
  const told: string[][] = [];
  const gatherer = new Gatherer(
    (keys) => told.push(keys),
    { first: 100, between: 1000 },
    () => Date.now(),
  );
  gatherer.add(['orders', 'order']);
  gatherer.add(['orders']);
  vi.advanceTimersByTime(100);
  expect(told).toEqual([['orders', 'order']]);

  for (let i = 0; i < 50; i++) {
    gatherer.add(['stock']);
    vi.advanceTimersByTime(10);
  }
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(500);
  expect(told).toEqual([['orders', 'order'], ['stock']]);
});

it('says nothing after it was stopped, or when nobody is interested', () => {
  const tell = vi.fn();
  const gatherer = new Gatherer(tell);
  gatherer.add([]);
  gatherer.add(['orders']);
  gatherer.stop();
  vi.advanceTimersByTime(10_000);
  expect(tell).not.toHaveBeenCalled();
});
