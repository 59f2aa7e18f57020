import { useUrlState } from '@qudao/shared/kit';
import { MessagesPage } from '@qudao/shared/notification';
import { useTranslation } from 'react-i18next';
import { useMessages, useSee, useUnseen } from '../data/messages';
import { AnnouncementCards } from '../parts/AnnouncementCards';

/** What became of the dealer's orders, and what the brand announces. */
export function Messages() {
  const { t } = useTranslation('portal');
  const url = useUrlState();
  const tab = url.text('tab');
  const list = useMessages(tab === 'unseen');
  const unseen = useUnseen();
  const see = useSee();
  return (
    <MessagesPage
      list={list}
      unseen={unseen.data?.messages}
      tab={tab}
      onTab={(next) => url.set({ tab: next || undefined })}
      more={[
        {
          value: 'announcements',
          label: t('announcements.title'),
          count: unseen.data?.announcements,
        },
      ]}
      other={tab === 'announcements' ? <AnnouncementCards /> : undefined}
      hint={t('announcements.messagesHint')}
      addressOf={(message) => (message.link?.kind === 'order' ? `/orders/${message.link.id}` : undefined)}
      onSeen={(message) => see.message.mutate(message.id)}
      onSeenAll={() => see.all.mutate()}
      allSeen={unseen.data?.messages === 0 && unseen.data.announcements === 0}
      busy={see.all.isPending}
    />
  );
}
