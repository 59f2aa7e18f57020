import type { Staff, StaffInput } from '@qudao/shared/api';
import { Button, Facts, Field, TextInput } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { Tags } from '../kit/Cells';
import { useDraft } from '../kit/draft';
import { FormPanel, Panel } from '../kit/Panel';
import { PickMany, PickOne } from '../kit/Pick';
import { useMay } from '../me';
import { useWords } from '../words';
import { useInviteStaff, useRoles, useSaveStaff, useStaff, useUnlock } from './data';
import { isLocked } from './locked';
import { LinkDialog, StaffAccess } from './StaffAccess';

const scopes = ['all', 'own'] as const;
const states = ['active', 'left'] as const;

function useClose() {
  const navigate = useNavigate();
  return () => void navigate({ to: '/staff', ignoreBlocker: true });
}

/** A person of the staff, beside the list. */
export function StaffPanel() {
  const code = usePart('code');
  const person = useStaff().data?.find((one) => one.code === code);
  const mayEdit = useMay('staff.edit');
  if (!person) {
    return null;
  }
  return mayEdit ? <Editor key={person.code} person={person} /> : <Reader person={person} />;
}

export function NewStaff() {
  return <Editor />;
}

function Reader({ person }: { person: Staff }) {
  const { t } = useTranslation('org');
  const w = useWords();
  return (
    <Panel open title={person.name} onClose={useClose()}>
      <Facts
        items={[
          { label: w('word.code'), value: person.code },
          { label: w('word.username'), value: person.username },
          { label: t('staff.department'), value: person.department },
          { label: t('staff.role'), value: <Tags words={person.roles.map((role) => role.name)} /> },
          { label: t('staff.scope'), value: w(`scope.${person.data_scope}`) },
          { label: w('word.state'), value: t(`state.${person.state}`) },
        ]}
      />
    </Panel>
  );
}

function draftOf(person: Staff | undefined) {
  return {
    code: person?.code ?? '',
    name: person?.name ?? '',
    username: person?.username ?? '',
    password: '',
    email: '',
    department: person?.department ?? '',
    roles: person?.roles.map((role) => role.code) ?? [],
    data_scope: person?.data_scope ?? ('all' as const),
    state: person?.state ?? ('active' as const),
  };
}

function Editor({ person }: { person?: Staff }) {
  const { t } = useTranslation('org');
  const w = useWords();
  const close = useClose();
  const roles = useRoles();
  const save = useSaveStaff(person, w(person ? 'said.saved' : 'said.created'), close);
  const [link, setLink] = useState<string>();
  const invite = useInviteStaff(setLink);
  const draft = useDraft(draftOf(person), { version: person?.version ?? 0, error: save.error });
  const { value, set } = draft;
  const locked = isLocked(person);
  const unlock = useUnlock(person?.code ?? '', t('staff.unlocked'));
  const text = (
    key: 'code' | 'name' | 'username' | 'password' | 'email' | 'department',
    label: string,
    hint?: string,
  ) => (
    <Field label={label} path={key} hint={hint}>
      {(control) => (
        <TextInput
          {...control}
          autoComplete={key === 'password' ? 'new-password' : 'off'}
          autoCapitalize="none"
          value={value[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  const submit = () => {
    const { code, username, password, email, state, ...rest } = value;
    if (!person && !password) {
      invite.mutate({ ...rest, code: code.trim(), username: username.trim(), email: email.trim() });
      return;
    }
    const input: StaffInput = person
      ? { ...rest, state }
      : { ...rest, code: code.trim(), username: username.trim(), password };
    save.mutate({ input, version: draft.version });
  };
  if (link !== undefined) {
    return <LinkDialog path={link} onClose={close} />;
  }
  return (
    <FormPanel
      open
      title={person ? t('staff.edit', { name: person.name }) : t('staff.create')}
      onClose={close}
      onSubmit={submit}
      busy={save.isPending || invite.isPending}
      error={save.error ?? invite.error ?? unlock.error}
      dirty={draft.dirty}
    >
      {!person && text('code', t('staff.number'))}
      {text('name', t('staff.name'))}
      {text('department', t('staff.department'))}
      {!person && text('username', w('word.username'), t('staff.usernameHint'))}
      {!person && text('email', t('staff.email'), t('staff.emailHint'))}
      {!person && text('password', t('staff.password'), t('staff.passwordHint'))}
      <Field label={t('staff.role')} path="roles" hint={t('staff.rolesHint')}>
        {(control) => (
          <PickMany
            {...control}
            options={roles.data ?? []}
            value={value.roles}
            onChange={(codes) => set({ roles: codes })}
          />
        )}
      </Field>
      <Field label={t('staff.scope')} path="data_scope" hint={t('staff.scopeHint')}>
        {(control) => (
          <PickOne
            {...control}
            required
            options={scopes.map((scope) => ({ code: scope, name: w(`scope.${scope}`) }))}
            value={value.data_scope}
            onChange={(scope) => set({ data_scope: scope as Staff['data_scope'] })}
          />
        )}
      </Field>
      {person && (
        <>
          <Field label={w('word.state')} path="state" hint={t(`stateHint.${value.state}`)}>
            {(control) => (
              <PickOne
                {...control}
                required
                options={states.map((state) => ({ code: state, name: t(`state.${state}`) }))}
                value={value.state}
                onChange={(state) => set({ state: state as Staff['state'] })}
              />
            )}
          </Field>
          {person.state === 'active' && <StaffAccess person={person} />}
          {locked && (
            <Field label={t('staff.lock')} hint={t('staff.lockHint')}>
              {(control) => (
                <span>
                  <Button
                    {...control}
                    icon="key"
                    busy={unlock.isPending}
                    onClick={() => unlock.mutate(undefined)}
                  >
                    {t('staff.unlock')}
                  </Button>
                </span>
              )}
            </Field>
          )}
        </>
      )}
    </FormPanel>
  );
}
