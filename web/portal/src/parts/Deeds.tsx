import type { CompanyAccount } from '@qudao/shared/api';
import { Button, Section, SelectInput, SkeletonBlock, When } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeeds } from '../data/accounts';
import styles from './accounts.module.css';

/** Who of the company did what, of everybody or of one person. */
export function Deeds({ people }: { people: CompanyAccount[] }) {
  const { t } = useTranslation('portal');
  const [account, setAccount] = useState('');
  const list = useDeeds(account, true);
  return (
    <Section title={t('accounts.deeds')}>
      <div className={styles.deedsHead}>
        <p className={styles.faint}>{t('accounts.deedsHint')}</p>
        <SelectInput
          aria-label={t('accounts.whose')}
          value={account}
          onChange={(event) => setAccount(event.target.value)}
        >
          <option value="">{t('accounts.everybody')}</option>
          {people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectInput>
      </div>
      {list.loading ? (
        <SkeletonBlock height={120} />
      ) : list.rows.length === 0 ? (
        <p className={styles.faint}>{t('accounts.noDeeds')}</p>
      ) : (
        <ol className={styles.deeds}>
          {list.rows.map((deed) => (
            <li key={`${deed.at}${deed.deed}${deed.number ?? deed.whom ?? ''}`}>
              <span className={styles.faint}>
                <When at={deed.at} />
              </span>
              <span>
                <b>{deed.who}</b> {t(`accounts.deed.${deed.deed}`, { whom: deed.whom ?? '' })}{' '}
                {deed.number && <Link to={`/orders/${deed.number}` as never}>{deed.number}</Link>}
              </span>
            </li>
          ))}
        </ol>
      )}
      {list.more && (
        <Button kind="quiet" busy={list.loadingMore} onClick={list.loadMore}>
          {t('accounts.showMore')}
        </Button>
      )}
    </Section>
  );
}
