import {
  Button,
  EmptyState,
  formatMoney,
  Notice,
  TextArea,
  toast,
  toastProblem,
  usePricesHidden,
  useTitle,
} from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCart, useCartChanges } from '../data/cart';
import { quickLimit, useQuickList, verdictOf } from '../data/quickList';
import { LiveParts } from '../parts/LiveParts';
import { addAmounts, estimate, reachedTier } from '../parts/ladder';
import { readPartLines } from '../parts/partLines';
import { QuickRows } from '../parts/QuickRows';
import styles from './QuickOrder.module.css';

/** Part numbers in, cart out: pasted or typed, recognised at once, the wrong ones set aside with their reason. */
export function QuickOrder() {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const list = useQuickList();
  const { add } = useCartChanges();
  const cart = useCart();
  const [text, setText] = useState('');
  const [unread, setUnread] = useState(0);
  const hidden = usePricesHidden();
  useTitle(t('quick.title'));

  const right = list.rows.filter((row) => verdictOf(row) === 'right');
  const wrong = list.rows.filter((row) => verdictOf(row) === 'wrong');
  const asking = list.rows.length - right.length - wrong.length;
  const amount = addAmounts(
    right.flatMap((row) => {
      const sku = row.match?.sku;
      const price = sku && (reachedTier(sku.tiers, row.quantity)?.price ?? sku.price);
      return price ? [estimate(price, row.quantity)] : [];
    }),
  );

  const take = (input: string) => {
    const lines = readPartLines(input);
    const room = Math.max(0, quickLimit - list.rows.length);
    setUnread(Math.max(0, lines.length - room));
    if (lines.length > 0) {
      list.add(lines.slice(0, room));
      setText('');
    }
  };
  const put = (to: '/cart' | '/checkout') =>
    add.mutate(
      right.flatMap((row) => (row.match?.sku ? [{ sku: row.match.sku.code, quantity: row.quantity }] : [])),
      {
        onSuccess: () => {
          list.remove(right.map((row) => row.id));
          if (wrong.length === 0 || to === '/checkout') {
            void navigate({ to });
            return;
          }
          toast(t('cart.addedLines', { count: right.length }), {
            action: { label: t('cart.open'), run: () => void navigate({ to: '/cart' }) },
          });
        },
        onError: (error) => toastProblem(error, t('cart.notAdded')),
      },
    );

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('quick.title')}</h1>
        <p>{t('quick.hint')}</p>
      </header>
      <div className={styles.intake}>
        <TextArea
          aria-label={t('quick.input')}
          placeholder={t('quick.placeholder')}
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text');
            if (pasted.trim().includes('\n') && !text.trim()) {
              event.preventDefault();
              take(pasted);
            }
          }}
          onKeyDown={(event) => {
            const single = !text.trim().includes('\n');
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && (single || event.ctrlKey)) {
              event.preventDefault();
              take(text);
            }
          }}
        />
        <Button disabled={!text.trim()} onClick={() => take(text)}>
          {t('quick.recognise')}
        </Button>
        <LiveParts text={text} onTake={take} />
      </div>
      {unread > 0 && (
        <Notice tone="waiting">{t('quick.tooMany', { limit: quickLimit, count: unread })}</Notice>
      )}
      {list.rows.length === 0 ? (
        <EmptyState icon="bolt" title={t('quick.empty')} hint={t('quick.emptyHint')} />
      ) : (
        <>
          <QuickRows
            rows={[...wrong, ...list.rows.filter((row) => verdictOf(row) !== 'wrong')]}
            onPart={list.setPart}
            onQuantity={list.setQuantity}
            onRemove={(row) => list.remove([row.id])}
            onAgain={(row) => list.askAgain([row])}
          />
          <div className={styles.bar}>
            <div className={styles.counts}>
              <span>{t('quick.right', { count: right.length })}</span>
              {wrong.length > 0 && (
                <span className={styles.wrong}>{t('quick.wrong', { count: wrong.length })}</span>
              )}
              {asking > 0 && <span>{t('quick.asking', { count: asking })}</span>}
              {(cart.data?.lines.length ?? 0) > 0 && (
                <span className={styles.kept}>
                  {t('quick.cartKept', { count: cart.data?.lines.length ?? 0 })}
                </span>
              )}
              <Button kind="quiet" size="small" onClick={() => list.remove(list.rows.map((row) => row.id))}>
                {t('quick.clear')}
              </Button>
            </div>
            {!hidden && (
              <p className={styles.amount}>
                <span>{t('quick.estimate')}</span>
                <b>¥{formatMoney(amount)}</b>
              </p>
            )}
            <div className={styles.ways}>
              <Button
                size="large"
                icon="cart"
                busy={add.isPending}
                disabled={right.length === 0 || asking > 0}
                onClick={() => put('/cart')}
              >
                {t('quick.add', { count: right.length })}
              </Button>
              <Button
                kind="primary"
                size="large"
                busy={add.isPending}
                disabled={right.length === 0 || asking > 0}
                onClick={() => put('/checkout')}
              >
                {t('quick.checkout')}
              </Button>
            </div>
          </div>
        </>
      )}
    </div>
  );
}
