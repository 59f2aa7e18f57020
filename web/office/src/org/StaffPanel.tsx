import type { Named, RoleGrant, Staff, StaffInput } from '@qudao/shared/api';
import { Button, Facts, Field, IconButton, TextInput } from '@qudao/shared/kit';
import { Link, useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { Tags } from '../kit/Cells';
import { useDraft } from '../kit/draft';
import { FormPanel, Panel } from '../kit/Panel';
import { PickMany, PickNode, PickNodes, PickOne } from '../kit/Pick';
import { type TreeNode, treeOf } from '../kit/tree';
import { useMay } from '../me';
import { useWords } from '../words';
import { useInviteStaff, useRoles, useSaveStaff, useStaff, useUnlock } from './data';
import { useDepartments } from './departmentdata';
import { isLocked } from './locked';
import styles from './org.module.css';
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
          {
            label: t('staff.department'),
            value: person.departments.map((one) => one.name).join('、') || w('word.none'),
          },
          { label: t('staff.role'), value: <Tags words={rolesOf(person, t)} /> },
          { label: t('staff.scope'), value: person.sees_all ? w('scope.all') : t('staff.some') },
          { label: w('word.state'), value: t(`state.${person.state}`) },
        ]}
      />
    </Panel>
  );
}

/** The roles of a person in words, those held within a department with it. */
export function rolesOf(person: Staff, t: TFunction<'org'>): string[] {
  return [
    ...person.roles.map((role) => role.name),
    ...person.within.map((one) =>
      t('rights.within', { role: one.role.name, department: one.department.name }),
    ),
  ];
}

/** Roles held within a department: what they let see is measured from there. */
function Within(props: {
  value: readonly RoleGrant[];
  roles: readonly Named[];
  tree: TreeNode<string>[];
  onChange: (within: RoleGrant[]) => void;
}) {
  const { t } = useTranslation('org');
  const w = useWords();
  const { value, onChange } = props;
  const set = (at: number, change: Partial<RoleGrant>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <>
      {value.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place while it is being said
        <div key={i} className={styles.within}>
          <Field label={t('staff.withinRole')} path={`within[${i}].role`}>
            {(control) => (
              <PickOne
                {...control}
                required
                options={props.roles}
                value={one.role}
                onChange={(role) => set(i, { role })}
              />
            )}
          </Field>
          <Field label={t('staff.withinDepartment')} path={`within[${i}].department`}>
            {(control) => (
              <PickNode<string>
                {...control}
                required
                tree={props.tree}
                value={one.department || undefined}
                onChange={(department) => set(i, { department: department ?? '' })}
              />
            )}
          </Field>
          <IconButton
            icon="trash"
            label={w('verb.remove')}
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <span>
        <Button size="small" icon="plus" onClick={() => onChange([...value, { role: '', department: '' }])}>
          {t('staff.addWithin')}
        </Button>
      </span>
    </>
  );
}

function draftOf(person: Staff | undefined) {
  return {
    code: person?.code ?? '',
    name: person?.name ?? '',
    username: person?.username ?? '',
    password: '',
    email: '',
    departments: person?.departments.map((one) => one.code) ?? [],
    roles: person?.roles.map((role) => role.code) ?? [],
    within: person?.within.map((one) => ({ role: one.role.code, department: one.department.code })) ?? [],
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
  const tree = treeOf(useDepartments().data ?? []);
  const unlock = useUnlock(person?.code ?? '', t('staff.unlocked'));
  const text = (key: 'code' | 'name' | 'username' | 'password' | 'email', label: string, hint?: string) => (
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
      {person && (
        <p>
          <Link to={`/staff/${person.code}/rights`}>{t('staff.why')}</Link>
        </p>
      )}
      {!person && text('code', t('staff.number'))}
      {text('name', t('staff.name'))}
      {!person && text('username', w('word.username'), t('staff.usernameHint'))}
      {!person && text('email', t('staff.email'), t('staff.emailHint'))}
      {!person && text('password', t('staff.password'), t('staff.passwordHint'))}
      <Field label={t('staff.department')} path="departments" hint={t('staff.departmentsHint')}>
        {(control) => (
          <PickNodes<string>
            {...control}
            each
            tree={tree}
            value={value.departments}
            onChange={(departments) => set({ departments })}
          />
        )}
      </Field>
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
      <Within
        value={value.within}
        roles={roles.data ?? []}
        tree={tree}
        onChange={(within) => set({ within })}
      />
      <Field label={t('staff.limit')} path="data_scope" hint={t('staff.limitHint')}>
        {(control) => (
          <PickOne
            {...control}
            required
            options={scopes.map((scope) => ({ code: scope, name: t(`limit.${scope}`) }))}
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
