import type { Announcement } from '@qudao/shared/api';
import { sayList } from '@qudao/shared/i18n';
import { ButtonLink, type Column, ListPage, Tag, useUrlState, When } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { Card, Line } from '../kit/Cells';
import { useMay } from '../me';
import { Validity } from '../pricing/Validity';
import { useWords } from '../words';
import { useAnnouncements } from './data';
import { NowTag } from './now';

const states = ['draft', 'published', 'withdrawn'] as const;

/** Every announcement, for whom it is and whether it is shown now. */
export function Announcements() {
  const { t } = useTranslation('notification');
  const { t: k } = useTranslation('kit');
  const w = useWords();
  const url = useUrlState();
  const q = url.text('q');
  const state = states.find((one) => one === url.text('state')) ?? '';
  const list = useAnnouncements({ q, state });
  const create = useMay('announcement.edit') && (
    <ButtonLink to="/announcements/new" kind="primary" icon="plus">
      {t('announcements.create')}
    </ButtonLink>
  );
  const columns: Column<Announcement>[] = [
    {
      key: 'title',
      title: t('word.title'),
      cut: true,
      render: (one) => (
        <>
          {one.title} {one.pinned && <Tag tone="moving">{k('message.pinned')}</Tag>}
        </>
      ),
    },
    { key: 'for', title: t('word.for'), width: 240, render: (one) => <For announcement={one} /> },
    { key: 'period', title: t('word.period'), width: 208, wideOnly: true, render: period },
    {
      key: 'by',
      title: t('word.by'),
      width: 96,
      wideOnly: true,
      render: (one) => one.created_by,
    },
    {
      key: 'updated',
      title: w('word.updated'),
      width: 132,
      render: (one) => <When at={one.updated_at} />,
    },
    { key: 'state', title: w('word.state'), width: 96, render: (one) => <NowTag announcement={one} /> },
  ];
  return (
    <ListPage
      title={t('announcements.title')}
      list={list}
      dense
      tabs={[
        { value: '', label: k('list.all') },
        ...states.map((one) => ({ value: one, label: t(`state.${one}`) })),
      ]}
      tab={state}
      onTab={(one) => url.set({ state: one || undefined })}
      search={{
        value: q,
        placeholder: t('announcements.search'),
        onSearch: (text) => url.set({ q: text || undefined }),
      }}
      narrowed={q !== '' || state !== ''}
      onClear={() => url.set({ q: undefined, state: undefined })}
      actions={create}
      columns={columns}
      rowKey={(one) => one.number}
      rowTo={(one) => `/announcements/${one.number}`}
      card={(one) => (
        <Card
          to={`/announcements/${one.number}`}
          title={one.title}
          state={<NowTag announcement={one} />}
          lines={[<For key="for" announcement={one} />]}
          foot={[period(one), <When key="at" at={one.updated_at} />]}
        />
      )}
      empty={{ title: t('announcements.none'), hint: t('announcements.noneHint'), action: create }}
    />
  );
}

function period({ since, until }: Announcement) {
  return (
    <Validity list={{ ...(since ? { valid_from: since } : {}), ...(until ? { valid_to: until } : {}) }} />
  );
}

function For({ announcement }: { announcement: Announcement }) {
  const { t } = useTranslation('notification');
  if (announcement.everybody) {
    return t('for.everybody');
  }
  const names = sayList(announcement.audiences.map((audience) => audience.name));
  return names ? <Line most={240}>{names}</Line> : <Tag tone="waiting">{t('for.nobody')}</Tag>;
}
