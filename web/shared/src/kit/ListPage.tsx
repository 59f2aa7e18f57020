import type { ReactNode, Ref } from 'react';
import { useKitText } from '../i18n';
import { Button } from './Button';
import { type Column, DataTable } from './DataTable';
import styles from './ListPage.module.css';
import { formatQuantity } from './number';
import { SearchBox } from './SearchBox';
import { EmptyState, ErrorState, Skeleton } from './States';
import { type Tab, Tabs } from './Tabs';
import type { CursorList } from './useCursorList';
import { useNarrow } from './useNarrow';
import { useTitle } from './useTitle';

/**
 * A list of documents or master data. The page keeps its filters in the address (useUrlState) and hands them
 * in; the list itself comes from useCursorList. On a phone `card` takes the place of the table.
 */
export function ListPage<Row>(props: {
  title: string;
  /** How many rows the whole filter has, where the server counts them. */
  count?: number | undefined;
  list: CursorList<Row>;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** The address a row opens. */
  rowTo?: (row: Row) => string;
  card?: (row: Row) => ReactNode;
  tabs?: Tab[];
  tab?: string;
  onTab?: (tab: string) => void;
  search?: {
    value: string;
    placeholder: string;
    onSearch: (text: string) => void;
    inputRef?: Ref<HTMLInputElement>;
  };
  filters?: ReactNode;
  actions?: ReactNode;
  /** True when a filter or search narrows the list: an empty list then says so and offers to clear it. */
  narrowed?: boolean;
  onClear?: () => void;
  empty: { title: string; hint?: string; action?: ReactNode };
  dense?: boolean;
}) {
  const t = useKitText();
  useTitle(props.title);
  const { list } = props;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>
          {props.title}
          {props.count !== undefined && <span className={styles.count}>{formatQuantity(props.count)}</span>}
        </h1>
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </header>
      {props.tabs && (
        <Tabs tabs={props.tabs} value={props.tab ?? ''} onChange={props.onTab ?? (() => undefined)} />
      )}
      {(props.search || props.filters) && (
        <div className={styles.bar}>
          {props.search && (
            <div className={styles.search}>
              <SearchBox {...props.search} />
            </div>
          )}
          {props.filters}
        </div>
      )}
      <ListBody {...props} />
      {list.rows.length > 0 && (
        <footer className={styles.foot}>
          {list.more ? (
            <Button busy={list.loadingMore} onClick={list.loadMore}>
              {t('action.loadMore')}
            </Button>
          ) : (
            <span>{t('list.end', { count: list.rows.length })}</span>
          )}
        </footer>
      )}
    </div>
  );
}

function ListBody<Row>(props: Parameters<typeof ListPage<Row>>[0]) {
  const t = useKitText();
  const narrow = useNarrow();
  const { list, card } = props;
  if (list.loading) {
    return <Skeleton rows={10} height={narrow ? 72 : 20} />;
  }
  if (list.error && list.rows.length === 0) {
    return <ErrorState error={list.error} onRetry={list.retry} />;
  }
  if (list.rows.length === 0) {
    return props.narrowed ? (
      <EmptyState
        icon="search"
        title={t('list.noMatch')}
        hint={t('list.noMatchHint')}
        action={props.onClear && <Button onClick={props.onClear}>{t('list.clearFilters')}</Button>}
      />
    ) : (
      <EmptyState {...props.empty} />
    );
  }
  if (narrow && card) {
    return (
      <ul className={list.stale ? `${styles.cards} ${styles.stale}` : styles.cards}>
        {list.rows.map((row) => (
          <li key={props.rowKey(row)}>{card(row)}</li>
        ))}
      </ul>
    );
  }
  return (
    <DataTable
      columns={props.columns}
      rows={list.rows}
      rowKey={props.rowKey}
      {...(props.rowTo ? { rowTo: props.rowTo } : {})}
      dense={props.dense ?? false}
      stale={list.stale}
      caption={props.title}
    />
  );
}
