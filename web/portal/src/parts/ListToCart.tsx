import { Button, toast, toastProblem } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../data/accounts';
import { useListChanges } from '../data/lists';

/** All of a list into the cart, which then says what could not be bought. */
export function ListToCart(props: { id: string; empty: boolean; large?: boolean }) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const { toCart } = useListChanges();
  const may = useMay('order.place');
  const put = () =>
    toCart.mutate(props.id, {
      onSuccess: (cart) => {
        if (cart.lines.length === 0) {
          toast(t('lists.allGone'), { tone: 'alarm' });
          return;
        }
        void navigate({ to: '/cart' });
      },
      onError: (error) => toastProblem(error, t('cart.notAdded')),
    });
  return may ? (
    <Button
      icon="cart"
      kind={props.large ? 'primary' : 'plain'}
      size={props.large ? 'large' : 'medium'}
      busy={toCart.isPending}
      disabled={props.empty}
      onClick={put}
    >
      {t('lists.toCart')}
    </Button>
  ) : null;
}
