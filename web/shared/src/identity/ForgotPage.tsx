import { useState } from 'react';
import { useKitText } from '../i18n';
import { Button, ButtonLink, Field, Form, Icon, TextInput, useUrlState } from '../kit';
import { Door, type Welcome } from './Door';
import styles from './identity.module.css';

/** Asks for a letter with a link to a new password. What is said after it is the same for every name. */
export function ForgotPage(props: { welcome: Welcome; ask: (username: string) => Promise<unknown> }) {
  const t = useKitText();
  const [username, setUsername] = useState(useUrlState().text('username'));
  const [state, setState] = useState<'asking' | 'busy' | 'said'>('asking');
  const [error, setError] = useState<unknown>();
  const submit = async () => {
    if (!username.trim()) {
      return;
    }
    setState('busy');
    setError(undefined);
    try {
      await props.ask(username.trim());
      setState('said');
    } catch (refusal) {
      setError(refusal);
      setState('asking');
    }
  };
  if (state === 'said') {
    return (
      <Door welcome={props.welcome} title={t('door.sentTitle')}>
        <div className={styles.said} role="status">
          <span className={styles.saidIcon}>
            <Icon name="mail" size={24} />
          </span>
          <p>{t('door.sent', { username: username.trim() })}</p>
          <p className={styles.faint}>{t('door.sentHint')}</p>
          <ButtonLink to="/signin">{t('door.toSignIn')}</ButtonLink>
        </div>
      </Door>
    );
  }
  return (
    <Door welcome={props.welcome} title={t('door.forgotTitle')} hint={t('door.forgotHint')}>
      <Form
        label={t('door.forgotTitle')}
        onSubmit={() => void submit()}
        error={error}
        footer={
          <Button
            kind="primary"
            size="large"
            wide
            type="submit"
            busy={state === 'busy'}
            disabled={!username.trim()}
          >
            {t('door.send')}
          </Button>
        }
      >
        <Field label={t('door.username')} path="username">
          {(control) => (
            <TextInput
              {...control}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              autoFocus
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </Field>
      </Form>
      <Back />
    </Door>
  );
}

/** The way back to sign-in, below a form. */
export function Back() {
  const t = useKitText();
  return (
    <div className={styles.said}>
      <ButtonLink kind="quiet" icon="back" to="/signin">
        {t('door.toSignIn')}
      </ButtonLink>
    </div>
  );
}
