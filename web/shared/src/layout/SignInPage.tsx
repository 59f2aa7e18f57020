import { type ReactNode, useState } from 'react';
import { useKitText } from '../i18n';
import { Button, Field, Form, TextInput, useTitle } from '../kit';
import { Brand } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';
import styles from './layout.module.css';

/** The door of an app. The page says what failed and keeps the name; the password is typed again. */
export function SignInPage(props: {
  brand: string;
  title: string;
  hint: string;
  texts: { username: string; password: string; submit: string };
  signIn: (username: string, password: string) => Promise<void>;
  aside?: ReactNode;
}) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [asked, setAsked] = useState(false);
  const t = useKitText();
  const missing = (value: string) => (asked && !value ? t('form.required') : undefined);
  useTitle(props.title);

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
    <div className={styles.door}>
      <header className={styles.doorTop}>
        <Brand name={props.brand} />
        <LanguageSwitch />
      </header>
      <main className={styles.doorMain}>
        <div className={styles.doorCard}>
          <h1>{props.title}</h1>
          <p className={styles.doorHint}>{props.hint}</p>
          <Form
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
                  autoFocus
                  value={username}
                  onChange={(event) => setUsername(event.target.value)}
                />
              )}
            </Field>
            <Field label={props.texts.password} path="password" error={missing(password)}>
              {(control) => (
                <TextInput
                  {...control}
                  name="password"
                  type="password"
                  autoComplete="current-password"
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                />
              )}
            </Field>
          </Form>
          {props.aside}
        </div>
      </main>
    </div>
  );
}
