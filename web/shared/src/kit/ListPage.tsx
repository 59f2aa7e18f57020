import type { ReactNode, Ref } from 'react';
import { useKitText } from '../i18n';
import { Button } from './Button';
import { type Column, DataTable } from './DataTable';
import { BatchBar } from './ListBatch';
import { type DrawerOf, ListDrawer } from './ListDrawer';
import styles from './ListPage.module.css';
import { ColumnChooser, SaveView, useColumns, useViews } from './ListTools';
import { formatQuantity } from './number';
import { SearchBox } from './SearchBox';
import { EmptyState, ErrorState, Skeleton } from './States';
import { type Tab, Tabs } from './Tabs';
import { useUrlState } from './url';
import { type Choosing, type Chosen, useChosen } from './useChosen';
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
  /**
   * The name under which this device keeps, for each person, the saved views and chosen columns of the list.
   * With it the reader can save views and choose columns.
   */
  keep?: string;
  /** Sums of the whole filter, not of the rows loaded, where no column can carry them. */
  sums?: { label: string; value: ReactNode }[];
  /** The way to the whole filter as a file. */
  exports?: ReactNode;
  /** Acts on many rows. `whole` lets all rows of the filter be chosen, loaded or not; `count` must be known. */
  batch?: { actions: (chosen: Chosen<Row>) => ReactNode; whole?: boolean };
  /** Shows a row beside the list; what is open stands in the address as `open`. */
  drawer?: DrawerOf<Row>;
}) {
  const t = useKitText();
  useTitle(props.title);
  const { list, rowKey, batch, drawer } = props;
  const url = useUrlState();
  const views = useViews(props.keep);
  const columns = useColumns(props.keep, props.columns);
  const choosing = useChosen(list.rows, rowKey, views.filter, props.count);
  const own = props.tabs ?? (views.tabs.length > 0 ? [{ value: '', label: t('list.all') }] : []);
  const tabs = [...own, ...views.tabs];
  const onTab = (tab: string) => {
    if (!views.take(tab)) {
      if (props.onTab) {
        props.onTab(tab);
      } else {
        props.onClear?.();
      }
    }
  };
  const narrow = useNarrow();
  const save = props.narrowed ? views.save : undefined;
  // Where nothing is listed there are no columns to choose.
  const columned = props.keep !== undefined && !narrow && (list.loading || list.rows.length > 0);
  const tools = columned || props.exports || save;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>
          {props.title}
          {props.count !== undefined && <span className={styles.count}>{formatQuantity(props.count)}</span>}
        </h1>
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </header>
      {tabs.length > 0 && <Tabs tabs={tabs} value={views.open ?? props.tab ?? ''} onChange={onTab} />}
      {(props.search || props.filters || tools) && (
        <div className={styles.bar}>
          {props.search && (
            <div className={styles.search}>
              <SearchBox {...props.search} />
            </div>
          )}
          {props.filters}
          {tools && (
            <div className={styles.tools}>
              {save && <SaveView save={save} />}
              {columned && (
                <ColumnChooser
                  columns={props.columns}
                  shown={columns.shown}
                  choice={columns.choice}
                  onChoose={columns.setKept}
                />
              )}
              {props.exports}
            </div>
          )}
        </div>
      )}
      {props.sums && list.rows.length > 0 && (
        <dl className={styles.sums}>
          {props.sums.map((sum) => (
            <div key={sum.label}>
              <dt>{sum.label}</dt>
              <dd>{sum.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <ListBody
        {...props}
        columns={columns.shown}
        {...(batch ? { choosing } : {})}
        {...(drawer ? { onOpen: (row: Row) => url.set({ open: rowKey(row) }) } : {})}
      />
      {batch && (
        <BatchBar choosing={choosing} whole={batch.whole ? props.count : undefined}>
          {batch.actions(choosing.chosen)}
        </BatchBar>
      )}
      {drawer && (
        <ListDrawer
          drawer={drawer}
          rows={list.rows}
          rowKey={rowKey}
          rowTo={props.rowTo}
          open={url.text('open')}
          onOpen={(open) => url.set({ open })}
        />
      )}
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

function ListBody<Row>(
  props: Parameters<typeof ListPage<Row>>[0] & { choosing?: Choosing<Row>; onOpen?: (row: Row) => void },
) {
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
      {...(props.onOpen ? { onOpen: props.onOpen } : {})}
      {...(props.choosing ? { choosing: props.choosing } : {})}
      dense={props.dense ?? false}
      stale={list.stale}
      caption={props.title}
    />
  );
}
