import type { Address } from '@qudao/shared/api';
import {
  Button,
  Confirm,
  EmptyState,
  QueryView,
  Skeleton,
  Tag,
  toastProblem,
  useTitle,
} from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressChanges } from '../data/company';
import { useAddresses } from '../data/orders';
import { AddressDialog } from '../parts/AddressDialog';
import { CompanyPage } from '../parts/CompanyPage';
import styles from '../parts/company.module.css';

/** Where goods go: the company's addresses, the default first. */
export function Addresses() {
  const { t } = useTranslation('portal');
  const addresses = useAddresses();
  const [editing, setEditing] = useState<Address | 'new'>();
  const [removing, setRemoving] = useState<Address>();
  const { remove } = useAddressChanges();
  useTitle(t('mine.addresses'));
  const fresh = (
    <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
      {t('company.addressNew')}
    </Button>
  );
  return (
    <CompanyPage title={t('mine.addresses')} action={(addresses.data?.length ?? 0) > 0 && fresh}>
      <QueryView query={addresses} skeleton={<Skeleton rows={3} height={84} />}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState
              icon="pin"
              title={t('company.addressNone')}
              hint={t('company.addressNoneHint')}
              action={fresh}
            />
          ) : (
            <ul className={`${styles.rows} ${styles.address}`}>
              {items.map((address) => (
                <li key={address.id}>
                  <div>
                    <p>
                      <b>{address.name}</b>
                      <span>{address.phone}</span>
                      {address.default && <Tag>{t('company.default')}</Tag>}
                    </p>
                    <p className={styles.place}>
                      {address.region.name} {address.detail}
                    </p>
                  </div>
                  <div className={styles.acts}>
                    <Button kind="quiet" onClick={() => setEditing(address)}>
                      {t('company.edit')}
                    </Button>
                    <Button kind="quiet" onClick={() => setRemoving(address)}>
                      {t('company.remove')}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {editing && (
        <AddressDialog
          address={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      <Confirm
        open={removing !== undefined}
        title={t('company.removeTitle')}
        verb={t('company.remove')}
        danger
        busy={remove.isPending}
        onClose={() => setRemoving(undefined)}
        onConfirm={() =>
          removing &&
          remove.mutate(removing.id, {
            onSuccess: () => setRemoving(undefined),
            onError: (error) => toastProblem(error, t('order.notDone')),
          })
        }
      >
        <p>
          {removing?.region.name} {removing?.detail}
        </p>
        <p className={styles.faint}>{t('company.removeHint')}</p>
      </Confirm>
    </CompanyPage>
  );
}
