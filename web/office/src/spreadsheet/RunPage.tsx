import { DocumentPage, QueryView, RunResult, Section, When } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { errorsHref, fileHref, useOneRun } from './data';
import { useRunWords } from './RunRows';

/** One import or export: its progress, then its result and its files. */
export function RunPage() {
  const { t } = useTranslation('spreadsheet');
  const words = useRunWords();
  const query = useOneRun(usePart('id'));
  return (
    <QueryView query={query}>
      {(run) => (
        <DocumentPage
          back={{ to: '/runs', label: t('runs.title') }}
          title={words(run)}
          meta={<When at={run.created_at} />}
        >
          <Section>
            <RunResult run={run} errorsHref={errorsHref(run.id)} fileHref={fileHref(run.id)} />
          </Section>
        </DocumentPage>
      )}
    </QueryView>
  );
}
