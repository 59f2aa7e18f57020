import { DocumentPage, QueryView, Section, Skeleton, Tag, When } from '@qudao/shared/kit';
import { Paragraphs } from '@qudao/shared/notification';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement, useSee } from '../data/messages';

/** One announcement, to be read. Opening it is having seen it. */
export function Announcement() {
  const { t } = useTranslation(['portal', 'kit']);
  const { number = '' } = useParams({ strict: false }) as { number?: string };
  const query = useAnnouncement(number);
  const { mutate: see } = useSee().announcement;
  const unseen = query.data?.seen === false;
  useEffect(() => {
    if (unseen) {
      see(number);
    }
  }, [unseen, number, see]);
  return (
    <QueryView query={query} skeleton={<Skeleton rows={8} />}>
      {({ title, body, pinned, at }) => (
        <DocumentPage
          back={{ to: '/messages', label: t('announcements.messages') }}
          title={title}
          state={pinned && <Tag tone="moving">{t('kit:message.pinned')}</Tag>}
          meta={<When at={at} />}
        >
          <Section>
            <Paragraphs body={body} />
          </Section>
        </DocumentPage>
      )}
    </QueryView>
  );
}
