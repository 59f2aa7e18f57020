import { describe, expect, it } from 'vitest';
import { fileName, paperAddress } from './paper';

describe('papers', () => {
  it('are asked for in the reader’s language', () => {
    expect(paperAddress('/api/office/orders/SO1/papers/order')).toMatch(/order\?lang=(zh-CN|en)$/);
    expect(paperAddress('/api/office/picking-lists?orders=SO1,SO2')).toMatch(/SO2&lang=(zh-CN|en)$/);
  });
  it('keep the name the server gives them', () => {
    expect(fileName("inline; filename*=utf-8''%E8%AE%A2%E5%8D%95-SO1.pdf")).toBe('订单-SO1.pdf');
    expect(fileName('inline; filename=Order-SO1.pdf')).toBe('Order-SO1.pdf');
    expect(fileName('')).toBe('paper.pdf');
  });
});
