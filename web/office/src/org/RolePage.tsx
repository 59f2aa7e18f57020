import { Problem, type Role } from '@qudao/shared/api';
import { DocumentPage, ErrorState, QueryView, SearchBox, Section } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { Check } from '../kit/Check';
import { CodeName, tidy, unnamed } from '../kit/CodeName';
import { useDraft } from '../kit/draft';
import { Two } from '../kit/Page';
import { SavedForm } from '../kit/SavedForm';
import { useMay } from '../me';
import { useWords } from '../words';
import { usePermissions, useRoles, useSaveRole } from './data';
import { byGroup, switched } from './groups';
import styles from './org.module.css';
import { draftOfScope, inputOfScope, RoleSees } from './RoleSees';

/** A group of permissions in words; one this page does not know yet is shown by its code. */
export function useGroupName(): (group: string) => string {
  const { t, i18n } = useTranslation('org');
  return (group) =>
    i18n.exists(`permissionGroup.${group}`, { ns: 'org' })
      ? t(`permissionGroup.${group}` as 'permissionGroup.order')
      : group;
}

/** One role and everything it may do. Changes are in force with the next thing a person does. */
export function RolePage() {
  const code = usePart('code');
  const query = useRoles();
  return (
    <QueryView query={query}>
      {(roles) => {
        const role = roles.find((one) => one.code === code);
        return role ? <Editor role={role} /> : <ErrorState error={new Problem(404, 'not_found', '')} />;
      }}
    </QueryView>
  );
}

export function NewRole() {
  return <Editor />;
}

function Editor({ role }: { role?: Role }) {
  const { t } = useTranslation('org');
  const w = useWords();
  const navigate = useNavigate();
  const mayEdit = useMay('staff.edit');
  const save = useSaveRole(role, w(role ? 'said.saved' : 'said.created'), (saved) => {
    if (!role) {
      void navigate({ to: `/roles/${saved.code}`, replace: true, ignoreBlocker: true });
    }
  });
  const draft = useDraft(
    {
      code: role?.code ?? '',
      name: role?.name ?? '',
      permissions: role?.permissions ?? [],
      scope: draftOfScope(role?.scope),
    },
    { version: role?.version ?? 0, error: save.error },
  );
  const { value, set } = draft;
  const submit = () => {
    const { scope, ...rest } = tidy(value);
    save.mutate({ input: { ...rest, scope: inputOfScope(scope) }, version: draft.version });
  };
  return (
    <DocumentPage
      back={{ to: '/roles', label: t('roles.title') }}
      title={role?.name ?? t('roles.create')}
      printable={role !== undefined}
      meta={
        role && (
          <>
            <span>{role.code}</span>
            <span>{t('roles.people', { count: role.staff_count })}</span>
          </>
        )
      }
    >
      <SavedForm
        label={t('roles.title')}
        keep={`role.${role?.code ?? ''}`}
        draft={draft}
        saving={save}
        disabled={unnamed(value)}
        fixed={!mayEdit}
        onSave={submit}
      >
        <Section>
          <Two>
            <CodeName value={value} set={set} fresh={!role} disabled={!mayEdit} />
          </Two>
        </Section>
        <Section>
          <RoleSees value={value.scope} disabled={!mayEdit} onChange={(scope) => set({ scope })} />
        </Section>
        <Section title={t('roles.may')}>
          <Matrix
            value={value.permissions}
            disabled={!mayEdit}
            onChange={(permissions) => set({ permissions })}
          />
        </Section>
      </SavedForm>
    </DocumentPage>
  );
}

/** Permissions in their groups; the head of a row switches the whole group. */
function Matrix(props: { value: readonly string[]; disabled: boolean; onChange: (codes: string[]) => void }) {
  const { t } = useTranslation('org');
  const query = usePermissions();
  const groupName = useGroupName();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  return (
    <QueryView query={query}>
      {(all) => (
        <div className={styles.matrix}>
          <div className={styles.matrixHead}>
            <SearchBox value={typed} onSearch={setTyped} placeholder={t('rights.search')} />
            <span>{t('roles.chosen', { count: props.value.length })}</span>
          </div>
          {byGroup(
            all.filter((one) =>
              [one.name, one.code, groupName(one.group)].some((word) => word.toLowerCase().includes(wanted)),
            ),
          ).map(({ group, permissions }) => {
            const codes = permissions.map((one) => one.code);
            const on = codes.filter((code) => props.value.includes(code)).length;
            return (
              <div key={group} className={styles.group}>
                <Check
                  disabled={props.disabled}
                  checked={on === codes.length}
                  ref={(box) => {
                    if (box) {
                      box.indeterminate = on > 0 && on < codes.length;
                    }
                  }}
                  onChange={(checked) => props.onChange(switched(all, props.value, codes, checked))}
                >
                  <b>{groupName(group)}</b>
                </Check>
                <div className={styles.permissions}>
                  {permissions.map((permission) => (
                    <Check
                      key={permission.code}
                      disabled={props.disabled}
                      checked={props.value.includes(permission.code)}
                      onChange={(checked) =>
                        props.onChange(switched(all, props.value, [permission.code], checked))
                      }
                    >
                      {permission.name}
                    </Check>
                  ))}
                </div>
              </div>
            );
          })}
        </div>
      )}
    </QueryView>
  );
}
