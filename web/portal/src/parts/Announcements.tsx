import { Icon, SkeletonBlock, Tag } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnnouncements } from '../data/messages';
import styles from './announcement.module.css';

/**
 * The announcement that matters most, in one line: the newest not seen, else the pinned, else the newest. The
 * place is kept while it is read, so that nothing below it jumps; without one there is no line.
 */
export function Announcements() {
  const { t } = useTranslation(['portal', 'kit']);
  const query = useAnnouncements();
  if (query.isPending) {
    return <SkeletonBlock height={48} />;
  }
  const list = query.data ?? [];
  const first = list.find((announcement) => !announcement.seen) ?? list[0];
  if (!first) {
    return null;
  }
  return (
    <section className={styles.line} aria-label={t('announcements.title')}>
      <Link
        to="/announcements/$number"
        params={{ number: first.number } as never}
        className={styles.first ?? ''}
      >
        <Icon name="megaphone" />
        {!first.seen && <Tag tone="waiting">{t('kit:message.unseen')}</Tag>}
        <b>{first.title}</b>
        <span>{first.body}</span>
      </Link>
      {list.length > 1 && (
        <Link to="/messages" search={{ tab: 'announcements' } as never} className={styles.all ?? ''}>
          {t('announcements.all', { count: list.length })}
          <Icon name="chevronRight" size={16} />
        </Link>
      )}
    </section>
  );
}
