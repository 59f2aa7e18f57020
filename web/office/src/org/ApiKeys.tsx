import type { ApiKey } from '@qudao/shared/api';
import { sayList } from '@qudao/shared/i18n';
import { Button, type Column, Confirm, ListPage, Tag, When } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Stacked, Tags } from '../kit/Cells';
import { ProblemNotice } from '../kit/ProblemNotice';
import { useWholeList } from '../kit/whole';
import { useWords } from '../words';
import { ApiKeyForm } from './ApiKeyForm';
import { useApiKeys, useRevokeApiKey } from './data';

export const scopes = [
  'product.edit',
  'price.edit',
  'stock.edit',
  'stock.read',
  'order.read',
  'order.review',
  'order.ship',
] as const;

export function useScopeName(): (scope: string) => string {
  const { t, i18n } = useTranslation('org');
  return (scope) => {
    const key = `scope.${scope.replace('.', '_')}`;
    return i18n.exists(key, { ns: 'org' }) ? t(key as 'scope.order_read') : scope;
  };
}

type KeyState = 'revoked' | 'expired' | 'active';

function stateOf(key: ApiKey): KeyState {
  if (key.revoked_at) {
    return 'revoked';
  }
  return key.expires_at && new Date(key.expires_at) < new Date() ? 'expired' : 'active';
}

/** The keys with which programs come in, and what each of them may do. */
export function ApiKeys() {
  const { t } = useTranslation('org');
  const w = useWords();
  const scopeName = useScopeName();
  const [creating, setCreating] = useState(false);
  const [revoked, setRevoked] = useState<ApiKey>();
  const revoke = useRevokeApiKey(t('keys.revoked'), () => setRevoked(undefined));
  const { list, count } = useWholeList(useApiKeys(), '', (key) => [key.name]);
  const create = (
    <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
      {t('keys.create')}
    </Button>
  );
  const state = (key: ApiKey) => (
    <Tag tone={stateOf(key) === 'active' ? 'done' : 'idle'}>{t(`keyState.${stateOf(key)}`)}</Tag>
  );
  const columns: Column<ApiKey>[] = [
    {
      key: 'name',
      title: w('word.name'),
      width: 220,
      render: (key) => <Stacked main={key.name} sub={`${key.prefix}…`} />,
    },
    { key: 'scopes', title: t('keys.scopes'), render: (key) => <Tags words={key.scopes.map(scopeName)} /> },
    {
      key: 'expires',
      title: t('keys.expires'),
      width: 132,
      wideOnly: true,
      render: (key) => (key.expires_at ? <When at={key.expires_at} /> : t('keys.never')),
    },
    {
      key: 'used',
      title: t('keys.used'),
      width: 132,
      wideOnly: true,
      render: (key) => (key.used_at ? <When at={key.used_at} /> : t('keys.unused')),
    },
    { key: 'state', title: w('word.state'), width: 88, render: state },
    {
      key: 'act',
      title: '',
      align: 'right',
      width: 80,
      render: (key) =>
        stateOf(key) !== 'revoked' && (
          <Button size="small" kind="quiet" onClick={() => setRevoked(key)}>
            {t('keys.revoke')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <ListPage
        keep="api-keys"
        title={t('keys.title')}
        count={count}
        list={list}
        actions={create}
        columns={columns}
        rowKey={(key) => key.id}
        card={(key) => (
          <Card
            title={key.name}
            state={state(key)}
            lines={[sayList(key.scopes.map(scopeName))]}
            foot={[
              `${key.prefix}…`,
              stateOf(key) !== 'revoked' && (
                <Button key="revoke" size="small" onClick={() => setRevoked(key)}>
                  {t('keys.revoke')}
                </Button>
              ),
            ]}
          />
        )}
        empty={{ title: t('keys.none'), hint: t('keys.noneHint'), action: create }}
      />
      <ApiKeyForm open={creating} onClose={() => setCreating(false)} />
      <Confirm
        open={revoked !== undefined}
        title={t('keys.revokeTitle', { name: revoked?.name ?? '' })}
        verb={t('keys.revoke')}
        danger
        busy={revoke.isPending}
        onConfirm={() => revoked && revoke.mutate(revoked.id)}
        onClose={() => {
          revoke.reset();
          setRevoked(undefined);
        }}
      >
        {revoke.error ? <ProblemNotice error={revoke.error} /> : t('keys.revokeHint')}
      </Confirm>
    </>
  );
}
