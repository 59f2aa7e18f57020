-- identity: one-time links for invitations and new passwords; where letters to a login go; logins that are
-- invited and have no password yet. Read before anyone is known (exempt list).
-- +goose Up
ALTER TABLE identity.login ADD email text NOT NULL DEFAULT '';
ALTER TABLE identity.login DROP CONSTRAINT login_state_check;
ALTER TABLE identity.login ADD CONSTRAINT login_state_check CHECK (state IN ('active', 'disabled', 'invited'));
ALTER TABLE identity.login ADD CONSTRAINT login_password_check CHECK (state <> 'active' OR password_hash <> '');
-- The record says that an address changed, not to what.
DROP TRIGGER audit_insert ON identity.login;
DROP TRIGGER audit_update ON identity.login;
DROP TRIGGER audit_delete ON identity.login;
DROP FUNCTION audit.on_identity_login();
SELECT audit.watch('identity.login', '{kind,username}', '', '{password_hash,email}');
-- Where a session was begun with a second factor.
ALTER TABLE identity.session ADD strong boolean NOT NULL DEFAULT false;

CREATE TABLE identity.link (
  id         uuid PRIMARY KEY,
  login_id   uuid NOT NULL REFERENCES identity.login,
  purpose    text NOT NULL CHECK (purpose IN ('invitation', 'reset')),
  token_hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  inviter    text NOT NULL DEFAULT '',
  name       text NOT NULL DEFAULT '',      -- of the invited, as the inviter knows it
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  used_at    timestamptz,
  ended_at   timestamptz                    -- replaced or withdrawn
);
CREATE INDEX link_login ON identity.link (login_id, purpose);
SELECT audit.watch('identity.link', '{id}', '', '{token_hash,name}');
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.link TO qudao_app, qudao_worker;
