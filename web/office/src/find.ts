import { api, body, type Found } from '@qudao/shared/api';
import type { IconName } from '@qudao/shared/kit';
import type { PaletteGroup, PaletteItem } from '@qudao/shared/layout';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Each kind of thing that the server finds: its icon and the page that opens it. */
const kinds: Record<Found['kind'], { icon: IconName; to: (found: Found) => string }> = {
  order: { icon: 'orders', to: (found) => `/orders/${found.code}` },
  dealer: { icon: 'building', to: (found) => `/dealers/${encodeURIComponent(found.code)}` },
  product: { icon: 'box', to: (found) => `/products/${encodeURIComponent(found.code)}` },
  sku: { icon: 'stack', to: (found) => `/products/${encodeURIComponent(found.parent ?? '')}` },
  price_list: { icon: 'tag', to: (found) => `/price-lists/${encodeURIComponent(found.code)}` },
};

/** Finds documents by number and things by name or pinyin, in the groups of the command palette. */
export function useFind(): (text: string, signal: AbortSignal) => Promise<PaletteGroup[]> {
  const { t } = useTranslation('office');
  return useCallback(
    async (text, signal) => {
      const { items } = await body(
        api.GET('/api/office/find', { params: { query: { q: text.slice(0, 64) } }, signal }),
      );
      return (Object.keys(kinds) as Found['kind'][])
        .map((kind) => ({
          title: t(`find.${kind}`),
          items: items.filter((found) => found.kind === kind).map((found) => item(found)),
        }))
        .filter((group) => group.items.length > 0);
    },
    [t],
  );
}

function item(found: Found): PaletteItem {
  const { icon, to } = kinds[found.kind];
  const order = found.kind === 'order';
  return {
    id: `${found.kind}/${found.code}`,
    label: order ? found.code : found.name,
    hint: order ? found.name : found.code,
    icon,
    to: to(found),
  };
}
