import type { ExportFilter, ExportKind } from '@qudao/shared/api';
import { Button, Dialog, RunResult, Skeleton } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filled } from '../kit/filled';
import { ProblemNotice } from '../kit/ProblemNotice';
import { useMay } from '../me';
import { useWords } from '../words';
import { fileHref, useExport, useOneRun } from './data';

/** Exports what the filter holds, all of it and not only what is shown. Nothing for those who may not. */
export function ExportButton(props: { kind: ExportKind; filter: ExportFilter; size?: 'small' | 'medium' }) {
  const { t } = useTranslation('spreadsheet');
  const w = useWords();
  const may = useMay('export.run');
  const [id, setId] = useState<string>();
  const [open, setOpen] = useState(false);
  const start = useExport(props.kind, (run) => setId(run.id));
  const run = useOneRun(id);
  if (!may) {
    return null;
  }
  const begin = () => {
    setId(undefined);
    setOpen(true);
    start.mutate(filled(props.filter));
  };
  const problem = start.error ?? run.error;
  return (
    <>
      <Button icon="download" size={props.size ?? 'medium'} onClick={begin}>
        {w('verb.export')}
      </Button>
      <Dialog open={open} title={t('export.title')} onClose={() => setOpen(false)}>
        {problem ? (
          <ProblemNotice error={problem} />
        ) : run.data ? (
          <RunResult run={run.data} fileHref={fileHref(run.data.id)} />
        ) : (
          <Skeleton rows={2} />
        )}
      </Dialog>
    </>
  );
}
