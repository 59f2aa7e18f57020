import { DocumentPage, QueryView, Section, Skeleton } from '@qudao/shared/kit';
import { AnnouncementText } from '@qudao/shared/notification';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncement, useSee } from '../data/messages';

/** One announcement, to be read. Opening it is having seen it. */
export function Announcement() {
  const { t } = useTranslation('portal');
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
      {(announcement) => (
        <DocumentPage
          back={{ to: '/messages', label: t('announcements.messages') }}
          title={t('announcements.one')}
        >
          <Section>
            <AnnouncementText {...announcement} />
          </Section>
        </DocumentPage>
      )}
    </QueryView>
  );
}
