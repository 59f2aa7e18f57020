import type { Announcement, AnnouncementInput } from '@qudao/shared/api';
import {
  Button,
  Confirm,
  DocumentPage,
  Field,
  formatQuantity,
  NextStep,
  QueryView,
  Section,
  Tag,
  TextArea,
  TextInput,
  toastProblem,
} from '@qudao/shared/kit';
import { Paragraphs } from '@qudao/shared/notification';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { useAudiences } from '../dealer/data';
import { Check } from '../kit/Check';
import { Day } from '../kit/Days';
import { dayOf, endAfter, lastDayBefore, startOf } from '../kit/day';
import { useDraft } from '../kit/draft';
import { Stack, Two } from '../kit/Page';
import { PickMany } from '../kit/Pick';
import { SavedForm } from '../kit/SavedForm';
import { useRested } from '../kit/typed';
import { useMay } from '../me';
import { useWords } from '../words';
import {
  useAnnouncement,
  useCreateAnnouncement,
  useEditAnnouncement,
  useMoveAnnouncement,
  useReach,
} from './data';
import styles from './notification.module.css';
import { NowTag } from './now';

/** One announcement: written at the left, at the right whom it reaches and what a dealer will read. */
export function AnnouncementPage() {
  const query = useAnnouncement(usePart('number'));
  return <QueryView query={query}>{(one) => <Editor key={one.number} announcement={one} />}</QueryView>;
}

export function NewAnnouncement() {
  return <Editor />;
}

function draftOf(one: Announcement | undefined) {
  return {
    title: one?.title ?? '',
    body: one?.body ?? '',
    everybody: one?.everybody ?? true,
    audiences: one?.audiences.map((audience) => audience.code) ?? [],
    from: one?.since ? dayOf(one.since) : '',
    to: one?.until ? lastDayBefore(one.until) : '',
    pinned: one?.pinned ?? false,
  };
}

type Draft = ReturnType<typeof draftOf>;

function inputOf(value: Draft): AnnouncementInput {
  return {
    title: value.title.trim(),
    body: value.body,
    everybody: value.everybody,
    audiences: value.everybody ? [] : value.audiences,
    ...(value.from ? { since: startOf(value.from) } : {}),
    ...(value.to ? { until: endAfter(value.to) } : {}),
    pinned: value.pinned,
  };
}

function Editor({ announcement }: { announcement?: Announcement }) {
  const { t } = useTranslation('notification');
  const { t: k } = useTranslation('kit');
  const w = useWords();
  const navigate = useNavigate();
  const create = useCreateAnnouncement(w('said.created'), (made) => {
    void navigate({ to: `/announcements/${made.number}`, replace: true, ignoreBlocker: true });
  });
  const edit = useEditAnnouncement(announcement?.number ?? '', w('said.saved'));
  const saving = announcement ? edit : create;
  const draft = useDraft(draftOf(announcement), {
    version: announcement?.version ?? 0,
    error: saving.error,
  });
  const { value } = draft;
  const fixed = !useMay('announcement.edit') || announcement?.state === 'withdrawn';
  const save = () =>
    announcement
      ? edit.mutate({ input: inputOf(value), version: draft.version })
      : create.mutate(inputOf(value));
  return (
    <DocumentPage
      back={{ to: '/announcements', label: t('announcements.title') }}
      title={announcement ? announcement.title : t('announcements.create')}
      state={announcement && <NowTag announcement={announcement} />}
      meta={
        announcement && (
          <>
            <span>{announcement.number}</span>
            <span>{announcement.created_by}</span>
          </>
        )
      }
      printable={announcement !== undefined}
      sentence={
        announcement?.state === 'draft' &&
        !fixed && <NextStep mine>{t(draft.dirty ? 'next.save' : 'next.publish')}</NextStep>
      }
      primary={announcement && !fixed && <Moves announcement={announcement} blocked={draft.dirty} />}
      aside={
        <>
          <Section title={t('reach.title')}>
            <Reach everybody={value.everybody} audiences={value.audiences} />
          </Section>
          <Section title={t('preview')}>
            <div className={styles.preview}>
              <h3>
                {value.title || t('untitled')}
                {value.pinned && <Tag tone="moving">{k('message.pinned')}</Tag>}
              </h3>
              <Paragraphs body={value.body} />
            </div>
          </Section>
        </>
      }
    >
      <SavedForm
        label={t('announcements.title')}
        keep={`announcement.${announcement?.number ?? ''}`}
        draft={draft}
        saving={saving}
        disabled={value.title.trim() === '' || value.body.trim() === ''}
        fixed={fixed}
        onSave={save}
      >
        <Section>
          <Stack>
            <Fields value={value} set={draft.set} fixed={fixed} />
          </Stack>
        </Section>
      </SavedForm>
    </DocumentPage>
  );
}

