import { describe, expect, it } from 'vitest';
import { initials, ranked } from './rank';

describe('pinyin initials', () => {
  it('are the first letters of each sign', () => {
    expect(initials('订单')).toBe('dd');
    expect(initials('价目表')).toBe('jmb');
    expect(initials('库存显示')).toBe('kcxs');
    expect(initials('经销商')).toBe('jxs');
    expect(initials('API 密钥')).toBe('api my');
  });
});

describe('what was typed', () => {
  const pages = [
    { label: '订单', keywords: ['/orders'] },
    { label: '订单规则', keywords: ['/order-rules'] },
    { label: '商品', keywords: ['/products'] },
    { label: '价目表', keywords: ['/price-lists'] },
    { label: '导出订单', keywords: [] },
  ];
  const found = (typed: string) => ranked(pages, typed).map((page) => page.label);
  it('finds the same word first, then what begins with it, then what holds it', () => {
    expect(found('订单')).toEqual(['订单', '订单规则', '导出订单']);
  });
  it('is understood as pinyin initials', () => {
    expect(found('jmb')).toEqual(['价目表']);
    expect(found('dd')).toEqual(['订单', '订单规则', '导出订单']);
  });
  it('is understood as a word of the other language', () => {
    expect(found('lists')).toEqual(['价目表']);
    expect(found('product')).toEqual(['商品']);
  });
  it('may be full-width', () => {
    expect(found('ｊｍｂ')).toEqual(['价目表']);
  });
  it('finds nothing where nothing fits', () => {
    expect(found('zzz')).toEqual([]);
  });
  it('when empty leaves all in their order', () => {
    expect(found('')).toHaveLength(5);
  });
});
