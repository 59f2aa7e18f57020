import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session } from '../api';
import { useKitText } from '../i18n';
import {
  Button,
  Confirm,
  Dialog,
  Field,
  Form,
  Icon,
  type IconName,
  PasswordInput,
  QueryView,
  Section,
  Skeleton,
  Tag,
  TextInput,
  toast,
  toastProblem,
  When,
} from '../kit';
import styles from './identity.module.css';

/** What an app asks its server over the own login. */
export interface SecurityCalls {
  read: () => Promise<{ email: string }>;
  changeEmail: (input: { email: string; password: string }) => Promise<unknown>;
  sessions: () => Promise<Session[]>;
  revoke: (id: string) => Promise<unknown>;
  revokeAll: (others: boolean) => Promise<unknown>;
}

/** Where letters to oneself go. */
export function EmailSection({ calls }: { calls: SecurityCalls }) {
  const t = useKitText();
  const security = useQuery({ queryKey: ['security'], queryFn: calls.read });
  const [editing, setEditing] = useState(false);
  return (
    <Section title={t('security.email')}>
      <QueryView query={security} skeleton={<Skeleton rows={1} height={36} />}>
        {({ email }) => (
          <>
            <div className={styles.line}>
              <div>
                <p>{email || t('security.noEmail')}</p>
                <p className={styles.faint}>{t('security.emailHint')}</p>
              </div>
              <Button onClick={() => setEditing(true)}>
                {t(email ? 'security.change' : 'security.add')}
              </Button>
            </div>
            {editing && <EmailDialog was={email} calls={calls} onClose={() => setEditing(false)} />}
          </>
        )}
      </QueryView>
    </Section>
  );
}

function EmailDialog(props: { was: string; calls: SecurityCalls; onClose: () => void }) {
  const t = useKitText();
  const client = useQueryClient();
  const [email, setEmail] = useState(props.was);
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: props.calls.changeEmail,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['security'] });
      toast(t('security.emailChanged'));
      props.onClose();
    },
  });
  return (
    <Dialog open title={t('security.email')} onClose={props.onClose}>
      <Form
        label={t('security.email')}
        error={change.error ?? undefined}
        onSubmit={() => change.mutate({ email: email.trim(), password })}
        footer={
          <Button type="submit" kind="primary" busy={change.isPending} disabled={!password}>
            {t('action.save')}
          </Button>
        }
      >
        <Field label={t('security.email')} path="email">
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="email"
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('security.ownPassword')} path="password" hint={t('security.ownPasswordHint')}>
          {(control) => (
            <PasswordInput
              control={control}
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
            />
          )}
        </Field>
      </Form>
    </Dialog>
  );
}

const icons: Record<Session['kind'], IconName> = {
  phone: 'phone',
  tablet: 'tablet',
  computer: 'screen',
  program: 'gear',
};

/** Where one is signed in. Any place can be ended, all others at once, and all. */
export function DevicesSection({ calls, onEnded }: { calls: SecurityCalls; onEnded: () => void }) {
  const t = useKitText();
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: calls.sessions });
  const [asking, setAsking] = useState<'others' | 'all'>();
  const refresh = () => client.invalidateQueries({ queryKey: ['sessions'] });
  const revoke = useMutation({
    mutationFn: calls.revoke,
    onSuccess: async () => {
      await refresh();
      toast(t('security.ended'));
    },
    onError: (error) => toastProblem(error, t('state.errorTitle')),
  });
  const revokeAll = useMutation({
    mutationFn: calls.revokeAll,
    onSuccess: async (_, others) => {
      setAsking(undefined);
      if (others) {
        await refresh();
        toast(t('security.othersEnded'));
      } else {
        onEnded();
      }
    },
    onError: (error) => toastProblem(error, t('state.errorTitle')),
  });
  return (
    <Section title={t('security.devices')}>
      <QueryView query={sessions} skeleton={<Skeleton rows={2} height={56} />}>
        {(items) => (
          <>
            <ul className={styles.devices}>
              {items.map((one) => (
                <li key={one.id}>
                  <span className={styles.deviceIcon}>
                    <Icon name={icons[one.kind]} size={20} />
                  </span>
                  <div>
                    <p className={styles.deviceName}>
                      {[one.browser, one.system].filter(Boolean).join(' · ') ||
                        t(`security.kind.${one.kind}`)}
                      {one.current && <Tag tone="done">{t('security.current')}</Tag>}
                    </p>
                    <p className={styles.faint}>
                      {one.address} · {t('security.seen')} <When at={one.seen_at} /> · {t('security.since')}{' '}
                      <When at={one.created_at} />
                    </p>
                  </div>
                  {!one.current && (
                    <Button
                      size="small"
                      busy={revoke.isPending && revoke.variables === one.id}
                      onClick={() => revoke.mutate(one.id)}
                    >
                      {t('security.end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <div className={styles.acts}>
              {items.length > 1 && (
                <Button onClick={() => setAsking('others')}>{t('security.endOthers')}</Button>
              )}
              <Button onClick={() => setAsking('all')}>{t('security.endAll')}</Button>
            </div>
            <Confirm
              open={asking !== undefined}
              title={t(asking === 'all' ? 'security.endAllTitle' : 'security.endOthersTitle')}
              verb={t(asking === 'all' ? 'security.endAll' : 'security.endOthers')}
              busy={revokeAll.isPending}
              onConfirm={() => revokeAll.mutate(asking === 'others')}
              onClose={() => setAsking(undefined)}
            >
              {t(asking === 'all' ? 'security.endAllHint' : 'security.endOthersHint')}
            </Confirm>
          </>
        )}
      </QueryView>
    </Section>
  );
}
