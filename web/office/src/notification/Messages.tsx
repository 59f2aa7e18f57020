import { useUrlState } from '@qudao/shared/kit';
import { MessagesPage } from '@qudao/shared/notification';
import { useTranslation } from 'react-i18next';
import { useMessages, useSee, useUnseen } from './data';

/** Where the server stops counting. */
const mostCounted = 100;

/** What waits for the person, and what became of what it started. */
export function Messages() {
  const { t } = useTranslation('notification');
  const url = useUrlState();
  const tab = url.text('tab');
  const list = useMessages(tab === 'unseen');
  const unseen = useUnseen();
  const see = useSee();
  const reviews = unseen.data?.reviews ?? 0;
  return (
    <MessagesPage
      list={list}
      unseen={unseen.data?.messages}
      tab={tab}
      onTab={(next) => url.set({ tab: next || undefined })}
      hint={t('messages.hint')}
      {...(reviews > 0 && {
        waiting: {
          text: t(reviews < mostCounted ? 'messages.reviews' : 'messages.manyReviews', { count: reviews }),
          since: unseen.data?.reviews_since,
          to: '/orders',
          search: { state: 'in_review' },
        },
      })}
      addressOf={({ link }) => (link?.kind === 'order' ? `/orders/${link.id}` : link && `/runs/${link.id}`)}
      onSeen={(message) => see.message.mutate(message.id)}
      onSeenAll={() => see.all.mutate()}
      allSeen={unseen.data?.messages === 0}
      busy={see.all.isPending}
    />
  );
}
