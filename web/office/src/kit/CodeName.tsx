import type { Named } from '@qudao/shared/api';
import { Field, TextInput } from '@qudao/shared/kit';
import type { ReactNode } from 'react';
import { useWords } from '../words';
import { useDraft } from './draft';
import { FormPanel } from './Panel';

/** The code and the name of master data. The code is given with a new one and stays. */
export function CodeName(props: {
  value: Named;
  set: (change: Partial<Named>) => void;
  /** It is a new one: its code is asked for. */
  fresh: boolean;
  disabled?: boolean;
  codeHint?: string;
  codeError?: string | undefined;
}) {
  const w = useWords();
  const { value, set } = props;
  return (
    <>
      {props.fresh && (
        <Field label={w('word.code')} path="code" hint={props.codeHint} error={props.codeError}>
          {(control) => (
            <TextInput
              {...control}
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
            disabled={props.disabled}
            value={value.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** Without the spaces around what was typed. */
export function tidy<T extends Named>(value: T): T {
  return { ...value, code: value.code.trim(), name: value.name.trim() };
}

/** True while a code or a name is missing. */
export function unnamed(value: Named): boolean {
  return value.code.trim() === '' || value.name.trim() === '';
}

/** A panel for what has a code, a name and little more: `children` are its other fields. */
export function NamedPanel<T extends Named>(props: {
  title: string;
  /** The one as it is; a new one has no code yet. */
  stored: T;
  save: { isPending: boolean; error: unknown };
  onSubmit: (value: T) => void;
  onClose: () => void;
  /** What is wrong with a code before the server is asked. */
  wrongCode?: (code: string) => string | undefined;
  /** What the other fields hold cannot be saved. */
  incomplete?: (value: T) => boolean;
  children?: (value: T, set: (change: Partial<T>) => void) => ReactNode;
}) {
  const fresh = props.stored.code === '';
  const draft = useDraft(props.stored);
  const value = tidy(draft.value);
  const codeError = fresh && value.code !== '' ? props.wrongCode?.(value.code) : undefined;
  return (
    <FormPanel
      open
      title={props.title}
      onClose={props.onClose}
      onSubmit={() => props.onSubmit(value)}
      busy={props.save.isPending}
      disabled={unnamed(value) || codeError !== undefined || (props.incomplete?.(value) ?? false)}
      error={props.save.error}
      dirty={draft.dirty}
    >
      <CodeName
        value={draft.value}
        set={(change) => draft.set(change as Partial<T>)}
        fresh={fresh}
        codeError={codeError}
      />
      {props.children?.(draft.value, draft.set)}
    </FormPanel>
  );
}
