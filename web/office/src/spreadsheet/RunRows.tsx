import type { Run } from '@qudao/shared/api';
import { type Column, formatQuantity, StateTag, useNarrow, When } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { Line, Stacked } from '../kit/Cells';

/** What a run does, in words: "导入商品". */
export function useRunWords() {
  const { t, i18n } = useTranslation('spreadsheet');
  return (run: Run) => {
    const kind = i18n.exists(`kind.${run.kind}`, { ns: 'spreadsheet' })
      ? t(`kind.${run.kind}` as 'kind.products')
      : run.kind;
    return t(`direction.${run.direction}`, { kind });
  };
}

/** The columns of a list of runs. */
export function useRunColumns(): Column<Run>[] {
  const { t } = useTranslation('spreadsheet');
  const words = useRunWords();
  const narrow = useNarrow();
  const state: Column<Run> = {
    key: 'state',
    title: t('runs.state'),
    width: 104,
    render: (run) => <StateTag of="run" state={run.state} />,
  };
  if (narrow) {
    const both = (run: Run) => <Stacked main={words(run)} sub={<When at={run.created_at} />} />;
    return [{ key: 'kind', title: t('runs.what'), render: both }, state];
  }
  const number = (key: 'total' | 'ok' | 'failed'): Column<Run> => ({
    key,
    title: t(`runs.${key}`),
    align: 'right',
    width: 96,
    wideOnly: key === 'ok',
    render: (run) => formatQuantity(run[key]),
  });
  return [
    { key: 'kind', title: t('runs.what'), width: 160, render: (run) => <Line>{words(run)}</Line> },
    { key: 'name', title: t('runs.name'), cut: true, wideOnly: true, render: (run) => run.name },
    { key: 'at', title: t('runs.at'), width: 132, render: (run) => <When at={run.created_at} /> },
    number('total'),
    number('ok'),
    number('failed'),
    state,
  ];
}
