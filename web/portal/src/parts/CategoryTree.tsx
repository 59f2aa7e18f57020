import type { Category } from '@qudao/shared/api';
import { formatQuantity } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './parts.module.css';
import { openBranches } from './tree';

/** The categories this dealer sees, the branch of the chosen one open. */
export function CategoryTree(props: {
  categories: Category[];
  /** How many of the products found are in each category; without it the whole catalogue's numbers show. */
  counts?: { code: string; count: number }[] | undefined;
  value: string;
  onChange: (code: string) => void;
}) {
  const { t } = useTranslation('portal');
  const found = props.counts && new Map(props.counts.map((c) => [c.code, c.count]));
  const shown = openBranches(props.categories, props.value);
  if (props.categories.length === 0) {
    return null;
  }
  return (
    <nav className={styles.tree} aria-label={t('catalogue.categories')}>
      <h2>{t('catalogue.categories')}</h2>
      <ul>
        <li>
          <button
            type="button"
            aria-current={props.value === '' || undefined}
            onClick={() => props.onChange('')}
          >
            {t('catalogue.all')}
          </button>
        </li>
        {shown.map(({ category, depth }) => {
          const count = found ? found.get(category.code) : category.count;
          return (
            <li key={category.code} style={{ paddingLeft: depth * 14 }}>
              <button
                type="button"
                aria-current={category.code === props.value || undefined}
                className={count === undefined ? styles.none : ''}
                onClick={() => props.onChange(category.code)}
              >
                <span>{category.name}</span>
                {count !== undefined && <small>{formatQuantity(count)}</small>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
