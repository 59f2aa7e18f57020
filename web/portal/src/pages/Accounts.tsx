import type { CompanyAccount, InvitedAccount } from '@qudao/shared/api';
import { Button, Confirm, QueryView, Skeleton, toast, toastProblem, useTitle } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountChanges, useMay } from '../data/accounts';
import { useAccounts } from '../data/company';
import { useMe } from '../data/me';
import { AccountRow } from '../parts/AccountRow';
import styles from '../parts/accounts.module.css';
import { CompanyPage } from '../parts/CompanyPage';
import { Deeds } from '../parts/Deeds';
import { InvitationDialog } from '../parts/InvitationDialog';
import { PersonDialog } from '../parts/PersonDialog';

/** The people of the company: what each may do, within which limits, and who did what. */
export function Accounts() {
  const { t } = useTranslation('portal');
  const accounts = useAccounts();
  const me = useMe();
  const master = useMay('account.edit');
  const [editing, setEditing] = useState<CompanyAccount | 'new'>();
  const [invited, setInvited] = useState<InvitedAccount>();
  const [asked, setAsked] = useState<{ act: 'block' | 'remove'; account: CompanyAccount }>();
  const { inviteAgain, block, remove } = useAccountChanges();
  useTitle(t('mine.accounts'));
  const failed = (error: unknown) => toastProblem(error, t('order.notDone'));
  const confirm = () => {
    if (asked) {
      const act = asked.act === 'block' ? block : remove;
      act.mutate(asked.account, { onSuccess: () => setAsked(undefined), onError: failed });
    }
  };
  return (
    <CompanyPage
      title={t('mine.accounts')}
      action={
        master && (
          <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
            {t('accounts.invite')}
          </Button>
        )
      }
    >
      <QueryView query={accounts} skeleton={<Skeleton rows={3} height={96} />}>
        {(items) => (
          <ul className={styles.people}>
            {items.map((account) => (
              <AccountRow
                key={account.id}
                account={
                  !master && account.id === me.data?.account.id && me.data.limits
                    ? { ...account, limits: me.data.limits }
                    : account
                }
                you={account.id === me.data?.account.id}
                {...(master &&
                  account.role !== 'master' && {
                    onEdit: () => setEditing(account),
                    onBlock: () =>
                      account.state === 'disabled'
                        ? block.mutate(account, {
                            onSuccess: () => toast(t('accounts.unblocked', { name: account.name })),
                            onError: failed,
                          })
                        : setAsked({ act: 'block', account }),
                    onRemove: () => setAsked({ act: 'remove', account }),
                    onInvite: () => inviteAgain.mutate(account, { onSuccess: setInvited, onError: failed }),
                  })}
              />
            ))}
          </ul>
        )}
      </QueryView>
      {master ? (
        <Deeds people={accounts.data ?? []} />
      ) : (
        <p className={styles.faint}>{t('accounts.askMaster')}</p>
      )}
      {editing && (
        <PersonDialog
          account={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onInvited={setInvited}
        />
      )}
      {invited && <InvitationDialog invited={invited} onClose={() => setInvited(undefined)} />}
      <Confirm
        open={asked !== undefined}
        title={t(asked?.act === 'remove' ? 'accounts.removeTitle' : 'accounts.blockTitle', {
          name: asked?.account.name ?? '',
        })}
        verb={t(asked?.act === 'remove' ? 'accounts.remove' : 'accounts.block')}
        danger
        busy={block.isPending || remove.isPending}
        onClose={() => setAsked(undefined)}
        onConfirm={confirm}
      >
        <p>{t(asked?.act === 'remove' ? 'accounts.removeHint' : 'accounts.blockHint')}</p>
      </Confirm>
    </CompanyPage>
  );
}
