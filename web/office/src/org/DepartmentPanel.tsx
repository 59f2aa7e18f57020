import type { Department } from '@qudao/shared/api';
import { Button, Confirm, Field, TextInput } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../kit/draft';
import { FormPanel } from '../kit/Panel';
import { PickNode, PickOne } from '../kit/Pick';
import { treeOf } from '../kit/tree';
import { useWords } from '../words';
import { useStaff } from './data';
import { useRemoveDepartment, useSaveDepartment } from './departmentdata';
import { isBelow } from './tree';

/** A department, or a new one, beside the tree. */
export function DepartmentPanel(props: {
  department: Department | undefined;
  all: readonly Department[];
  onClose: () => void;
}) {
  const { department, all } = props;
  const { t } = useTranslation('org');
  const w = useWords();
  const [removing, setRemoving] = useState(false);
  const staff = useStaff();
  const save = useSaveDepartment(w(department ? 'said.saved' : 'said.created'), props.onClose);
  const remove = useRemoveDepartment(t('departments.removed'), props.onClose);
  const draft = useDraft(
    {
      code: department?.code ?? '',
      name: department?.name ?? '',
      parent: department?.parent ?? '',
      head: department?.head?.code ?? '',
    },
    { version: department?.version ?? 0, error: save.error },
  );
  const { value, set } = draft;
  const parents = treeOf(all.filter((one) => !department || !isBelow(all, one.code, department.code)));
  const heads = (staff.data ?? [])
    .filter((one) => one.state === 'active')
    .map((one) => ({ code: one.code, name: `${one.name} ${one.code}` }));
  const submit = () =>
    save.mutate({
      ...(department ? { code: department.code } : {}),
      input: {
        ...(department ? {} : { code: value.code.trim() }),
        name: value.name.trim(),
        parent: value.parent,
        head: value.head,
        sort: department?.sort ?? all.length,
      },
      version: draft.version,
    });
  return (
    <>
      <FormPanel
        open
        title={department ? t('departments.edit', { name: department.name }) : t('departments.create')}
        onClose={props.onClose}
        onSubmit={submit}
        busy={save.isPending}
        disabled={value.name.trim() === '' || value.code.trim() === ''}
        error={save.error ?? remove.error}
        dirty={draft.dirty}
      >
        {!department && (
          <Field label={w('word.code')} path="code">
            {(control) => (
              <TextInput
                {...control}
                autoCapitalize="none"
                value={value.code}
                onChange={(event) => set({ code: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field label={w('word.name')} path="name">
          {(control) => (
            <TextInput
              {...control}
              value={value.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('departments.parent')} path="parent" hint={t('departments.parentHint')}>
          {(control) => (
            <PickNode<string>
              {...control}
              tree={parents}
              placeholder={t('departments.top')}
              value={value.parent || undefined}
              onChange={(parent) => set({ parent: parent ?? '' })}
            />
          )}
        </Field>
        <Field label={t('departments.head')} path="head" hint={t('departments.headHint')}>
          {(control) => (
            <PickOne
              {...control}
              options={heads}
              placeholder={w('word.none')}
              value={value.head}
              onChange={(head) => set({ head })}
            />
          )}
        </Field>
        {department && (
          <span>
            <Button icon="trash" kind="quiet" onClick={() => setRemoving(true)}>
              {t('departments.remove')}
            </Button>
          </span>
        )}
      </FormPanel>
      {department && (
        <Confirm
          open={removing}
          title={t('departments.removeTitle', { name: department.name })}
          verb={t('departments.remove')}
          danger
          busy={remove.isPending}
          onConfirm={() => {
            setRemoving(false);
            remove.mutate(department);
          }}
          onClose={() => setRemoving(false)}
        >
          {t('departments.removeHint')}
        </Confirm>
      )}
    </>
  );
}
