import type { CompanyAccount } from '@qudao/shared/api';
import { Button, Tag } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useAddresses } from '../data/orders';
import styles from './accounts.module.css';
import { MonthBar } from './MonthBar';
import { useRules } from './useRules';

/** One person of the company: roles, limits in words, what is used of the month, and what can be done. */
export function AccountRow(props: {
  account: CompanyAccount;
  you: boolean;
  onEdit?: () => void;
  onBlock?: () => void;
  onRemove?: () => void;
  onInvite?: () => void;
}) {
  const { t } = useTranslation('portal');
  const { account } = props;
  const addresses = useAddresses();
  const rules = useRules(account.limits, addresses.data ?? []);
  const month = account.limits?.per_month;
  return (
    <li className={account.state === 'disabled' ? styles.blocked : ''}>
      <div className={styles.person}>
        <p className={styles.name}>
          <b>{account.name}</b>
          <span className={styles.faint}>{account.username}</span>
          {props.you && <Tag>{t('company.you')}</Tag>}
          {account.state === 'disabled' && <Tag tone="alarm">{t('company.disabled')}</Tag>}
          {account.state === 'invited' && <Tag tone="waiting">{t('accounts.invited')}</Tag>}
        </p>
        <p className={styles.roles}>
          {account.roles.map((role) => t(`company.role.${role}`)).join(t('accounts.and'))}
        </p>
        {rules.length > 0 && (
          <ul className={styles.rules} aria-label={t('accounts.limits')}>
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        )}
        {month !== undefined && account.used !== undefined && <MonthBar used={account.used} limit={month} />}
      </div>
      {props.onEdit && (
        <div className={styles.acts}>
          {account.state === 'invited' ? (
            <Button kind="quiet" {...(props.onInvite && { onClick: props.onInvite })}>
              {t('accounts.inviteAgain')}
            </Button>
          ) : (
            <Button kind="quiet" {...(props.onBlock && { onClick: props.onBlock })}>
              {t(account.state === 'disabled' ? 'accounts.unblock' : 'accounts.block')}
            </Button>
          )}
          <Button kind="quiet" onClick={props.onEdit}>
            {t('company.edit')}
          </Button>
          <Button kind="quiet" {...(props.onRemove && { onClick: props.onRemove })}>
            {t('accounts.remove')}
          </Button>
        </div>
      )}
    </li>
  );
}
