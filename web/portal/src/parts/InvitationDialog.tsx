import type { InvitedAccount } from '@qudao/shared/api';
import { Button, Dialog, Notice, toast, When } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './accounts.module.css';

/** The link of an invitation, to be copied and handed over. It is shown here once. */
export function InvitationDialog({ invited, onClose }: { invited: InvitedAccount; onClose: () => void }) {
  const { t } = useTranslation('portal');
  const link = invited.path === undefined ? undefined : window.location.origin + invited.path;
  const copy = () => {
    if (link) {
      void navigator.clipboard.writeText(link).then(() => toast(t('accounts.copied')));
    }
  };
  return (
    <Dialog
      open
      title={t('accounts.invitedTitle', { name: invited.account.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('accounts.done')}</Button>
          {link && (
            <Button kind="primary" onClick={copy}>
              {t('accounts.copy')}
            </Button>
          )}
        </>
      }
    >
      {link ? (
        <div className={styles.invitation}>
          <p>{t('accounts.linkHint', { name: invited.account.name })}</p>
          <p className={styles.link}>{link}</p>
          {invited.expires_at && (
            <p className={styles.faint}>
              {t('accounts.expires')} <When at={invited.expires_at} />
            </p>
          )}
        </div>
      ) : (
        <Notice>{t('accounts.linkGone')}</Notice>
      )}
    </Dialog>
  );
}
