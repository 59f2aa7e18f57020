import { describe, expect, it } from 'vitest';
import { applied, countEdits, noHistory, redone, stepped, undone } from './edits';

const cell = (row: string, column: string, text: string | undefined) => ({ row, column, text });

describe('edits of a grid', () => {
  it('count cells, and forget one that is as it was stored', () => {
    const two = applied(noHistory.now, [cell('A', 'price', '1'), cell('A', 'stock', '2')]);
    expect(countEdits(two)).toBe(2);
    const one = applied(two, [cell('A', 'price', undefined)]);
    expect(one.get('A')).toEqual({ stock: '2' });
    expect(applied(one, [cell('A', 'stock', undefined)]).has('A')).toBe(false);
  });
  it('go back a step at a time, a pasted block at once', () => {
    const first = stepped(noHistory, [cell('A', 'price', '1')]);
    const second = stepped(first, [cell('A', 'price', '2'), cell('B', 'price', '3')]);
    expect(undone(second).now).toBe(first.now);
    expect(redone(undone(second)).now).toBe(second.now);
    expect(undone(undone(second)).now.size).toBe(0);
  });
  it('are no step when nothing changes', () => {
    const first = stepped(noHistory, [cell('A', 'price', '1')]);
    expect(stepped(first, [cell('A', 'price', '1')])).toBe(first);
  });
  it('made after going back replace what was ahead', () => {
    const first = stepped(noHistory, [cell('A', 'price', '1')]);
    const other = stepped(undone(first), [cell('A', 'price', '9')]);
    expect(redone(other)).toBe(other);
  });
});
