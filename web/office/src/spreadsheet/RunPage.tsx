import { DocumentPage, QueryView, Section, When } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { useOneRun } from './data';
import { RunDetails, UndoRun } from './RunDetails';
import { useRunWords } from './RunRows';

/** One import or export: its progress, then its result and its files; an import that was a mistake is taken back here. */
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
          printable
          meta={
            <>
              <span>{run.name}</span>
              <When at={run.created_at} />
            </>
          }
          actions={<UndoRun run={run} />}
        >
          <Section>
            <RunDetails run={run} />
          </Section>
        </DocumentPage>
      )}
    </QueryView>
  );
}
