import { api, body } from '@qudao/shared/api';
import { ForgotPage, InvitationPage, ResetPage } from '@qudao/shared/identity';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWelcome } from './welcome';

/** Asks for a link to a new password. */
export function Forgot() {
  return (
    <ForgotPage
      welcome={useWelcome()}
      ask={(username) => api.POST('/api/office/reset', { body: { username } })}
    />
  );
}

/** Sets a new password by a link. */
export function Reset() {
  return (
    <ResetPage
      welcome={useWelcome()}
      look={(token) => body(api.POST('/api/office/reset/look', { body: { token } }))}
      use={(token, password) => api.POST('/api/office/reset/use', { body: { token, password } })}
    />
  );
}

/** Accepts an invitation and goes in. */
export function Invitation() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <InvitationPage
      welcome={useWelcome()}
      look={(token) => body(api.POST('/api/office/invitation', { body: { token } }))}
      accept={async (answer) => {
        const me = await body(api.POST('/api/office/invitation/accept', { body: answer }));
        client.clear();
        client.setQueryData(['me'], me);
        await navigate({ to: '/', replace: true });
      }}
    />
  );
}
