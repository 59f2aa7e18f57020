import type { StockRow } from '@qudao/shared/api';
import { type Column, Quantity, Tag } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';

/** What is there, what of it is promised, what is kept back, and what is left. */
export function useLevelColumns<Row extends StockRow>(): Column<Row>[] {
  const { t } = useTranslation('inventory');
  const number = (key: 'on_hand' | 'reserved' | 'safety'): Column<Row> => ({
    key,
    title: t(`level.${key}`),
    align: 'right',
    width: 104,
    wideOnly: key !== 'on_hand',
    render: (row) => <Quantity value={row[key]} />,
  });
  return [
    number('on_hand'),
    number('reserved'),
    number('safety'),
    {
      key: 'available',
      title: t('level.available'),
      align: 'right',
      width: 120,
      render: (row) => (
        <>
          {row.available <= 0 && <Tag tone="waiting">{t('level.out')}</Tag>}{' '}
          <Quantity value={row.available} unit={row.unit} />
        </>
      ),
    },
  ];
}
