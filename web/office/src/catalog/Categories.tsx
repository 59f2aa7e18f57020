import type { OfficeCategory } from '@qudao/shared/api';
import { Button, ListPage, useUrlState } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Line } from '../kit/Cells';
import { NamedPanel } from '../kit/CodeName';
import { flatten, treeOf } from '../kit/tree';
import { useWholeList } from '../kit/whole';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import styles from './catalog.module.css';
import { useCategories, useSaveCategory } from './data';

interface Edited {
  code: string;
  name: string;
  parent?: string;
  fresh: boolean;
}

/** The catalogue's four levels, the last of which are series. */
export function Categories() {
  const { t } = useTranslation('catalog');
  const w = useWords();
  const url = useUrlState();
  const q = url.text('q');
  const mayEdit = useMay('product.edit');
  const [edited, setEdited] = useState<Edited>();
  const query = useCategories();
  const known = new Map((query.data ?? []).map((one) => [one.code, one]));
  const whole = useWholeList(query, q, (one) => [one.code, one.name]);
  const found = new Set(whole.list.rows.map((one) => one.code));
  const rows = flatten(treeOf(query.data ?? []))
    .map(({ node }) => known.get(node.value))
    .filter((one): one is OfficeCategory => one !== undefined && found.has(one.code));
  const create = mayEdit && (
    <Button kind="primary" icon="plus" onClick={() => setEdited({ code: '', name: '', fresh: true })}>
      {t('categories.create')}
    </Button>
  );
  return (
    <>
      <ListPage
        title={t('categories.title')}
        count={whole.count}
        list={{ ...whole.list, rows }}
        dense
        search={{ value: q, placeholder: t('categories.search'), onSearch: (text) => url.set({ q: text }) }}
        narrowed={q !== ''}
        onClear={() => url.set({ q: '' })}
        actions={
          <>
            <ExportButton kind="categories" filter={{ q }} />
            {create}
          </>
        }
        columns={[
          {
            key: 'name',
            title: w('word.name'),
            render: (one) => <span className={styles[`depth${q ? 1 : one.level}`] ?? ''}>{one.name}</span>,
          },
          {
            key: 'code',
            title: w('word.code'),
            width: 140,
            wideOnly: true,
            render: (one) => <Line>{one.code}</Line>,
          },
          {
            key: 'level',
            title: t('categories.level'),
            width: 120,
            wideOnly: true,
            render: (one) => t(`level.${one.level}` as 'level.1'),
          },
          ...(mayEdit
            ? [
                {
                  key: 'act',
                  title: '',
                  align: 'right' as const,
                  width: 170,
                  render: (one: OfficeCategory) => (
                    <span className={styles.acts}>
                      {one.level < 4 && (
                        <Button
                          size="small"
                          kind="quiet"
                          onClick={() => setEdited({ code: '', name: '', parent: one.code, fresh: true })}
                        >
                          {t('categories.under')}
                        </Button>
                      )}
                      <Button
                        size="small"
                        kind="quiet"
                        onClick={() => setEdited({ code: one.code, name: one.name, fresh: false })}
                      >
                        {w('verb.edit')}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
        rowKey={(one) => one.code}
        empty={{ title: t('categories.none'), hint: t('categories.noneHint'), action: create }}
      />
      {edited && (
        <CategoryPanel
          edited={edited}
          above={edited.parent === undefined ? undefined : known.get(edited.parent)?.name}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}

function CategoryPanel(props: { edited: Edited; above: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('catalog');
  const w = useWords();
  const { code, name, parent, fresh } = props.edited;
  const save = useSaveCategory(fresh, w(fresh ? 'said.created' : 'said.saved'), props.onClose);
  return (
    <NamedPanel
      title={
        props.above
          ? t('categories.createUnder', { name: props.above })
          : t(fresh ? 'categories.create' : 'categories.edit')
      }
      stored={{ code, name }}
      save={save}
      onSubmit={(named) => save.mutate({ ...named, ...(parent ? { parent } : {}) })}
      onClose={props.onClose}
    />
  );
}
