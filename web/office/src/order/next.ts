import { api, body } from '@qudao/shared/api';
import { toast } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lastSearch, neighboursOf } from './neighbours';

/**
 * Leads from an order that was decided to the next one that waits for review: the next of the list that was
 * looked at, or the oldest there is. Without one it leads back to the list. Somebody who came from elsewhere
 * stays.
 */
export function useNextWaiting(): (number: string) => Promise<void> {
  const navigate = useNavigate();
  const { t } = useTranslation('order');
  return async (number) => {
    if ((lastSearch() as { state?: string }).state !== 'in_review') {
      return;
    }
    const next = neighboursOf(number).after ?? (await anyWaiting(number));
    if (next) {
      await navigate({ to: `/orders/${next}`, replace: true });
      return;
    }
    toast(t('said.allReviewed'));
    await navigate({ to: '/orders', search: lastSearch() as never });
  };
}

async function anyWaiting(but: string): Promise<string | undefined> {
  const { items } = await body(
    api.GET('/api/office/orders', { params: { query: { state: 'in_review', limit: 2 } } }),
  );
  return items.find((order) => order.number !== but)?.number;
}
