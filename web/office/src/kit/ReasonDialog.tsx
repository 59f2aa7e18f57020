import { Button, Dialog, Field, Form, TextArea } from '@qudao/shared/kit';
import { useState } from 'react';
import { useWords } from '../words';

/** Asks why, before an act that others will want explained. The answer goes with the act. */
export function ReasonDialog(props: {
  open: boolean;
  title: string;
  hint: string;
  verb: string;
  /** What the act takes away, or not. */
  kind?: 'danger' | 'primary';
  busy: boolean;
  error: unknown;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const w = useWords();
  const [reason, setReason] = useState('');
  const confirm = () => {
    if (reason.trim() && !props.busy) {
      props.onConfirm(reason.trim());
    }
  };
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{w('verb.back')}</Button>
          <Button kind={props.kind ?? 'danger'} busy={props.busy} disabled={!reason.trim()} onClick={confirm}>
            {props.verb}
          </Button>
        </>
      }
    >
      <Form error={props.error} onSubmit={() => undefined} label={props.title}>
        <Field label={w('word.reason')} path="reason" hint={props.hint}>
          {(control) => (
            <TextArea
              {...control}
              data-focus
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && confirm()}
            />
          )}
        </Field>
      </Form>
    </Dialog>
  );
}
