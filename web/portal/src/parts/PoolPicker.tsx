import { IconButton, SkeletonBlock, TextInput, useNarrow } from '@qudao/shared/kit';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCategories, useProducts } from '../data/catalogue';
import styles from './accounts.module.css';

interface Named {
  code: string;
  name: string;
}

/** Goods an account is kept to: whole categories, and single products. */
export interface Goods {
  categories: Named[];
  products: Named[];
}

const shown = 6;
/** Of the tree of categories, how deep it is offered: what is below goes with it. */
const deepest = 2;

/** Chooses categories from the tree and finds products by name or number. */
export function PoolPicker({ pool, onChange }: { pool: Goods; onChange: (pool: Goods) => void }) {
  const { t } = useTranslation('portal');
  const narrow = useNarrow();
  const categories = useCategories();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useProducts({ q: asked, category: '', filters: [], sort: '' });
  const tops = (categories.data ?? []).filter((one) => one.level === 1);
  const toggle = (one: Named) =>
    onChange({
      ...pool,
      categories: pool.categories.some((other) => other.code === one.code)
        ? pool.categories.filter((other) => other.code !== one.code)
        : [...pool.categories, { code: one.code, name: one.name }],
    });
  const has = (code: string) => pool.categories.some((one) => one.code === code);
  return (
    <div className={styles.inner}>
      {categories.isPending ? (
        <SkeletonBlock height={120} />
      ) : (
        <div className={narrow ? styles.tree : `${styles.tree} ${styles.treeWide}`}>
          {tops.map((top) => (
            <div key={top.code}>
              <label className={styles.check}>
                <input type="checkbox" checked={has(top.code)} onChange={() => toggle(top)} />
                <span>{top.name}</span>
              </label>
              {(categories.data ?? [])
                .filter((one) => one.level === deepest && one.parent === top.code)
                .map((one) => (
                  <label key={one.code} className={`${styles.check} ${styles.sub}`}>
                    <input
                      type="checkbox"
                      checked={has(top.code) || has(one.code)}
                      disabled={has(top.code)}
                      onChange={() => toggle(one)}
                    />
                    <span>{one.name}</span>
                  </label>
                ))}
            </div>
          ))}
        </div>
      )}
      {pool.products.length > 0 && (
        <ul className={styles.picked}>
          {pool.products.map((one) => (
            <li key={one.code}>
              <span>{one.name}</span>
              <IconButton
                icon="close"
                label={t('accounts.takeOut', { name: one.name })}
                onClick={() =>
                  onChange({ ...pool, products: pool.products.filter((other) => other.code !== one.code) })
                }
              />
            </li>
          ))}
        </ul>
      )}
      <TextInput
        aria-label={t('accounts.findProduct')}
        placeholder={t('accounts.findProduct')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {asked !== '' && (
        <ul className={styles.found}>
          {found.rows.slice(0, shown).map((one) => (
            <li key={one.code}>
              <button
                type="button"
                disabled={pool.products.some((other) => other.code === one.code)}
                onClick={() => {
                  onChange({ ...pool, products: [...pool.products, { code: one.code, name: one.name }] });
                  setText('');
                }}
              >
                {one.name}
                <small>{one.code}</small>
              </button>
            </li>
          ))}
          {!found.loading && found.rows.length === 0 && (
            <li className={styles.faint}>{t('accounts.notFound')}</li>
          )}
        </ul>
      )}
    </div>
  );
}
