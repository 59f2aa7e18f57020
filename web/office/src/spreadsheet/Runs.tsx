import { ListPage, StateTag, When } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { Card } from '../kit/Cells';
import { useRuns } from './data';
import { RunDetails, UndoRun } from './RunDetails';
import { useRunColumns, useRunWords } from './RunRows';

/** What was imported and exported, and what came of it. */
export function Runs() {
  const { t } = useTranslation('spreadsheet');
  const list = useRuns();
  const words = useRunWords();
  return (
    <ListPage
      keep="runs"
      title={t('runs.title')}
      list={list}
      dense
      columns={useRunColumns()}
      rowKey={(run) => run.id}
      rowTo={(run) => `/runs/${run.id}`}
      drawer={{
        title: words,
        body: (run) => <RunDetails run={run} />,
        acts: (run) => <UndoRun run={run} />,
      }}
      card={(run) => (
        <Card
          to={`/runs/${run.id}`}
          title={words(run)}
          state={<StateTag of="run" state={run.state} />}
          foot={[
            <When key="at" at={run.created_at} />,
            t('runs.figures', { ok: run.ok, failed: run.failed }),
          ]}
        />
      )}
      empty={{ title: t('runs.none'), hint: t('runs.noneHint') }}
    />
  );
}
