import { expect, it } from 'vitest';
import { attributesOf, nextSku, noProduct, percentOf, requestOf } from './product';

it('says tax rates in percent', () => {
  expect([1300, 600, 50, 325, 0].map(percentOf)).toEqual(['13', '6', '0.5', '3.25', '0']);
});

it('begins a SKU with what the last one has', () => {
  const first = { ...nextSku({ ...noProduct, name: '开关' }), minimum: 20, multiple: 10, tax_rate: 900 };
  expect(first.name).toBe('开关');
  expect(nextSku({ ...noProduct, skus: [first] })).toMatchObject({
    code: '',
    minimum: 20,
    multiple: 10,
    tax_rate: 900,
  });
});

it('sends no empty series or template', () => {
  expect(requestOf(noProduct)).not.toHaveProperty('series');
  expect(requestOf({ ...noProduct, series: 'S1' }).series).toBe('S1');
});

it('tells axes from what is the same for all SKUs', () => {
  const attribute = { kind: 'text' as const, required: false, facet: false };
  const template = {
    code: 'T',
    name: 'T',
    version: 1,
    attributes: [
      { ...attribute, code: 'color', name: '颜色', axis: true },
      { ...attribute, code: 'material', name: '材质', axis: false },
    ],
  };
  expect(attributesOf(template).axes.map((one) => one.code)).toEqual(['color']);
  expect(attributesOf(template).common.map((one) => one.code)).toEqual(['material']);
});
