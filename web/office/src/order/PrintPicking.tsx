import { asProblem } from '@qudao/shared/api';
import { Button, savePaper, toast } from '@qudao/shared/kit';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** How many orders' picking lists the server prints at once. */
const most = 50;

/** The picking lists of several orders, by their ids, as one file; which of them has none is said in a message. */
export function PrintPicking({ orders }: { orders: readonly string[] }) {
  const { t } = useTranslation('order');
  const print = useMutation({
    mutationFn: () => savePaper(`/api/office/picking-lists?orders=${orders.join(',')}`),
    onError: (error) => {
      const problem = asProblem(error);
      toast(problem.errors[0]?.detail || problem.detail || t('paper.failed'), { tone: 'alarm' });
    },
  });
  const tooMany = orders.length > most;
  return (
    <>
      <Button
        size="small"
        icon="print"
        busy={print.isPending}
        disabled={tooMany || orders.length === 0}
        onClick={() => print.mutate()}
      >
        {t('paper.pickingLists')}
      </Button>
      {tooMany && <span>{t('paper.most', { most })}</span>}
    </>
  );
}
