import type { CartLine, ShoppingList } from '@qudao/shared/api';
import {
  Button,
  ButtonLink,
  Confirm,
  EmptyState,
  formatMoney,
  Icon,
  IconButton,
  Money,
  Notice,
  Price,
  Quantity,
  QuantityInput,
  QueryView,
  Skeleton,
  TextInput,
  Thumb,
  toast,
  toastProblem,
  useNarrow,
  usePricesHidden,
  useTitle,
} from '@qudao/shared/kit';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useListChanges } from '../data/lists';
import { ListToCart } from '../parts/ListToCart';
import styles from '../parts/lists.module.css';
import { StockText } from '../parts/StockText';
import checkout from './Checkout.module.css';
import { Shared } from './Lists';

/** One shopping list, priced now; in editing its name, sharing, quantities and order are changed together. */
export function List() {
  const { id = '' } = useParams({ strict: false });
  const list = useList(id);
  const [editing, setEditing] = useState(false);
  return (
    <QueryView query={list} skeleton={<Skeleton rows={6} height={68} />}>
      {(data) =>
        editing ? (
          <Editor key={data.version} list={data} onDone={() => setEditing(false)} />
        ) : (
          <View list={data} onEdit={() => setEditing(true)} />
        )
      }
    </QueryView>
  );
}

function View({ list, onEdit }: { list: ShoppingList; onEdit: () => void }) {
  const { t } = useTranslation('portal');
  useTitle(list.name);
  const hidden = usePricesHidden();
  const gone = list.priced.lines.filter(isGone).length;
  return (
    <div className={styles.page}>
      <header>
        <Link to="/lists" className={checkout.back ?? ''}>
          <Icon name="back" size={16} />
          {t('lists.title')}
        </Link>
        <div className={styles.cardFoot}>
          <h1>{list.name}</h1>
          <div className={styles.headActs}>
            <Remove list={list} />
            <Button onClick={onEdit}>{t('lists.edit')}</Button>
          </div>
        </div>
        <p className={styles.faint}>
          {t('lists.goods', { count: list.line_count })}
          {' · '}
          {list.mine ? (list.shared ? t('lists.isShared') : t('lists.private')) : t('lists.ofOther', list)}
        </p>
      </header>
      {list.priced.lines.length === 0 ? (
        <EmptyState
          icon="list"
          title={t('lists.emptyLines')}
          hint={t('lists.emptyLinesHint')}
          action={<ButtonLink to="/catalogue">{t('cart.toCatalogue')}</ButtonLink>}
        />
      ) : (
        <>
          {gone > 0 && <Notice tone="waiting">{t('lists.gone', { count: gone })}</Notice>}
          <ul className={styles.lines}>
            {list.priced.lines.map((line) => (
              <li key={line.sku} className={styles.line}>
                <What line={line} />
                <span className={styles.price}>
                  {line.price && <Price value={line.price} unit={line.unit} />}
                </span>
                <span className={styles.quantity}>
                  <Quantity value={line.quantity} unit={line.unit} />
                </span>
                <span className={styles.amount}>
                  {line.amount === undefined ? (
                    !hidden && '—'
                  ) : (
                    <Money value={line.amount} currency="CNY" strong />
                  )}
                </span>
              </li>
            ))}
          </ul>
          <div className={styles.bar}>
            {!hidden && (
              <p>
                <span>{t('lists.total')}</span>
                <b>¥{formatMoney(list.priced.total)}</b>
              </p>
            )}
            <ListToCart id={list.id} empty={gone === list.priced.lines.length} large />
          </div>
        </>
      )}
    </div>
  );
}

/** Whether goods can no longer be bought. */
function isGone(line: CartLine): boolean {
  return line.problem?.code === 'sku_not_orderable' || line.problem?.code === 'price_missing';
}

