import type { ShoppingListCard } from '@qudao/shared/api';
import {
  Button,
  Dialog,
  EmptyState,
  Field,
  Form,
  QueryView,
  Skeleton,
  TextInput,
  useTitle,
  When,
} from '@qudao/shared/kit';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListChanges, useLists } from '../data/lists';
import { ListToCart } from '../parts/ListToCart';
import styles from '../parts/lists.module.css';

/** The shopping lists: what the company buys again and again, one touch from the cart. */
export function Lists() {
  const { t } = useTranslation('portal');
  const lists = useLists();
  const [making, setMaking] = useState(false);
  useTitle(t('lists.title'));
  const fresh = (
    <Button kind="primary" icon="plus" onClick={() => setMaking(true)}>
      {t('lists.new')}
    </Button>
  );
  return (
    <div className={styles.page}>
      <header className={styles.cardFoot}>
        <h1>{t('lists.title')}</h1>
        {lists.data && lists.data.length > 0 && fresh}
      </header>
      <QueryView query={lists} skeleton={<Skeleton rows={3} height={148} />}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon="list" title={t('lists.empty')} hint={t('lists.emptyHint')} action={fresh} />
          ) : (
            <ul className={styles.cards}>
              {items.map((list) => (
                <li key={list.id}>
                  <Card list={list} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {making && <NewList onClose={() => setMaking(false)} />}
    </div>
  );
}

function Card({ list }: { list: ShoppingListCard }) {
  const { t } = useTranslation('portal');
  const rest = list.line_count - list.first.length;
  return (
    <article className={styles.card}>
      <div className={styles.cardText}>
        <Link to={`/lists/${list.id}`}>{list.name}</Link>
        <p>
          {list.first.join(t('listComma')) || t('lists.emptyLines')}
          {rest > 0 && ` ${t('lists.more', { count: list.line_count })}`}
        </p>
      </div>
      <div className={styles.cardFoot}>
        <span className={styles.faint}>
          {list.mine
            ? list.shared
              ? t('lists.isShared')
              : t('lists.private')
            : t('lists.ofOther', { owner: list.owner })}
          {' · '}
          <When at={list.updated_at} />
        </span>
        <ListToCart id={list.id} empty={list.line_count === 0} />
      </div>
    </article>
  );
}

function NewList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['portal', 'kit']);
  const navigate = useNavigate();
  const { create } = useListChanges();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  return (
    <Dialog open title={t('lists.newTitle')} onClose={onClose}>
      <Form
        error={create.error ?? undefined}
        onSubmit={() =>
          create.mutate(
            { name: name.trim(), shared, lines: [] },
            { onSuccess: (list) => void navigate({ to: `/lists/${list.id}` }) },
          )
        }
        footer={
          <button type="submit" hidden aria-hidden="true" tabIndex={-1}>
            {t('kit:action.save')}
          </button>
        }
      >
        <Field label={t('lists.name')} path="name">
          {(control) => (
            <TextInput
              {...control}
              maxLength={60}
              placeholder={t('lists.namePlaceholder')}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Shared value={shared} onChange={setShared} />
        <Button
          kind="primary"
          size="large"
          wide
          busy={create.isPending}
          disabled={!name.trim()}
          onClick={(event) => event.currentTarget.form?.requestSubmit()}
        >
          {t('lists.new')}
        </Button>
      </Form>
    </Dialog>
  );
}

/** Whether the company's other accounts may use and change a list. */
export function Shared({ value, onChange }: { value: boolean; onChange: (shared: boolean) => void }) {
  const { t } = useTranslation('portal');
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {t('lists.shared')}
        <small className={styles.faint}>{t('lists.sharedHint')}</small>
      </span>
    </label>
  );
}
