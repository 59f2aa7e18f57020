import { useState } from 'react';
import { useKitText } from '../i18n';
import { Button, Field, Form, TextInput, When } from '../kit';
import type { Welcome } from './Door';
import styles from './identity.module.css';
import { LinkDoor } from './LinkDoor';
import { useLink } from './link';
import { NewPassword } from './NewPassword';
import { judgePassword } from './strength';

interface Invitation {
  username: string;
  name: string;
  inviter: string;
  expires_at: string;
}

/** The first thing that somebody invited sees: who invites, the name to sign in with, and a password to choose. */
export function InvitationPage(props: {
  welcome: Welcome;
  look: (token: string) => Promise<Invitation>;
  accept: (answer: { token: string; name: string; password: string }) => Promise<void>;
}) {
  const t = useKitText();
  const link = useLink(props.look);
  return (
    <LinkDoor
      welcome={props.welcome}
      title={t('door.invitationTitle')}
      hint={({ inviter }) => t('door.invitationHint', { inviter })}
      dead={{ title: t('door.deadTitle'), text: t('door.deadInvitation') }}
      link={link}
    >
      {(found, token) => (
        <Accept found={found} accept={(name, password) => props.accept({ token, name, password })} />
      )}
    </LinkDoor>
  );
}

function Accept(props: { found: Invitation; accept: (name: string, password: string) => Promise<void> }) {
  const t = useKitText();
  const { found } = props;
  const [name, setName] = useState(found.name);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await props.accept(name.trim(), password);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form
      label={t('door.invitationTitle')}
      onSubmit={() => void submit()}
      error={error}
      footer={
        <Button
          kind="primary"
          size="large"
          wide
          type="submit"
          busy={busy}
          disabled={!name.trim() || judgePassword(password, found.username).missing.length > 0}
        >
          {t('door.invitationSubmit')}
        </Button>
      }
    >
      <dl className={styles.facts}>
        <div>
          <dt>{t('door.username')}</dt>
          <dd>{found.username}</dd>
        </div>
        <div>
          <dt>{t('door.validUntil')}</dt>
          <dd>
            <When at={found.expires_at} />
          </dd>
        </div>
      </dl>
      <input type="hidden" name="username" autoComplete="username" value={found.username} />
      <Field label={t('door.name')} path="name">
        {(control) => (
          <TextInput
            {...control}
            name="name"
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <NewPassword
        label={t('door.choosePassword')}
        path="password"
        username={found.username}
        value={password}
        onChange={setPassword}
      />
    </Form>
  );
}