function What({ line }: { line: CartLine }) {
  return (
    <div className={styles.what}>
      <Thumb src={line.image} />
      <div>
        <p className={isGone(line) ? styles.gone : ''}>
          {line.product ? (
            <Link to={`/products/${encodeURIComponent(line.product)}`}>{line.name}</Link>
          ) : (
            line.name || line.sku
          )}
        </p>
        <p className={styles.meta}>
          <span>{line.model || line.sku}</span>
          <StockText stock={line.stock} />
        </p>
        {line.problem && <p className={styles.problem}>{line.problem.detail}</p>}
      </div>
    </div>
  );
}

function Remove({ list }: { list: ShoppingList }) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const { remove } = useListChanges();
  const narrow = useNarrow();
  const [asking, setAsking] = useState(false);
  return (
    <>
      {narrow ? (
        <IconButton icon="trash" label={t('lists.remove')} onClick={() => setAsking(true)} />
      ) : (
        <Button kind="quiet" icon="trash" onClick={() => setAsking(true)}>
          {t('lists.remove')}
        </Button>
      )}
      <Confirm
        open={asking}
        title={t('lists.removeTitle', { name: list.name })}
        verb={t('lists.remove')}
        danger
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          remove.mutate(list.id, {
            onSuccess: () => {
              toast(t('lists.removed'));
              void navigate({ to: '/lists' });
            },
            onError: (error) => toastProblem(error, t('lists.notSaved')),
          })
        }
      >
        <p>{t('lists.removeHint')}</p>
      </Confirm>
    </>
  );
}

function Editor({ list, onDone }: { list: ShoppingList; onDone: () => void }) {
  const { t } = useTranslation(['portal', 'kit']);
  useTitle(t('lists.editTitle'));
  const { save } = useListChanges();
  const [name, setName] = useState(list.name);
  const [shared, setShared] = useState(list.shared);
  const [lines, setLines] = useState(list.priced.lines);
  const move = (from: number, to: number) =>
    setLines((before) => {
      const next = [...before];
      const [line] = next.splice(from, 1);
      if (line) {
        next.splice(to, 0, line);
      }
      return next;
    });
  const put = () =>
    save.mutate(
      {
        id: list.id,
        version: list.version,
        name: name.trim(),
        shared,
        lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
      },
      { onSuccess: onDone, onError: (error) => toastProblem(error, t('lists.notSaved')) },
    );
  return (
    <div className={styles.page}>
      <h1>{t('lists.editTitle')}</h1>
      <div className={styles.editHead}>
        <TextInput
          aria-label={t('lists.name')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {list.mine && <Shared value={shared} onChange={setShared} />}
      </div>
      <ul className={styles.lines}>
        {lines.map((line, i) => (
          <li key={line.sku} className={styles.line}>
            <What line={line} />
            <span className={styles.quantity}>
              <QuantityInput
                compact
                value={line.quantity}
                rule={line.product ? line : {}}
                label={line.name || line.sku}
                onChange={(quantity) =>
                  setLines((before) =>
                    before.map((one) => (one.sku === line.sku ? { ...one, quantity } : one)),
                  )
                }
              />
            </span>
            <span className={styles.act}>
              <IconButton
                icon="chevronUp"
                label={t('lists.up', { name: line.name })}
                disabled={i === 0}
                onClick={() => move(i, i - 1)}
              />
              <IconButton
                icon="chevronDown"
                label={t('lists.down', { name: line.name })}
                disabled={i === lines.length - 1}
                onClick={() => move(i, i + 1)}
              />
              <IconButton
                icon="trash"
                label={t('cart.remove', { name: line.name })}
                onClick={() => setLines((before) => before.filter((one) => one.sku !== line.sku))}
              />
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.bar}>
        <Button size="large" onClick={onDone}>
          {t('kit:action.cancel')}
        </Button>
        <Button kind="primary" size="large" busy={save.isPending} disabled={!name.trim()} onClick={put}>
          {t('kit:action.save')}
        </Button>
      </div>
    </div>
  );
}
