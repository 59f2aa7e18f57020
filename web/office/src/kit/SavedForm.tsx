import { Form, UnsentNotice, useUnsent } from '@qudao/shared/kit';
import { type ReactNode, useEffect, useRef } from 'react';
import type { useDraft } from './draft';
import { SaveBar } from './SaveBar';

/**
 * The form of a page: what was typed before and not saved is offered again, and the bar at its foot saves
 * what is typed now. A refusal stands at the fields it names.
 */
export function SavedForm<T extends object>(props: {
  label: string;
  /** What is edited, under which this device keeps what is typed and not saved. */
  keep: string;
  draft: ReturnType<typeof useDraft<T>>;
  saving: { isPending: boolean; error: unknown };
  onSave: () => void;
  /** What is typed cannot be saved yet. */
  disabled?: boolean;
  /** The reader may not change anything. */
  fixed?: boolean;
  children: ReactNode;
}) {
  const { draft, saving, disabled = false } = props;
  const dirty = draft.dirty && !props.fixed;
  const unsent = useUnsent(props.keep, draft.value, dirty);
  const { forget } = unsent;
  const pending = useRef(false);
  pending.current = saving.isPending;
  // Something new leads to its own page as soon as it is saved, before this form sees that it was.
  useEffect(
    () => () => {
      if (pending.current) {
        forget();
      }
    },
    [forget],
  );
  const save = () => {
    if (dirty && !disabled && !saving.isPending) {
      props.onSave();
    }
  };
  return (
    <>
      {!props.fixed && <UnsentNotice unsent={unsent} onRestore={draft.set} />}
      <Form onSubmit={save} error={saving.error} label={props.label}>
        {props.children}
        <button type="submit" hidden />
      </Form>
      <SaveBar
        error={saving.error}
        dirty={dirty}
        busy={saving.isPending}
        disabled={disabled}
        onSave={save}
        onReset={draft.reset}
      />
    </>
  );
}
