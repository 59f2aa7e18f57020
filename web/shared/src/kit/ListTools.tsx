import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useKitText } from '../i18n';
import { Button } from './Button';
import type { Column } from './DataTable';
import { TextInput } from './Form';
import { Icon } from './icons';
import { useKept } from './keep';
import styles from './ListPage.module.css';
import { Popover } from './Popover';
import type { Tab } from './Tabs';
import type { Search } from './url';
import {
  type ColumnChoice,
  chosenColumns,
  filterText,
  type SavedView,
  viewAt,
  viewSearch,
  withoutView,
  withView,
} from './views';

const mark = 'view:';

/** The views a person saved of one list, as tabs behind the page's own, and which of all is open. */
export function useViews(keep: string | undefined) {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const [kept, setKept] = useKept<SavedView[]>(`list.${keep ?? ''}.views`);
  const views = keep ? (kept ?? []) : [];
  const open = viewAt(views, search);
  const go = (next: Search) =>
    void navigate({ to: '.', search: next as never, replace: true, resetScroll: false });
  return {
    filter: filterText(search),
    open: open && mark + open.name,
    tabs: views.map(
      (view): Tab => ({
        value: mark + view.name,
        label: view.name,
        onRemove: () => setKept(withoutView(views, view.name)),
      }),
    ),
    /** Opens the view of a tab; false where the tab is none of ours. */
    take: (tab: string): boolean => {
      const view = views.find((one) => mark + one.name === tab);
      if (view) {
        go(viewSearch(view));
      }
      return view !== undefined;
    },
    save: keep && !open ? (name: string) => setKept(withView(views, name, search)) : undefined,
  };
}

/** Gives the filter a name. */
export function SaveView({ save }: { save: (name: string) => void }) {
  const t = useKitText();
  const [name, setName] = useState('');
  return (
    <Popover
      label={t('list.saveView')}
      align="end"
      className={styles.tool ?? ''}
      trigger={
        <>
          <Icon name="bookmark" size={16} />
          <span>{t('list.saveView')}</span>
        </>
      }
    >
      {(close) => (
        <form
          className={styles.naming}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) {
              save(name);
              setName('');
              close();
            }
          }}
        >
          <TextInput
            autoFocus
            maxLength={20}
            aria-label={t('list.viewName')}
            placeholder={t('list.viewName')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button kind="primary" type="submit" disabled={!name.trim()}>
            {t('action.save')}
          </Button>
        </form>
      )}
    </Popover>
  );
}

/** Which columns the person wants to see in this list. */
export function useColumns<Row>(keep: string | undefined, columns: Column<Row>[]) {
  const [kept, setKept] = useKept<ColumnChoice>(`list.${keep ?? ''}.columns`);
  const choice = keep ? (kept ?? {}) : {};
  const shown = keep ? chosenColumns(columns, choice) : columns.filter((column) => !column.hidden);
  return { shown, choice, setKept };
}

export function ColumnChooser<Row>(props: {
  columns: Column<Row>[];
  shown: Column<Row>[];
  choice: ColumnChoice;
  onChoose: (choice: ColumnChoice | undefined) => void;
}) {
  const t = useKitText();
  return (
    <Popover
      label={t('list.columns')}
      align="end"
      className={styles.tool ?? ''}
      trigger={
        <>
          <Icon name="columns" size={16} />
          <span>{t('list.columns')}</span>
        </>
      }
    >
      <div className={styles.chooser}>
        {props.columns.slice(1).map(
          (column) =>
            column.title !== '' && (
              <label key={column.key}>
                <input
                  type="checkbox"
                  checked={props.shown.includes(column)}
                  onChange={(event) =>
                    props.onChoose({ ...props.choice, [column.key]: event.target.checked })
                  }
                />
                {column.title}
              </label>
            ),
        )}
        {Object.keys(props.choice).length > 0 && (
          <Button size="small" kind="quiet" onClick={() => props.onChoose(undefined)}>
            {t('list.allColumns')}
          </Button>
        )}
      </div>
    </Popover>
  );
}
