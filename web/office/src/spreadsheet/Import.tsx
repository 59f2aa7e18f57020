import { Problem } from '@qudao/shared/api';
import {
  Button,
  DataTable,
  ErrorState,
  Field,
  FileDrop,
  Icon,
  Progress,
  Section,
  Skeleton,
  Tabs,
  uploadFile,
  useUrlState,
} from '@qudao/shared/kit';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../kit/Page';
import { PickOne } from '../kit/Pick';
import { ProblemNotice } from '../kit/ProblemNotice';
import { useMay } from '../me';
import { usePriceLists } from '../pricing/data';
import { useWords } from '../words';
import { type ImportKind, importKinds, templateHref, uploadHref, useOneRun, useRuns } from './data';
import { RunDetails, UndoRun } from './RunDetails';
import { useRunColumns } from './RunRows';
import styles from './spreadsheet.module.css';

/** Products, prices and stock from Excel: the template, the file, the progress, and what was wrong. */
export function Import() {
  const { t } = useTranslation('spreadsheet');
  const url = useUrlState();
  const may = { products: useMay('product.edit'), prices: useMay('price.edit'), stock: useMay('stock.edit') };
  const kinds = importKinds.filter((one) => may[one]);
  const kind = kinds.find((one) => one === url.text('kind')) ?? kinds[0];
  const run = useOneRun(url.text('run') || undefined);
  if (!kind) {
    return <ErrorState error={new Problem(403, 'denied', '')} />;
  }
  return (
    <Page title={t('import.title')} hint={t('import.hint')}>
      <Tabs
        tabs={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        value={kind}
        onChange={(one) => url.set({ kind: one, run: undefined })}
      />
      <div className={styles.columns}>
        <div className={styles.steps}>
          {run.data ? (
            <Section>
              <RunDetails run={run.data} />
              {run.data.finished_at && (
                <div className={styles.again}>
                  <UndoRun run={run.data} />
                  <Button icon="upload" onClick={() => url.set({ run: undefined })}>
                    {t('import.another')}
                  </Button>
                </div>
              )}
            </Section>
          ) : run.error ? (
            <ErrorState error={run.error} onRetry={() => void run.refetch()} />
          ) : run.isFetching ? (
            <Skeleton rows={4} />
          ) : (
            <Upload key={kind} kind={kind} onStarted={(id) => url.set({ run: id })} />
          )}
        </div>
        <Advice kind={kind} />
      </div>
      <History />
    </Page>
  );
}

function Upload({ kind, onStarted }: { kind: ImportKind; onStarted: (run: string) => void }) {
  const { t } = useTranslation('spreadsheet');
  const client = useQueryClient();
  const lists = usePriceLists(kind === 'prices');
  const [list, setList] = useState('');
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<unknown>();
  const needsList = kind === 'prices' && list === '';

  const send = async (file: File) => {
    setProblem(undefined);
    setShare(0);
    try {
      const run = await uploadFile(uploadHref(kind), file, kind === 'prices' ? { list } : {}, setShare);
      void client.invalidateQueries({ queryKey: ['runs'] });
      onStarted(run.id);
    } catch (refusal) {
      setProblem(refusal);
    } finally {
      setShare(undefined);
    }
  };
  return (
    <Section>
      <div className={styles.upload}>
        {kind === 'prices' && (
          <Field label={t('import.list')} hint={t('import.listHint')}>
            {(control) => (
              <PickOne
                {...control}
                required
                placeholder={t('import.chooseList')}
                options={lists.data ?? []}
                value={list}
                onChange={setList}
              />
            )}
          </Field>
        )}
        <a className={styles.template} href={templateHref(kind)} download>
          <Icon name="download" />
          {t('import.template', { kind: t(`kind.${kind}`) })}
        </a>
        <ProblemNotice error={problem} />
        {share === undefined ? (
          <FileDrop onFile={(file) => void send(file)} disabled={needsList} />
        ) : (
          <div role="status">
            <p>{t('import.uploading')}</p>
            <Progress done={share} total={1} />
          </div>
        )}
        {needsList && <p className={styles.faint}>{t('import.chooseListFirst')}</p>}
      </div>
    </Section>
  );
}

function Advice({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('spreadsheet');
  return (
    <Section title={t('advice.title')}>
      <ul className={styles.advice}>
        <li>{t(`advice.${kind}`)}</li>
        <li>{t('advice.partly')}</li>
        <li>{t('advice.size')}</li>
        <li>{t('advice.formula')}</li>
      </ul>
    </Section>
  );
}

/** The last runs; all of them are a page of their own. */
function History() {
  const { t } = useTranslation('spreadsheet');
  const w = useWords();
  const list = useRuns(8);
  const columns = useRunColumns();
  return (
    <Section title={t('runs.title')} flush extra={<Link to="/runs">{w('verb.seeAll')}</Link>}>
      {list.loading ? (
        <Skeleton rows={3} />
      ) : list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.rows.length === 0 ? (
        <p className={styles.none}>{t('runs.none')}</p>
      ) : (
        <DataTable
          dense
          rows={list.rows}
          rowKey={(run) => run.id}
          rowTo={(run) => `/runs/${run.id}`}
          columns={columns}
        />
      )}
    </Section>
  );
}
