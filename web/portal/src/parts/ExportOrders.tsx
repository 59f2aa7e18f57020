import { AttemptKey, api, body, editHeaders } from '@qudao/shared/api';
import { Button, Dialog, ErrorState, RunResult, Skeleton, useRun } from '@qudao/shared/kit';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const readRun = (id: string) => body(api.GET('/api/portal/runs/{id}', { params: { path: { id } } }));

/** The lines of all orders that the filter holds, as an Excel file that is made in the background. */
export function ExportOrders({ filter }: { filter: { state: string; q: string } }) {
  const { t } = useTranslation('portal');
  const [open, setOpen] = useState(false);
  const [attempt] = useState(() => new AttemptKey());
  const start = useMutation({
    mutationFn: () => {
      const content = { kind: 'orders' as const, filter };
      return body(
        api.POST('/api/portal/exports', {
          body: content,
          headers: editHeaders({ key: attempt.for(content) }),
        }),
      );
    },
    onSuccess: () => attempt.done(),
  });
  const run = useRun(start.data?.id, readRun);
  const problem = start.error ?? run.error;
  const begin = () => {
    setOpen(true);
    start.mutate();
  };
  return (
    <>
      <Button icon="download" onClick={begin}>
        {t('orders.export')}
      </Button>
      <Dialog open={open} title={t('orders.exportTitle')} onClose={() => setOpen(false)}>
        {problem ? (
          <ErrorState error={problem} onRetry={begin} />
        ) : run.data && !start.isPending ? (
          <RunResult run={run.data} fileHref={`/api/portal/runs/${run.data.id}/file`} />
        ) : (
          <Skeleton rows={2} />
        )}
      </Dialog>
    </>
  );
}
