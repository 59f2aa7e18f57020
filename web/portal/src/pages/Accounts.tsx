import { QueryView, Skeleton, Tag, useTitle } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useAccounts } from '../data/company';
import { useMe } from '../data/me';
import { CompanyPage } from '../parts/CompanyPage';
import styles from '../parts/company.module.css';

/** The people of the company who may sign in, with what each may do. */
export function Accounts() {
  const { t } = useTranslation('portal');
  const accounts = useAccounts();
  const me = useMe();
  useTitle(t('mine.accounts'));
  return (
    <CompanyPage title={t('mine.accounts')}>
      <QueryView query={accounts} skeleton={<Skeleton rows={3} height={64} />}>
        {(items) => (
          <ul className={styles.rows}>
            {items.map((account) => (
              <li key={account.id}>
                <div>
                  <p>
                    <b>{account.name}</b>
                    {account.id === me.data?.account.id && <Tag>{t('company.you')}</Tag>}
                    {account.state === 'disabled' && <Tag>{t('company.disabled')}</Tag>}
                  </p>
                  <p className={styles.faint}>{account.username}</p>
                </div>
                <span>{t(`company.role.${account.role}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <p className={styles.faint}>{t('company.accountsHint')}</p>
    </CompanyPage>
  );
}
