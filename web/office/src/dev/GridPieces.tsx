import { Grid, type GridColumn, plainDecimal, useGridEdits } from '@qudao/shared/grid';
import { Button, formatPrice, formatQuantity, sumDecimals } from '@qudao/shared/kit';
import { useMemo } from 'react';
import { useDevText } from './words';

interface Goods {
  code: string;
  name: string;
  price: string;
  stock: string;
}

/** Ten thousand rows, to see that they scroll. */
export function GridPieces() {
  const t = useDevText();
  const edits = useGridEdits();
  const rows = useMemo<Goods[]>(
    () =>
      Array.from({ length: 10_000 }, (_, i) => ({
        code: `QM-${String(i + 1).padStart(5, '0')}`,
        name: t('sample.product', { n: i + 1 }),
        price: (8 + (i % 97) * 1.35).toFixed(2).replace(/\.?0+$/, ''),
        stock: String((i * 37) % 900),
      })),
    [t],
  );
  const columns: GridColumn<Goods>[] = [
    { key: 'code', title: t('sample.code'), width: 120, value: (row) => row.code },
    { key: 'name', title: t('sample.name'), value: (row) => row.name },
    {
      key: 'price',
      title: t('sample.price'),
      width: 140,
      align: 'right',
      value: (row) => row.price,
      show: formatPrice,
      read: (typed) => {
        const value = plainDecimal(typed, 2);
        return value === undefined || value.startsWith('-') || value === '0'
          ? { fault: t('sample.wrongPrice') }
          : { value };
      },
    },
    {
      key: 'stock',
      title: t('sample.stock'),
      width: 140,
      align: 'right',
      value: (row) => row.stock,
      show: formatQuantity,
      read: (typed) => {
        const value = plainDecimal(typed, 0);
        return value === undefined ? { fault: t('sample.wrongStock') } : { value };
      },
      sum: (changes) => {
        const sum = sumDecimals(changes.flatMap(({ before, after }) => [after, `-${before}`]));
        return `${sum.startsWith('-') ? '' : '+'}${formatQuantity(sum)}`;
      },
    },
  ];
  return (
    <Grid
      label={t('part.grid')}
      rows={rows}
      rowKey={(row) => row.code}
      columns={columns}
      edits={edits}
      height="420px"
      refused={(row, column) =>
        row === 'QM-00002' && column === 'price' && edits.edits.has(row) ? t('sample.refused') : undefined
      }
    >
      <Button size="small" onClick={edits.reset} disabled={edits.count === 0}>
        {t('sample.quiet')}
      </Button>
    </Grid>
  );
}
