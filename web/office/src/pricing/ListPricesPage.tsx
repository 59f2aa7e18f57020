import type { PriceList as PriceListDocument } from '@qudao/shared/api';
import { Button, DocumentPage, formatQuantity, QueryView } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { useEditPriceList, usePriceList } from './data';
import { ListForm } from './ListForm';
import { ListTag } from './ListTag';
import { PriceTable } from './PriceTable';
import { Validity } from './Validity';

/** One price list: for whom and how long it counts, and its prices, changed in place. */
export function ListPricesPage() {
  const query = usePriceList(usePart('code'));
  return <QueryView query={query}>{(list) => <List list={list} />}</QueryView>;
}

function List({ list }: { list: PriceListDocument }) {
  const { t } = useTranslation('pricing');
  const w = useWords();
  const mayEdit = useMay('price.edit');
  const [editing, setEditing] = useState(false);
  const edit = useEditPriceList(list.code, w('said.saved'), () => setEditing(false));
  return (
    <>
      <DocumentPage
        back={{ to: '/price-lists', label: t('lists.title') }}
        title={list.name}
        state={<ListTag list={list} />}
        printable
        meta={
          <>
            <span>{list.code}</span>
            <span>{t(`kind.${list.kind}`)}</span>
            <span>{list.audience?.name ?? list.dealer?.name ?? t('lists.everybody')}</span>
            {list.kind === 'audience' && <span>{t('lists.priorityIs', { n: list.priority })}</span>}
            <span>
              <Validity list={list} />
            </span>
            <span>{t('lists.prices', { count: list.count, n: formatQuantity(list.count) })}</span>
          </>
        }
        actions={
          <>
            <ExportButton kind="prices" filter={{ list: list.code }} />
            {mayEdit && <Button onClick={() => setEditing(true)}>{w('verb.edit')}</Button>}
          </>
        }
      >
        <PriceTable list={list} mayEdit={mayEdit} />
      </DocumentPage>
      <ListForm
        open={editing}
        title={t('lists.edit')}
        list={list}
        busy={edit.isPending}
        error={edit.error}
        onClose={() => {
          edit.reset();
          setEditing(false);
        }}
        onSubmit={edit.mutate}
      />
    </>
  );
}
