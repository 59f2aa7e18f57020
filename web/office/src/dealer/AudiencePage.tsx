import { type Audience as AudienceDocument, asProblem } from '@qudao/shared/api';
import {
  Button,
  DocumentPage,
  ErrorState,
  formatQuantity,
  Notice,
  QueryView,
  Section,
  Skeleton,
} from '@qudao/shared/kit';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { Stacked } from '../kit/Cells';
import { CodeName, tidy, unnamed } from '../kit/CodeName';
import { useDraft } from '../kit/draft';
import { Stack } from '../kit/Page';
import { SavedForm } from '../kit/SavedForm';
import { useRested } from '../kit/typed';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { useAudience, useAudienceMembers, useCreateAudience, useEditAudience, usePreview } from './data';
import styles from './dealer.module.css';
import { RuleForm } from './RuleForm';
import { RuleWords } from './RuleWords';
import { noRule, wholeRule } from './rule';

/** One audience: its rule as a form, and at once whom it reaches and why. */
export function AudiencePage() {
  const query = useAudience(usePart('code'));
  const mayEdit = useMay('audience.edit');
  return (
    <QueryView query={query}>
      {(audience) => (mayEdit ? <Editor audience={audience} /> : <Reader audience={audience} />)}
    </QueryView>
  );
}

/** A new audience, of everybody until a condition is set. */
export function NewAudience() {
  return <Editor audience={{ code: '', name: '', rule: noRule, count: 0, used_by: [], version: 0 }} />;
}

function Editor({ audience }: { audience: AudienceDocument }) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const navigate = useNavigate();
  const fresh = audience.code === '';
  const create = useCreateAudience(w('said.created'), (made) => {
    void navigate({ to: `/audiences/${made.code}`, replace: true, ignoreBlocker: true });
  });
  const edit = useEditAudience(audience.code, w('said.saved'));
  const saving = fresh ? create : edit;
  const draft = useDraft(
    { code: audience.code, name: audience.name, rule: wholeRule(audience.rule) },
    { version: audience.version, error: saving.error },
  );
  const { value, set } = draft;
  const preview = usePreview(useRested(value.rule, 350));
  const save = () =>
    fresh
      ? create.mutate(tidy(value))
      : edit.mutate({ input: { name: value.name.trim(), rule: value.rule }, version: draft.version });
  const wrong = preview.error ? asProblem(preview.error) : undefined;

  return (
    <DocumentPage
      back={{ to: '/audiences', label: t('audiences.title') }}
      title={fresh ? t('audiences.create') : audience.name}
      printable={!fresh}
      meta={!fresh && <span>{audience.code}</span>}
    >
      <div className={styles.columns}>
        <div className={styles.editor}>
          <SavedForm
            label={t('audiences.title')}
            keep={`audience.${audience.code}`}
            draft={draft}
            saving={saving}
            disabled={wrong !== undefined || unnamed(value)}
            onSave={save}
          >
            <Section>
              <Stack>
                <CodeName value={value} set={set} fresh={fresh} codeHint={t('audience.codeHint')} />
                <RuleForm
                  rule={value.rule}
                  problem={wrong}
                  onChange={(change) => set({ rule: { ...value.rule, ...change } })}
                />
              </Stack>
            </Section>
          </SavedForm>
        </div>
        <div className={styles.preview}>
          <Section title={t('audience.reaches')}>
            <Preview preview={preview} before={fresh ? undefined : audience.count} />
          </Section>
          {!fresh && <UsedBy audience={audience} />}
        </div>
      </div>
      {!fresh && !draft.dirty && <Members code={audience.code} />}
    </DocumentPage>
  );
}

function Reader({ audience }: { audience: AudienceDocument }) {
  const { t } = useTranslation('dealer');
  return (
    <DocumentPage
      back={{ to: '/audiences', label: t('audiences.title') }}
      title={audience.name}
      printable
      meta={
        <>
          <span>{audience.code}</span>
          <span>{t('audiences.dealers', { count: audience.count })}</span>
        </>
      }
      aside={<UsedBy audience={audience} />}
    >
      <Section title={t('rule.title')}>
        <RuleWords rule={audience.rule} />
      </Section>
      <Members code={audience.code} />
    </DocumentPage>
  );
}

function Preview(props: { preview: ReturnType<typeof usePreview>; before: number | undefined }) {
  const { t } = useTranslation('dealer');
  const { preview, before } = props;
  if (preview.error) {
    return <Notice tone="alarm">{asProblem(preview.error).detail || t('audience.noPreview')}</Notice>;
  }
  if (!preview.data) {
    return <Skeleton rows={4} />;
  }
  const { count, sample } = preview.data;
  return (
    <div className={preview.isPlaceholderData ? styles.stale : ''}>
      <p className={styles.count}>
        <b>{formatQuantity(count)}</b> {t('audience.dealersWord')}
        {before !== undefined && before !== count && (
          <span className={styles.faint}>{t('audience.before', { n: formatQuantity(before) })}</span>
        )}
      </p>
      <ul className={styles.because} style={{ marginTop: 12 }}>
        {(sample ?? []).map((dealer) => (
          <li key={dealer.code}>
            <Stacked main={dealer.name} sub={dealer.because} />
          </li>
        ))}
      </ul>
      {count > (sample ?? []).length && <p className={styles.faint}>{t('audience.andMore')}</p>}
    </div>
  );
}

function UsedBy({ audience }: { audience: AudienceDocument }) {
  const { t } = useTranslation('dealer');
  const uses = audience.used_by ?? [];
  return (
    <Section title={t('audiences.usedBy')}>
      {uses.length === 0 ? (
        <p className={styles.faint}>{t('audience.unused')}</p>
      ) : (
        <ul className={styles.because}>
          {uses.map((use) => (
            <li key={`${use.kind}/${use.code}/${use.name}`}>
              <Stacked
                main={
                  use.kind === 'price_list' ? (
                    <Link to={`/price-lists/${use.code}`}>{use.name}</Link>
                  ) : (
                    use.name
                  )
                }
                sub={use.code}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Everybody in the audience as it is stored. */
function Members({ code }: { code: string }) {
  const { t } = useTranslation('dealer');
  const { t: k } = useTranslation('kit');
  const list = useAudienceMembers(code);
  return (
    <Section
      title={t('audience.members')}
      extra={
        <span className={styles.extra}>
          <Link to="/dealers" search={{ audience: code } as never}>
            {t('audience.asList')}
          </Link>
          <ExportButton kind="members" filter={{ audience: code }} size="small" />
        </span>
      }
    >
      {list.loading && <Skeleton rows={5} />}
      {list.error && list.rows.length === 0 ? <ErrorState error={list.error} onRetry={list.retry} /> : null}
      <ul className={styles.members}>
        {list.rows.map((dealer) => (
          <li key={dealer.code}>
            <Stacked main={<Link to={`/dealers/${dealer.code}`}>{dealer.name}</Link>} sub={dealer.because} />
          </li>
        ))}
      </ul>
      {list.more && (
        <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>
          {k('action.loadMore')}
        </Button>
      )}
    </Section>
  );
}
