import type { Cart as CartData } from '@qudao/shared/api';
import {
  Button,
  ButtonLink,
  Confirm,
  EmptyState,
  Notice,
  QueryView,
  Skeleton,
  toastProblem,
  useNarrow,
  useTitle,
} from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCart, useCartChanges } from '../data/cart';
import { AddToList } from '../parts/AddToList';
import { CartLines } from '../parts/CartLines';
import { LeftLines } from '../parts/LeftLines';
import { Totals } from '../parts/Totals';
import styles from './Cart.module.css';

/** The cart: what is wrong with a line stands on the line, and the amounts are the server's. */
export function Cart() {
  const { t } = useTranslation('portal');
  const cart = useCart();
  useTitle(t('cart.title'));
  return (
    <QueryView query={cart} skeleton={<Skeleton rows={5} height={72} />}>
      {(data) =>
        data.lines.length === 0 ? (
          <EmptyState
            icon="cart"
            title={t('cart.empty')}
            hint={t('cart.emptyHint')}
            action={
              <>
                <ButtonLink to="/catalogue" kind="primary">
                  {t('cart.toCatalogue')}
                </ButtonLink>
                <ButtonLink to="/quick">{t('nav.quick')}</ButtonLink>
              </>
            }
          />
        ) : (
          <FullCart cart={data} />
        )
      }
    </QueryView>
  );
}

function FullCart({ cart }: { cart: CartData }) {
  const { t } = useTranslation('portal');
  const { clear, remove } = useCartChanges();
  const narrow = useNarrow();
  const [clearing, setClearing] = useState(false);
  const wrong = cart.lines.filter((line) => line.problem);
  const failed = (error: unknown) => toastProblem(error, t('cart.notChanged'));
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>
          {t('cart.title')}
          <span>{t('cart.lines', { count: cart.lines.length })}</span>
        </h1>
        <div className={styles.acts}>
          <AddToList
            kind="quiet"
            iconOnly={narrow}
            label={t('cart.toList')}
            lines={cart.lines.map(({ sku, quantity }) => ({ sku, quantity }))}
          />
          <Button kind="quiet" icon="trash" onClick={() => setClearing(true)}>
            {t('cart.clear')}
          </Button>
        </div>
      </header>
      <LeftLines lines={cart.left} />
      {wrong.length > 0 && (
        <Notice tone="alarm">
          <p className={styles.wrong}>
            {t('cart.wrongLines', { count: wrong.length })}
            <button
              type="button"
              disabled={remove.isPending}
              onClick={() =>
                remove.mutate(
                  wrong.map((line) => line.sku),
                  { onError: failed },
                )
              }
            >
              {t('cart.removeWrong')}
            </button>
          </p>
        </Notice>
      )}
      <div className={styles.columns}>
        <CartLines cart={cart} />
        <aside className={styles.summary}>
          <Totals amounts={cart} />
          <ButtonLinkOrWhy cart={cart} wrong={wrong.length} />
        </aside>
      </div>
      <div className={styles.bar}>
        <Totals amounts={cart} short />
        <ButtonLinkOrWhy cart={cart} wrong={wrong.length} />
      </div>
      <Confirm
        open={clearing}
        title={t('cart.clearTitle')}
        verb={t('cart.clear')}
        danger
        busy={clear.isPending}
        onClose={() => setClearing(false)}
        onConfirm={() => clear.mutate(undefined, { onSuccess: () => setClearing(false), onError: failed })}
      >
        <p>{t('cart.clearHint', { count: cart.lines.length })}</p>
      </Confirm>
    </div>
  );
}

/** The way on, or the reason why there is none yet. */
function ButtonLinkOrWhy({ cart, wrong }: { cart: CartData; wrong: number }) {
  const { t } = useTranslation('portal');
  if (cart.placeable) {
    return (
      <ButtonLink to="/checkout" kind="primary" size="large" wide>
        {t('cart.checkout')}
      </ButtonLink>
    );
  }
  return (
    <div className={styles.why}>
      <Button kind="primary" size="large" wide disabled>
        {t('cart.checkout')}
      </Button>
      <p>{wrong > 0 ? t('cart.fixFirst', { count: wrong }) : cart.problems[0]?.detail}</p>
    </div>
  );
}
