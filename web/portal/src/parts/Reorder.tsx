import type { OrderCard } from '@qudao/shared/api';
import { Button, toast, toastProblem } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../data/accounts';
import { useCartChanges } from '../data/cart';

/** An order's lines into the cart, which then says what can no longer be bought. */
export function Reorder({ order, primary }: { order: Pick<OrderCard, 'id'>; primary?: boolean }) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const { reorder } = useCartChanges();
  const may = useMay('order.place');
  return may ? (
    <Button
      icon="cart"
      kind={primary ? 'primary' : 'plain'}
      busy={reorder.isPending}
      onClick={() =>
        reorder.mutate(order.id, {
          onSuccess: (cart) => {
            if (cart.lines.length === 0) {
              toast(t('lists.allGone'), { tone: 'alarm' });
              return;
            }
            void navigate({ to: '/cart' });
          },
          onError: (error) => toastProblem(error, t('order.notDone')),
        })
      }
    >
      {t('order.reorder')}
    </Button>
  ) : null;
}
