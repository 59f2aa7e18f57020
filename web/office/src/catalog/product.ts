import type { OfficeProduct, ProductInput, ProductRequest, SkuInput, Template } from '@qudao/shared/api';

export const noProduct: ProductInput = {
  code: '',
  name: '',
  category: '',
  template: '',
  series: '',
  unit: '',
  description: '',
  attributes: {},
  allow: [],
  deny: [],
  divisions: [],
  skus: [],
};

/** A SKU to begin with, after the ones that are there: what they have in common is taken over. */
export function nextSku(product: ProductInput): SkuInput {
  const last = product.skus.at(-1);
  return {
    code: '',
    order_code: '',
    model: '',
    barcode: '',
    name: last ? '' : product.name,
    spec: {},
    minimum: last?.minimum ?? 1,
    multiple: last?.multiple ?? 1,
    packs: last?.packs ?? [],
    lead_days: last?.lead_days ?? 0,
    tax_rate: last?.tax_rate ?? 1300,
    state: 'active',
  };
}

/** A product as its form holds it. */
export function inputOf(product: OfficeProduct): ProductInput {
  return {
    code: product.code,
    name: product.name,
    category: product.category.code,
    series: product.series?.code ?? '',
    template: product.template ?? '',
    unit: product.unit,
    description: product.description ?? '',
    attributes: product.attributes ?? {},
    allow: product.allow ?? [],
    deny: product.deny ?? [],
    divisions: product.divisions ?? [],
    skus: (product.skus ?? []).map((sku) => ({
      code: sku.code,
      order_code: sku.order_code ?? '',
      model: sku.model ?? '',
      barcode: sku.barcode ?? '',
      name: sku.name,
      spec: sku.spec ?? {},
      minimum: sku.minimum,
      multiple: sku.multiple,
      packs: sku.packs ?? [],
      lead_days: sku.lead_days,
      ...(sku.tax_rate === undefined ? {} : { tax_rate: sku.tax_rate }),
      state: sku.state,
    })),
  };
}

/** What is sent: without what is left empty. */
export function requestOf({ series, template, ...rest }: ProductInput): ProductRequest {
  return { ...rest, ...(series ? { series } : {}), ...(template ? { template } : {}) };
}

/** What tells the SKUs of a product apart, and what is the same for all of them. */
export function attributesOf(template: Template | undefined) {
  const all = template?.attributes ?? [];
  return { axes: all.filter((one) => one.axis), common: all.filter((one) => !one.axis) };
}

/** A tax rate in basis points as a percentage without floats: 1300 is "13". */
export function percentOf(rate: number): string {
  const rest = rate % 100;
  return rest === 0
    ? String(rate / 100)
    : `${Math.floor(rate / 100)}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}
