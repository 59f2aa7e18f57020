import { sayList } from '@qudao/shared/i18n';
import { ButtonLink, formatQuantity, ListPage, useUrlState } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { Card, Line } from '../kit/Cells';
import { useWholeList } from '../kit/whole';
import { useMay } from '../me';
import { useWords } from '../words';
import { useTemplates } from './data';

/** The sets of attributes that products of a kind have. */
export function Templates() {
  const { t } = useTranslation('catalog');
  const w = useWords();
  const url = useUrlState();
  const q = url.text('q');
  const { list, count } = useWholeList(useTemplates(), q, (template) => [template.code, template.name]);
  const create = useMay('product.edit') && (
    <ButtonLink kind="primary" icon="plus" to="/templates/new">
      {t('templates.create')}
    </ButtonLink>
  );
  return (
    <ListPage
      keep="templates"
      title={t('templates.title')}
      count={count}
      list={list}
      dense
      search={{ value: q, placeholder: t('categories.search'), onSearch: (text) => url.set({ q: text }) }}
      narrowed={q !== ''}
      onClear={() => url.set({ q: '' })}
      actions={create}
      columns={[
        {
          key: 'name',
          title: w('word.name'),
          width: 200,
          render: (one) => <Line>{one.name}</Line>,
        },
        { key: 'code', title: w('word.code'), width: 140, render: (one) => <Line>{one.code}</Line> },
        {
          key: 'attributes',
          title: t('templates.attributes'),
          cut: true,
          render: (one) => sayList(one.attributes.map((attribute) => attribute.name)),
        },
        {
          key: 'count',
          title: t('templates.count'),
          align: 'right',
          width: 96,
          render: (one) => formatQuantity(one.attributes.length),
        },
      ]}
      rowKey={(one) => one.code}
      rowTo={(one) => `/templates/${one.code}`}
      card={(one) => (
        <Card
          to={`/templates/${one.code}`}
          title={one.name}
          lines={[sayList(one.attributes.map((attribute) => attribute.name))]}
        />
      )}
      empty={{ title: t('templates.none'), hint: t('templates.noneHint'), action: create }}
    />
  );
}
