import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useKitText } from '../i18n';
import { Button, Field, Form, PasswordInput, TextInput, useUrlState } from '../kit';
import { Door, type Welcome } from './Door';
import styles from './identity.module.css';

/** The door of an app. The page says what failed and keeps the name; the password is typed again. */
export function SignInPage(props: {
  welcome: Welcome;
  title: string;
  hint: string;
  texts: { username: string; password: string; submit: string };
  signIn: (username: string, password: string) => Promise<void>;
  aside?: ReactNode;
}) {
  const t = useKitText();
  const known = useUrlState().text('username');
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [asked, setAsked] = useState(false);
  const missing = (value: string) => (asked && !value ? t('form.required') : undefined);

  const submit = async () => {
    setAsked(true);
    if (!username.trim() || !password) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      await props.signIn(username.trim(), password);
    } catch (refusal) {
      setError(refusal);
      setPassword('');
      setAsked(false);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Door welcome={props.welcome} title={props.title} hint={props.hint}>
      <Form
        label={props.title}
        onSubmit={() => void submit()}
        error={error}
        footer={
          <Button kind="primary" size="large" wide type="submit" busy={busy}>
            {props.texts.submit}
          </Button>
        }
      >
        <Field label={props.texts.username} path="username" error={missing(username.trim())}>
          {(control) => (
            <TextInput
              {...control}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              autoFocus={!known}
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </Field>
        <Field label={props.texts.password} path="password" error={missing(password)}>
          {(control) => (
            <PasswordInput
              control={control}
              name="password"
              autoComplete="current-password"
              autoFocus={known !== ''}
              value={password}
              onChange={setPassword}
            />
          )}
        </Field>
      </Form>
      <div className={styles.below}>
        <Link to="/forgot" search={(username.trim() ? { username: username.trim() } : {}) as never}>
          {t('door.forgot')}
        </Link>
      </div>
      {props.aside}
    </Door>
  );
}
