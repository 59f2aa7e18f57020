import type { ProductPage } from '@qudao/shared/api';
import {
  Button,
  Dialog,
  EmptyState,
  ErrorState,
  formatQuantity,
  Icon,
  IconButton,
  SelectInput,
  SkeletonBlock,
  usePricesHidden,
  useTitle,
  useUrlState,
} from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProductSort, productSorts, useCategories, useProducts } from '../data/catalogue';
import { CategoryTree } from '../parts/CategoryTree';
import { Facets } from '../parts/Facets';
import { ProductCards } from '../parts/ProductCards';
import { ProductRows } from '../parts/ProductRows';
import styles from './Catalogue.module.css';

/** What this dealer may buy, at its own prices: searched, narrowed by category and facet, added from the page. */
export function Catalogue() {
  const { t } = useTranslation('portal');
  const url = useUrlState();
  const [filtering, setFiltering] = useState(false);
  const hidden = usePricesHidden();
  const ask = {
    q: url.text('q'),
    category: url.text('category'),
    filters: url.list('f'),
    sort: hidden && url.text('sort').endsWith('price') ? ('' as const) : sortOf(url.text('sort')),
  };
  const rows = url.text('view') === 'list';
  const products = useProducts(ask);
  const categories = useCategories();
  const here = categories.data?.find((category) => category.code === ask.category);
  const title = here?.name ?? t('catalogue.title');
  useTitle(ask.q ? `${ask.q} · ${title}` : title);

  const narrowed = ask.q !== '' || ask.category !== '' || ask.filters.length > 0;
  const clear = () => url.set({ q: undefined, category: undefined, f: undefined });
  const side = (
    <>
      <CategoryTree
        categories={categories.data ?? []}
        counts={ask.q ? products.first?.categories : undefined}
        value={ask.category}
        onChange={(category) => url.set({ category: category || undefined, f: undefined })}
      />
      <Facets facets={products.first?.facets ?? []} chosen={ask.filters} onChange={(f) => url.set({ f })} />
    </>
  );

  return (
    <div className={styles.page}>
      <aside className={styles.side}>{side}</aside>
      <div className={styles.main}>
        <header className={styles.head}>
          <h1>
            {title}
            {products.first && <span>{t('catalogue.count', { count: products.first.count })}</span>}
          </h1>
          <div className={styles.tools}>
            <span className={styles.filterButton}>
              <Button icon="filter" onClick={() => setFiltering(true)}>
                {ask.filters.length > 0
                  ? t('catalogue.filtersOn', { count: ask.filters.length })
                  : t('catalogue.filters')}
              </Button>
            </span>
            <SelectInput
              aria-label={t('catalogue.sort.label')}
              value={ask.sort}
              onChange={(event) => url.set({ sort: event.target.value || undefined })}
            >
              {productSorts
                .filter((sort) => !hidden || !sort.endsWith('price'))
                .map((sort) => (
                  <option key={sort} value={sort}>
                    {t(
                      `catalogue.sort.${sort === '' ? 'relevance' : sort === '-price' ? 'priceDown' : sort}`,
                    )}
                  </option>
                ))}
            </SelectInput>
            <span className={styles.view}>
              <IconButton
                icon="grid"
                label={t('catalogue.cards')}
                aria-pressed={!rows}
                onClick={() => url.set({ view: undefined })}
              />
              <IconButton
                icon="list"
                label={t('catalogue.rows')}
                aria-pressed={rows}
                onClick={() => url.set({ view: 'list' })}
              />
            </span>
          </div>
        </header>
        {narrowed && <Chosen page={products.first} onClear={clear} categoryName={here?.name} />}
        {products.error && !products.first ? (
          <ErrorState error={products.error} onRetry={products.retry} />
        ) : products.loading ? (
          <div className={styles.loading}>
            {Array.from({ length: 8 }, (_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are all alike
              <SkeletonBlock key={i} height={340} />
            ))}
          </div>
        ) : products.rows.length === 0 ? (
          <EmptyState
            icon="search"
            title={narrowed ? t('catalogue.noMatch') : t('catalogue.empty')}
            hint={narrowed ? t('catalogue.noMatchHint') : t('catalogue.emptyHint')}
            action={narrowed && <Button onClick={clear}>{t('catalogue.clear')}</Button>}
          />
        ) : (
          <div className={products.stale ? styles.stale : ''}>
            {rows ? <ProductRows products={products.rows} /> : <ProductCards products={products.rows} />}
          </div>
        )}
        {products.more && (
          <div className={styles.more}>
            <Button size="large" busy={products.loadingMore} onClick={products.loadMore}>
              {t('catalogue.more')}
            </Button>
            <span>
              {formatQuantity(products.rows.length)} / {formatQuantity(products.first?.count ?? 0)}
            </span>
          </div>
        )}
      </div>
      <Dialog
        side
        open={filtering}
        title={t('catalogue.filters')}
        onClose={() => setFiltering(false)}
        footer={
          <Button kind="primary" wide onClick={() => setFiltering(false)}>
            {t('catalogue.show', { count: products.first?.count ?? 0 })}
          </Button>
        }
      >
        {side}
      </Dialog>
    </div>
  );
}

function sortOf(text: string): ProductSort {
  return productSorts.find((sort) => sort === text) ?? '';
}

/** What narrows the list, each removable with one touch. */
function Chosen(props: {
  page: ProductPage | undefined;
  categoryName: string | undefined;
  onClear: () => void;
}) {
  const { t } = useTranslation('portal');
  const url = useUrlState();
  const filters = url.list('f');
  const q = url.text('q');
  const labelOf = (filter: string) => {
    const [attribute = '', ...rest] = filter.split(':');
    const value = rest.join(':');
    const facet = props.page?.facets.find((one) => one.code === attribute);
    const label = facet?.values.find((one) => one.value === value)?.label ?? value;
    return facet ? `${facet.name} ${label}` : label;
  };
  const chips = [
    ...(q ? [{ key: 'q', label: `“${q}”`, remove: () => url.set({ q: undefined }) }] : []),
    ...(props.categoryName
      ? [{ key: 'category', label: props.categoryName, remove: () => url.set({ category: undefined }) }]
      : []),
    ...filters.map((filter) => ({
      key: filter,
      label: labelOf(filter),
      remove: () => url.set({ f: filters.filter((one) => one !== filter) }),
    })),
  ];
  return (
    <div className={styles.chosen}>
      {chips.map((chip) => (
        <button key={chip.key} type="button" onClick={chip.remove} title={t('catalogue.removeFilter')}>
          {chip.label}
          <Icon name="close" size={14} />
        </button>
      ))}
      {chips.length > 1 && (
        <Button kind="quiet" size="small" onClick={props.onClear}>
          {t('catalogue.clear')}
        </Button>
      )}
    </div>
  );
}
