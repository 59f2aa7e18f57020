import { api, body, editHeaders, type Staff } from '@qudao/shared/api';
import { Button, Dialog, Field, Tag, toast } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../kit/act';
import styles from './org.module.css';

/** How a member of staff gets in: a new invitation, or a link to a new password. */
export function StaffAccess({ person }: { person: Staff }) {
  const { t } = useTranslation('org');
  const [path, setPath] = useState<string>();
  const params = { params: { path: { code: person.code } } };
  const invite = useAct({
    stale: ['staff'],
    run: (_: undefined, key) =>
      body(api.POST('/api/office/staff/{code}/invitation', { ...params, headers: editHeaders({ key }) })),
    done: (made) => setPath(made.path),
  });
  const reset = useAct({
    run: (_: undefined, key) =>
      body(api.POST('/api/office/staff/{code}/reset-link', { ...params, headers: editHeaders({ key }) })),
    done: (made) => setPath(made.path),
  });
  const act = person.invited ? invite : reset;
  return (
    <>
      <Field
        label={t('access.title')}
        hint={act.error?.message ?? t(person.invited ? 'access.invitedHint' : 'access.resetHint')}
      >
        {(control) => (
          <span className={styles.access}>
            {person.invited && <Tag tone="waiting">{t('state.invited')}</Tag>}
            {person.email && <span>{person.email}</span>}
            <Button {...control} icon="key" busy={act.isPending} onClick={() => act.mutate(undefined)}>
              {t(person.invited ? 'access.again' : 'access.reset')}
            </Button>
          </span>
        )}
      </Field>
      <LinkDialog path={path} onClose={() => setPath(undefined)} />
    </>
  );
}

/** Shows a one-time link, once. */
export function LinkDialog({ path, onClose }: { path: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('org');
  const link = path && window.location.origin + path;
  return (
    <Dialog
      open={link !== undefined && link !== ''}
      title={t('access.linkTitle')}
      onClose={onClose}
      footer={
        <>
          <Button
            icon="copy"
            onClick={() => {
              void navigator.clipboard?.writeText(link ?? '').then(() => toast(t('access.copied')));
            }}
          >
            {t('access.copy')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('access.done')}
          </Button>
        </>
      }
    >
      <p>{t('access.linkHint')}</p>
      <div className={styles.key}>{link}</div>
    </Dialog>
  );
}
