import { asProblem, type ProductInput, type SkuInput, type TemplateAttribute } from '@qudao/shared/api';
import { Button, type Column, DataTable, EmptyState, formatQuantity, Section, Tag } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Line } from '../kit/Cells';
import { useWords } from '../words';
import styles from './catalog.module.css';
import { nextSku, percentOf } from './product';
import { SkuPanel } from './SkuPanel';

/** The SKUs of a product. They are changed one at a time at the side, and saved with the product. */
export function Skus(props: {
  product: ProductInput;
  axes: readonly TemplateAttribute[];
  error: unknown;
  disabled: boolean;
  onChange: (skus: SkuInput[]) => void;
}) {
  const { t } = useTranslation('catalog');
  const { skus } = props.product;
  const [open, setOpen] = useState<number>();
  const edited = open === undefined ? undefined : (skus[open] ?? nextSku(props.product));
  const columns = useColumns(props, setOpen);
  const about = props.error ? asProblem(props.error).under(`skus[${open}]`) : [];
  const add = !props.disabled && (
    <Button size="small" icon="plus" onClick={() => setOpen(skus.length)}>
      {t('sku.add')}
    </Button>
  );
  return (
    <Section title={t('sku.title', { count: skus.length })} extra={skus.length > 0 && add} flush>
      {skus.length === 0 ? (
        <EmptyState title={t('sku.none')} hint={t('sku.noneHint')} action={add} />
      ) : (
        <DataTable
          dense
          rows={skus.map((sku, at) => ({ sku, at }))}
          rowKey={(row) => `${row.at}/${row.sku.code}`}
          columns={columns}
        />
      )}
      <SkuPanel
        key={open}
        open={open !== undefined}
        sku={edited}
        fresh={open === skus.length}
        axes={props.axes}
        at={open ?? 0}
        error={about.length > 0 ? props.error : undefined}
        onClose={() => setOpen(undefined)}
        onChange={(sku) => {
          props.onChange(
            open === skus.length ? [...skus, sku] : skus.map((one, at) => (at === open ? sku : one)),
          );
          setOpen(undefined);
        }}
      />
    </Section>
  );
}

interface Row {
  sku: SkuInput;
  at: number;
}

function useColumns(props: Parameters<typeof Skus>[0], open: (at: number) => void): Column<Row>[] {
  const { t } = useTranslation('catalog');
  const w = useWords();
  const problem = props.error ? asProblem(props.error) : undefined;
  const used = props.axes.filter((axis) => props.product.skus.some((sku) => sku.spec[axis.code]));
  return [
    { key: 'code', title: t('sku.code'), width: 120, render: ({ sku }) => <Line>{sku.code}</Line> },
    {
      key: 'name',
      title: t('sku.name'),
      render: ({ sku, at }) => (
        <>
          {sku.name || props.product.name}
          {problem?.under(`skus[${at}]`).map((one) => (
            <p key={one.path} className={styles.wrong} role="alert">
              {one.detail}
            </p>
          ))}
        </>
      ),
    },
    {
      key: 'order',
      title: t('sku.order_code'),
      width: 128,
      wideOnly: true,
      render: ({ sku }) => sku.order_code,
    },
    { key: 'model', title: t('sku.model'), width: 128, wideOnly: true, render: ({ sku }) => sku.model },
    ...used.map((axis) => ({
      key: `axis/${axis.code}`,
      title: axis.name,
      width: 96,
      wideOnly: true,
      render: ({ sku }: Row) => sku.spec[axis.code],
    })),
    {
      key: 'minimum',
      title: t('sku.minimum'),
      align: 'right',
      width: 76,
      wideOnly: true,
      render: ({ sku }) => formatQuantity(sku.minimum),
    },
    {
      key: 'tax',
      title: t('sku.tax'),
      align: 'right',
      width: 72,
      wideOnly: true,
      render: ({ sku }) => sku.tax_rate !== undefined && `${percentOf(sku.tax_rate)}%`,
    },
    {
      key: 'state',
      title: w('word.state'),
      width: 80,
      render: ({ sku }) => (
        <Tag tone={sku.state === 'active' ? 'done' : 'idle'}>{t(`skuState.${sku.state}`)}</Tag>
      ),
    },
    {
      key: 'act',
      title: '',
      align: 'right',
      width: 76,
      render: ({ at }) =>
        !props.disabled && (
          <Button size="small" kind="quiet" onClick={() => open(at)}>
            {w('verb.edit')}
          </Button>
        ),
    },
  ];
}
