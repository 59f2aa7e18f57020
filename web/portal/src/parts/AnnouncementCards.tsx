import { EmptyState, QueryView, Skeleton, Tag, When } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnnouncements } from '../data/messages';
import styles from './announcement.module.css';

/** Everything that is announced to the dealer now, the pinned first. */
export function AnnouncementCards() {
  const { t } = useTranslation(['portal', 'kit']);
  const query = useAnnouncements();
  return (
    <QueryView query={query} skeleton={<Skeleton rows={4} height={88} />}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState icon="megaphone" title={t('announcements.none')} hint={t('announcements.noneHint')} />
        ) : (
          <ul className={styles.cards}>
            {list.map((announcement) => (
              <li key={announcement.number}>
                <Link
                  to="/announcements/$number"
                  params={{ number: announcement.number } as never}
                  data-unseen={!announcement.seen || undefined}
                >
                  <b>
                    <span>{announcement.title}</span>
                    {announcement.pinned && <Tag tone="moving">{t('kit:message.pinned')}</Tag>}
                    {!announcement.seen && <Tag tone="waiting">{t('kit:message.unseen')}</Tag>}
                  </b>
                  <p>{announcement.body}</p>
                  <small>
                    <When at={announcement.at} />
                  </small>
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}
