import { asProblem, type Run } from '@qudao/shared/api';
import { Button, Dialog, formatQuantity, Notice, RunResult, When } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Stack } from '../kit/Page';
import { ProblemNotice } from '../kit/ProblemNotice';
import { useMay } from '../me';
import { useWords } from '../words';
import { errorsHref, fileHref, useUndo } from './data';

/** A run in full: its progress, its result, its files, and whether it was taken back. */
export function RunDetails({ run }: { run: Run }) {
  const { t } = useTranslation('spreadsheet');
  return (
    <Stack>
      {run.undone_at && (
        <Notice>
          {t('undo.done', { count: run.undone ?? 0, n: formatQuantity(run.undone ?? 0) })}{' '}
          <When at={run.undone_at} />
        </Notice>
      )}
      <RunResult run={run} errorsHref={errorsHref(run.id)} fileHref={fileHref(run.id)} />
    </Stack>
  );
}

/** Takes an import back after asking. Where something was written since, it says where and offers the rest. */
export function UndoRun({ run }: { run: Run }) {
  const { t } = useTranslation('spreadsheet');
  const w = useWords();
  const may = { import: useMay('import.run'), prices: useMay('price.edit'), stock: useMay('stock.edit') };
  const [open, setOpen] = useState(false);
  const act = useUndo(run.id, t('undo.said'), () => setOpen(false));
  if (!run.undoable || !may.import || !(run.kind === 'prices' ? may.prices : may.stock)) {
    return null;
  }
  const blocked = act.error !== null && asProblem(act.error).code === 'run_changed_since';
  const close = () => {
    act.reset();
    setOpen(false);
  };
  return (
    <>
      <Button icon="history" onClick={() => setOpen(true)}>
        {t('undo.verb')}
      </Button>
      <Dialog
        open={open}
        title={t('undo.title')}
        onClose={close}
        footer={
          <>
            <Button onClick={close}>{w('verb.back')}</Button>
            <Button kind="danger" busy={act.isPending} onClick={() => act.mutate(blocked)}>
              {t(blocked ? 'undo.partly' : 'undo.verb')}
            </Button>
          </>
        }
      >
        <Stack>
          <ProblemNotice error={act.error} />
          <p>{t(blocked ? 'undo.partlyHint' : run.kind === 'prices' ? 'undo.prices' : 'undo.stock')}</p>
        </Stack>
      </Dialog>
    </>
  );
}
