import type { OrderCard } from '@qudao/shared/api';
import { formatQuantity } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';

/** What an order holds, in a few words: its first goods and how many lines there are. */
export function GoodsWords({ order }: { order: OrderCard }) {
  const { t } = useTranslation('order');
  const first = order.first_lines?.[0];
  if (!first) {
    return <>{t('lines', { count: order.line_count })}</>;
  }
  const goods = `${first.name} × ${formatQuantity(first.quantity)} ${first.unit}`;
  return <>{order.line_count > 1 ? t('goodsAndMore', { goods, count: order.line_count }) : goods}</>;
}
