import type { Product } from '@qudao/shared/api';

/** What tells a SKU from its neighbours, in one line with units: "雅白 · 10 A". */
export function axisText(axes: Product['axes'], sku: { spec: Record<string, string> }): string {
  return axes
    .flatMap((axis) => {
      const value = sku.spec[axis.code];
      return value ? [axis.unit ? `${value} ${axis.unit}` : value] : [];
    })
    .join(' · ');
}
