import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useKitText } from '../i18n';
import { Button, Form, toast } from '../kit';
import type { Welcome } from './Door';
import { LinkDoor } from './LinkDoor';
import { useLink } from './link';
import { NewPassword } from './NewPassword';
import { judgePassword } from './strength';

/** Sets a new password by a one-time link. Nobody is signed in by it. */
export function ResetPage(props: {
  welcome: Welcome;
  look: (token: string) => Promise<{ username: string }>;
  use: (token: string, password: string) => Promise<unknown>;
}) {
  const t = useKitText();
  const link = useLink(props.look);
  return (
    <LinkDoor
      welcome={props.welcome}
      title={t('door.resetTitle')}
      hint={({ username }) => t('door.resetHint', { username })}
      dead={{ title: t('door.deadTitle'), text: t('door.deadReset') }}
      link={link}
    >
      {({ username }, token) => <Choose username={username} use={(password) => props.use(token, password)} />}
    </LinkDoor>
  );
}

function Choose(props: { username: string; use: (password: string) => Promise<unknown> }) {
  const t = useKitText();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await props.use(password);
      toast(t('door.resetDone'));
      await navigate({ to: '/signin', search: { username: props.username } as never, replace: true });
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form
      label={t('door.resetTitle')}
      onSubmit={() => void submit()}
      error={error}
      footer={
        <Button
          kind="primary"
          size="large"
          wide
          type="submit"
          busy={busy}
          disabled={judgePassword(password, props.username).missing.length > 0}
        >
          {t('door.resetSubmit')}
        </Button>
      }
    >
      <input type="hidden" name="username" autoComplete="username" value={props.username} />
      <NewPassword
        label={t('door.newPassword')}
        path="password"
        username={props.username}
        value={password}
        onChange={setPassword}
        autoFocus
      />
    </Form>
  );
}