function Fields(props: { value: Draft; set: (change: Partial<Draft>) => void; fixed: boolean }) {
  const { t } = useTranslation('notification');
  const w = useWords();
  const { value, set, fixed } = props;
  const audiences = useAudiences(useMay('audience.read'));
  return (
    <>
      <Field label={t('word.title')} path="title">
        {(control) => (
          <TextInput
            {...control}
            disabled={fixed}
            maxLength={100}
            value={value.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('word.body')} path="body" hint={t('bodyHint')}>
        {(control) => (
          <TextArea
            {...control}
            disabled={fixed}
            rows={10}
            maxLength={5000}
            value={value.body}
            onChange={(event) => set({ body: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('word.for')} path="audiences" hint={value.everybody ? '' : t('for.hint')}>
        {(control) => (
          <>
            <Check checked={value.everybody} disabled={fixed} onChange={(everybody) => set({ everybody })}>
              {t('for.everybody')}
            </Check>
            {!value.everybody && (
              <PickMany
                {...control}
                disabled={fixed}
                placeholder={t('for.choose')}
                options={audiences.data ?? []}
                value={value.audiences}
                onChange={(codes) => set({ audiences: codes })}
              />
            )}
          </>
        )}
      </Field>
      <Two>
        <Field label={w('word.from')} path="since" optional>
          {(control) => (
            <Day
              {...control}
              value={value.from}
              placeholder={t('period.now')}
              onChange={(from) => set({ from })}
            />
          )}
        </Field>
        <Field label={w('word.to')} path="until" optional>
          {(control) => (
            <Day
              {...control}
              value={value.to}
              placeholder={t('period.open')}
              onChange={(to) => set({ to })}
            />
          )}
        </Field>
      </Two>
      <Check checked={value.pinned} disabled={fixed} onChange={(pinned) => set({ pinned })}>
        {t('pin')}
      </Check>
    </>
  );
}

/** How many dealers it reaches as it is being written. */
function Reach(target: { everybody: boolean; audiences: string[] }) {
  const { t } = useTranslation('notification');
  const rested = useRested(target, 250);
  const reach = useReach({
    everybody: rested.everybody,
    audiences: rested.everybody ? [] : rested.audiences,
  });
  return (
    <p className={styles.reach} data-stale={reach.isPlaceholderData || undefined}>
      <b>{reach.data ? formatQuantity(reach.data.count) : '–'}</b>
      {t('reach.dealers')}
    </p>
  );
}

/** Publishing and withdrawing, each asked once more: dealers read it at once. */
function Moves({ announcement, blocked }: { announcement: Announcement; blocked: boolean }) {
  const { t } = useTranslation('notification');
  const [asking, setAsking] = useState(false);
  const move = announcement.state === 'draft' ? 'publish' : 'withdraw';
  const act = useMoveAnnouncement(move, t(`${move}.said`), () => setAsking(false));
  return (
    <>
      <Button
        kind={move === 'publish' ? 'primary' : 'plain'}
        disabled={blocked}
        title={blocked ? t('saveFirst') : undefined}
        onClick={() => setAsking(true)}
      >
        {t(`${move}.verb`)}
      </Button>
      <Confirm
        open={asking}
        title={t(`${move}.ask`)}
        verb={t(`${move}.verb`)}
        danger={move === 'withdraw'}
        busy={act.isPending}
        onConfirm={() =>
          act.mutate(
            { number: announcement.number, version: announcement.version },
            {
              onError: (error) => {
                setAsking(false);
                toastProblem(error, t(`${move}.failed`));
              },
            },
          )
        }
        onClose={() => setAsking(false)}
      >
        {t(`${move}.hint`)}
      </Confirm>
    </>
  );
}
