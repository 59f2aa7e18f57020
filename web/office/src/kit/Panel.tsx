import { Button, Confirm, Form, Notice, useNarrow } from '@qudao/shared/kit';
import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useWords } from '../words';
import { overtaken } from './draft';
import styles from './kit.module.css';

/** A panel at the side of the page; the whole page on a phone. */
export function Panel(props: {
  open: boolean;
  title: string;
  onClose: () => void;
  wide?: boolean;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const narrow = useNarrow();
  return (
    <Drawer
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      size={narrow ? '100%' : props.wide ? 760 : 460}
      closable={{ placement: 'end' }}
      destroyOnHidden
      footer={props.footer}
    >
      {/* A panel may be opened from inside a form; what is sent here must not send that form too. */}
      <div onSubmit={(event) => event.stopPropagation()}>{props.children}</div>
    </Drawer>
  );
}

/**
 * A form at the side of the page. A refusal stands at the fields it names and what was typed stays; closing
 * asks first when something was typed.
 */
export function FormPanel(props: {
  open: boolean;
  title: string;
  onClose: () => void;
  onSubmit: () => void;
  verb?: string;
  busy?: boolean;
  disabled?: boolean;
  error?: unknown;
  dirty?: boolean;
  wide?: boolean;
  children: ReactNode;
}) {
  const w = useWords();
  const [leaving, setLeaving] = useState(false);
  const close = () => (props.dirty ? setLeaving(true) : props.onClose());
  const submit = () => {
    if (!props.busy && !props.disabled) {
      props.onSubmit();
    }
  };
  return (
    <>
      <Panel
        open={props.open}
        title={props.title}
        onClose={close}
        wide={props.wide ?? false}
        footer={
          <div className={styles.panelFoot}>
            <Button onClick={close}>{w('verb.cancel')}</Button>
            <Button
              kind="primary"
              busy={props.busy ?? false}
              disabled={props.disabled ?? false}
              onClick={submit}
            >
              {props.verb ?? w('verb.save')}
            </Button>
          </div>
        }
      >
        <Form onSubmit={submit} error={props.error} label={props.title}>
          {overtaken(props.error) && <Notice>{w('overtaken')}</Notice>}
          {props.children}
          <button type="submit" hidden />
        </Form>
      </Panel>
      <LeaveQuestion
        open={leaving}
        onStay={() => setLeaving(false)}
        onLeave={() => {
          setLeaving(false);
          props.onClose();
        }}
      />
    </>
  );
}

/** Asks before what was typed is thrown away. */
export function LeaveQuestion(props: { open: boolean; onStay: () => void; onLeave: () => void }) {
  const w = useWords();
  return (
    <Confirm
      open={props.open}
      title={w('leave.title')}
      verb={w('leave.verb')}
      danger
      onConfirm={props.onLeave}
      onClose={props.onStay}
    >
      {w('leave.hint')}
    </Confirm>
  );
}
