import type { Dealer as DealerDocument } from '@qudao/shared/api';
import { Button, DataTable, DocumentPage, EmptyState, QueryView, Section, Tag } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { Stacked } from '../kit/Cells';
import { useMay } from '../me';
import { RecentOrders } from '../order/RecentOrders';
import { DealerHistory } from '../report/DealerHistory';
import { useWords } from '../words';
import { AccountForm } from './AccountForm';
import { DealerFacts, Person } from './DealerFacts';
import { DealerForm } from './DealerForm';
import { DealerTag } from './DealerTag';
import { useDealer, useEditDealer } from './data';
import styles from './dealer.module.css';
import { PriceListsOf } from './PriceListsOf';
import { RepHistory } from './RepHistory';

/** One dealer: its facts, who signs in for it, where goods go, and which audiences it is in, and why. */
export function DealerPage() {
  const query = useDealer(usePart('code'));
  return <QueryView query={query}>{(dealer) => <Dealer dealer={dealer} />}</QueryView>;
}

function Dealer({ dealer }: { dealer: DealerDocument }) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const mayEdit = useMay('dealer.edit');
  const maySeeOrders = useMay('order.read');
  const maySeePrices = useMay('price.read');
  const [open, setOpen] = useState<'edit' | 'account'>();
  const close = () => setOpen(undefined);
  const edit = useEditDealer(dealer.code, w('said.saved'), close);
  return (
    <>
      <DocumentPage
        back={{ to: '/dealers', label: t('dealers.title') }}
        title={dealer.name}
        state={<DealerTag state={dealer.state} />}
        printable
        meta={
          <>
            <span>{dealer.code}</span>
            <span>{dealer.level.name}</span>
            <span>{dealer.region.name}</span>
          </>
        }
        primary={
          mayEdit && (
            <Button kind="primary" onClick={() => setOpen('edit')}>
              {w('verb.edit')}
            </Button>
          )
        }
        aside={
          <>
            <Audiences dealer={dealer} />
            <RepHistory dealer={dealer.code} />
            {maySeePrices && <PriceListsOf dealer={dealer} />}
          </>
        }
      >
        <DealerFacts dealer={dealer} />
        {maySeeOrders && <DealerHistory code={dealer.code} />}
        {maySeeOrders && <RecentOrders dealer={dealer.code} />}
        <Accounts dealer={dealer} onCreate={mayEdit ? () => setOpen('account') : undefined} />
        <Addresses dealer={dealer} />
      </DocumentPage>
      <DealerForm
        open={open === 'edit'}
        title={t('dealer.edit')}
        dealer={dealer}
        busy={edit.isPending}
        error={edit.error}
        onClose={() => {
          edit.reset();
          close();
        }}
        onSubmit={edit.mutate}
      />
      <AccountForm dealer={dealer} open={open === 'account'} onClose={close} />
    </>
  );
}

function Audiences({ dealer }: { dealer: DealerDocument }) {
  const { t } = useTranslation('dealer');
  const mayOpen = useMay('audience.read');
  return (
    <Section title={t('dealer.audiences', { count: dealer.audiences.length })}>
      {dealer.audiences.length === 0 ? (
        <p className={styles.faint}>{t('dealer.noAudience')}</p>
      ) : (
        <ul className={styles.because}>
          {dealer.audiences.map((audience) => (
            <li key={audience.code}>
              <Stacked
                main={
                  mayOpen ? <Link to={`/audiences/${audience.code}`}>{audience.name}</Link> : audience.name
                }
                sub={audience.because}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Accounts({ dealer, onCreate }: { dealer: DealerDocument; onCreate: (() => void) | undefined }) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const create = onCreate && (
    <Button size="small" icon="plus" onClick={onCreate}>
      {t('account.create')}
    </Button>
  );
  return (
    <Section title={t('dealer.accounts')} extra={dealer.accounts.length > 0 && create} flush>
      {dealer.accounts.length === 0 ? (
        <EmptyState icon="person" title={t('account.none')} hint={t('account.noneHint')} action={create} />
      ) : (
        <DataTable
          dense
          rows={dealer.accounts}
          rowKey={(account) => account.id}
          columns={[
            { key: 'name', title: w('word.name'), render: (a) => a.name },
            { key: 'username', title: w('word.username'), render: (a) => a.username },
            {
              key: 'role',
              title: t('account.role'),
              render: (a) => a.roles.map((role) => t(`role.${role}` as 'role.master')).join(' · '),
            },
            {
              key: 'state',
              title: w('word.state'),
              render: (a) => (
                <Tag tone={a.state === 'active' ? 'done' : 'idle'}>
                  {t(`accountState.${a.state}` as 'accountState.active')}
                </Tag>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Addresses({ dealer }: { dealer: DealerDocument }) {
  const { t } = useTranslation('dealer');
  if (dealer.addresses.length === 0) {
    return (
      <Section title={t('dealer.addresses')}>
        <p className={styles.faint}>{t('dealer.noAddress')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('dealer.addresses')}>
      <ul className={styles.because}>
        {dealer.addresses.map((address) => (
          <li key={address.id}>
            <p>
              <Person dealer={dealer} name={address.name} phone={address.phone} address={address.id} />{' '}
              {address.default && <Tag tone="moving">{t('dealer.default')}</Tag>}
            </p>
            <p className={styles.soft}>
              {address.region.name} {address.detail}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
