import { ButtonLink, formatQuantity, ListPage, Thumb, useUrlState, When } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { Card, Line } from '../kit/Cells';
import { oneOf } from '../kit/filled';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import styles from './catalog.module.css';
import { everyProduct, useProducts } from './data';
import { ProductTag } from './ProductTag';
import { PickCategory } from './pick';

const states = ['published', 'draft', 'archived'] as const;

/** Every product, found by name, code, model or pinyin. */
export function Products() {
  const { t } = useTranslation('catalog');
  const { t: k } = useTranslation('kit');
  const w = useWords();
  const url = useUrlState();
  const filter = {
    q: url.text('q'),
    category: url.text('category'),
    state: oneOf(states, url.text('state')),
  };
  const list = useProducts(filter);
  const create = useMay('product.edit') && (
    <ButtonLink kind="primary" icon="plus" to="/products/new">
      {t('products.create')}
    </ButtonLink>
  );
  return (
    <ListPage
      keep="products"
      title={t('products.title')}
      count={list.first?.count}
      list={list}
      dense
      tabs={[
        { value: '', label: k('list.all') },
        ...states.map((state) => ({ value: state, label: t(`state.${state}`) })),
      ]}
      tab={filter.state}
      onTab={(state) => url.set({ state })}
      search={{ value: filter.q, placeholder: t('products.search'), onSearch: (q) => url.set({ q }) }}
      filters={
        <PickCategory
          filter
          placeholder={w('word.category')}
          value={filter.category || undefined}
          onChange={(category) => url.set({ category })}
        />
      }
      narrowed={Object.values(filter).some((value) => value !== '')}
      onClear={() => url.set({ ...everyProduct })}
      actions={
        <>
          <ExportButton kind="products" filter={filter} />
          {create}
        </>
      }
      columns={[
        {
          key: 'name',
          title: t('products.name'),
          cut: true,
          render: (product) => (
            <span className={styles.withThumb}>
              <Thumb src={product.image} />
              <span>{product.name}</span>
            </span>
          ),
        },
        { key: 'code', title: w('word.code'), width: 120, render: (p) => <Line>{p.code}</Line> },
        {
          key: 'category',
          title: w('word.category'),
          width: 170,
          render: (p) => <Line most={170}>{p.category.name}</Line>,
        },
        {
          key: 'series',
          title: w('word.series'),
          width: 150,
          wideOnly: true,
          render: (p) => <Line most={150}>{p.series?.name}</Line>,
        },
        {
          key: 'skus',
          title: t('products.skus'),
          align: 'right',
          width: 80,
          render: (p) => formatQuantity(p.sku_count),
        },
        {
          key: 'updated',
          title: w('word.updated'),
          width: 132,
          wideOnly: true,
          render: (p) => <When at={p.updated_at} />,
        },
        { key: 'state', title: w('word.state'), width: 96, render: (p) => <ProductTag state={p.state} /> },
      ]}
      rowKey={(product) => product.code}
      rowTo={(product) => `/products/${product.code}`}
      card={(product) => (
        <Card
          to={`/products/${product.code}`}
          title={product.name}
          state={<ProductTag state={product.state} />}
          lines={[product.category.name]}
          foot={[product.code, t('products.skuCount', { count: product.sku_count })]}
        />
      )}
      empty={{ title: t('products.none'), hint: t('products.noneHint'), action: create }}
    />
  );
}
