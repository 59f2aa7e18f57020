import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useKitText } from '../i18n';
import { Button, IconButton } from './Button';
import styles from './Dialog.module.css';

/**
 * A question or a short form over the page; a sheet from below on a phone. The browser's own dialog keeps the
 * focus inside and closes on Escape; it begins at what is marked with data-focus.
 */
export function Dialog(props: {
  open: boolean;
  title: string;
  onClose: () => void;
  children?: ReactNode;
  footer?: ReactNode;
  /** At the right edge of the page, as high as the page. */
  side?: boolean;
  wide?: boolean;
}) {
  const { open, onClose } = props;
  const t = useKitText();
  const ref = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[data-focus]')?.focus();
    } else if (!open && dialog?.open) {
      dialog.close();
    }
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={ref}
      className={`${styles.dialog} ${props.side ? styles.side : ''} ${props.wide ? styles.wide : ''}`}
      aria-labelledby={title}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      {open && (
        <div className={styles.inside}>
          <header className={styles.head}>
            <h2 id={title}>{props.title}</h2>
            <IconButton icon="close" label={t('action.close')} onClick={onClose} />
          </header>
          {props.children && <div className={styles.body}>{props.children}</div>}
          {props.footer && <footer className={styles.foot}>{props.footer}</footer>}
        </div>
      )}
    </dialog>
  );
}

/** Asks before something that cannot be undone. The verb of the act is on the button. */
export function Confirm(props: {
  open: boolean;
  title: string;
  children?: ReactNode;
  verb: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useKitText();
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('action.back')}</Button>
          <Button
            kind={props.danger ? 'danger' : 'primary'}
            busy={props.busy ?? false}
            onClick={props.onConfirm}
          >
            {props.verb}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
