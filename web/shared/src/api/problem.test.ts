import { describe, expect, it } from 'vitest';
import { asProblem, toProblem, unreachable } from './problem';

describe('a refusal', () => {
  it('keeps its code, facts and fields', () => {
    const p = toProblem(409, {
      code: 'stock_short',
      detail: '库存不足。',
      facts: { left: 12 },
      errors: [{ path: 'lines[2].quantity', code: 'stock_short', detail: '只剩 12。' }],
      trace: 'a1',
    });
    expect(p.code).toBe('stock_short');
    expect(p.facts.left).toBe(12);
    expect(p.at('lines[2].quantity')?.detail).toBe('只剩 12。');
    expect(p.under('lines[2]')).toHaveLength(1);
    expect(p.under('lines[20]')).toHaveLength(0);
    expect(p.trace).toBe('a1');
  });

  it('is made even of an answer without a body', () => {
    expect(toProblem(502, undefined).code).toBe('http_502');
    expect(toProblem(502, undefined).passing).toBe(true);
    expect(toProblem(502, undefined).unsure).toBe(true);
    expect(toProblem(503, { code: 'busy' }).unsure).toBe(false);
  });

  it('says when the server was not reached', () => {
    expect(asProblem(new TypeError('Failed to fetch')).code).toBe(unreachable);
  });
});
