import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Message } from '../api';
import { useKitText } from '../i18n';
import {
  Button,
  type CursorList,
  EmptyState,
  ErrorState,
  Icon,
  type IconName,
  Skeleton,
  type Tab,
  Tabs,
  useTitle,
  When,
} from '../kit';
import styles from './notification.module.css';

const icons: Record<Message['kind'], IconName> = {
  order_accepted: 'check',
  order_rejected: 'close',
  order_expired: 'clock',
  order_cancelled: 'close',
  order_shipped: 'truck',
  order_partly_shipped: 'truck',
  comment_from_brand: 'chat',
  comment_from_dealer: 'chat',
  import_done: 'upload',
  import_partly: 'warn',
  import_failed: 'warn',
};

/**
 * A person's messages, the latest first: all, those not seen yet, and what the app adds as further tabs, whose
 * content then stands in place of the messages (`other`).
 */
export function MessagesPage(props: {
  list: CursorList<Message>;
  /** How many messages were not seen yet. */
  unseen: number | undefined;
  tab: string;
  onTab: (tab: string) => void;
  more?: Tab[];
  other?: ReactNode;
  hint: string;
  /** What waits for the person beside its messages, and since when. */
  waiting?: { text: string; since: string | undefined; to: string; search: Record<string, string> };
  /** The address of what a message is about. */
  addressOf: (message: Message) => string | undefined;
  onSeen: (message: Message) => void;
  onSeenAll: () => void;
  allSeen: boolean;
  busy: boolean;
}) {
  const t = useKitText();
  useTitle(t('message.title'));
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('message.title')}</h1>
        <Button icon="check" busy={props.busy} disabled={props.allSeen} onClick={props.onSeenAll}>
          {t('message.seeAll')}
        </Button>
      </header>
      <Tabs
        tabs={[
          { value: '', label: t('list.all') },
          { value: 'unseen', label: t('message.unseen'), count: props.unseen },
          ...(props.more ?? []),
        ]}
        value={props.tab}
        onChange={props.onTab}
      />
      {props.waiting && <Waiting {...props.waiting} />}
      {props.other ?? <Rows {...props} />}
    </div>
  );
}

function Waiting({ text, since, to, search }: NonNullable<Parameters<typeof MessagesPage>[0]['waiting']>) {
  return (
    <div className={styles.rows}>
      <Link to={to} search={search as never} className={styles.row ?? ''}>
        <span className={styles.icon}>
          <Icon name="orders" />
        </span>
        <span className={styles.words}>
          <b>{text}</b>
        </span>
        <small>{since && <When at={since} />}</small>
      </Link>
    </div>
  );
}

function Rows(props: Parameters<typeof MessagesPage>[0]) {
  const t = useKitText();
  const { list } = props;
  if (list.loading) {
    return <Skeleton rows={6} height={64} />;
  }
  if (list.error && list.rows.length === 0) {
    return <ErrorState error={list.error} onRetry={list.retry} />;
  }
  if (list.rows.length === 0) {
    return props.tab === 'unseen' ? (
      <EmptyState icon="check" title={t('message.noneUnseen')} hint={t('message.noneUnseenHint')} />
    ) : (
      <EmptyState icon="bell" title={t('message.none')} hint={props.hint} />
    );
  }
  return (
    <>
      <ul className={styles.rows} aria-busy={list.stale || undefined}>
        {list.rows.map((message) => (
          <li key={message.id} data-unseen={!message.seen || undefined}>
            <Row message={message} to={props.addressOf(message)} onSeen={() => props.onSeen(message)} />
          </li>
        ))}
      </ul>
      <footer className={styles.foot}>
        {list.more ? (
          <Button busy={list.loadingMore} onClick={list.loadMore}>
            {t('action.loadMore')}
          </Button>
        ) : (
          <small>{t('message.kept')}</small>
        )}
      </footer>
    </>
  );
}

function Row(props: { message: Message; to: string | undefined; onSeen: () => void }) {
  const t = useKitText();
  const { message } = props;
  const inside = (
    <>
      <span className={styles.icon} data-kind={message.kind}>
        <Icon name={icons[message.kind] ?? 'bell'} />
      </span>
      <span className={styles.words}>
        <b>
          {message.title}
          {!message.seen && <i>{t('message.unseen')}</i>}
        </b>
        <span>{message.text}</span>
      </span>
      <small>
        <When at={message.at} />
      </small>
    </>
  );
  const see = () => {
    if (!message.seen) {
      props.onSeen();
    }
  };
  return props.to ? (
    <Link to={props.to} className={styles.row ?? ''} onClick={see}>
      {inside}
    </Link>
  ) : (
    <button type="button" className={styles.row} onClick={see}>
      {inside}
    </button>
  );
}
