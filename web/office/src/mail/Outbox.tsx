import { api, body, type Letter } from '@qudao/shared/api';
import { EmptyState, Icon, QueryView, Section, Skeleton, When } from '@qudao/shared/kit';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../kit/Page';
import styles from './Outbox.module.css';

/** The letters of an installation without a mail server, so that their links can be opened all the same. */
export function Outbox() {
  const { t } = useTranslation('office');
  const letters = useQuery({
    queryKey: ['outbox'],
    queryFn: async () => (await body(api.GET('/api/office/outbox'))).items,
    refetchInterval: 5_000,
  });
  return (
    <Page title={t('outbox.title')} hint={t('outbox.hint')}>
      <QueryView query={letters} skeleton={<Skeleton rows={3} height={72} />}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon="mail" title={t('outbox.none')} hint={t('outbox.noneHint')} />
          ) : (
            <Section>
              <ul className={styles.letters}>
                {items.map((letter) => (
                  <Entry key={letter.id} letter={letter} />
                ))}
              </ul>
            </Section>
          )
        }
      </QueryView>
    </Page>
  );
}

/** One letter: its subject, and its text where it is opened. */
function Entry({ letter }: { letter: Letter }) {
  return (
    <li>
      <details>
        <summary>
          <span className={styles.icon}>
            <Icon name="mail" size={18} />
          </span>
          <span className={styles.subject}>{letter.subject}</span>
          <span className={styles.to}>{letter.to}</span>
          <span className={styles.at}>
            <When at={letter.at} />
          </span>
        </summary>
        <div className={styles.text}>
          {letter.text
            .trim()
            .split(/(https?:\/\/\S+)/)
            .map((part) =>
              part.startsWith('http') ? (
                <a key={part} href={part} target="_blank" rel="noopener noreferrer">
                  {part}
                </a>
              ) : (
                part
              ),
            )}
        </div>
      </details>
    </li>
  );
}
