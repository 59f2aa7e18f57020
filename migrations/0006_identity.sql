-- identity: logins, sessions, API keys. Read before anyone is known, so not guarded by dealer (exempt list).
-- +goose Up
CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO qudao_app, qudao_worker;
CREATE TABLE identity.login (
  id            uuid PRIMARY KEY,
  kind          text NOT NULL CHECK (kind IN ('account', 'staff')),
  username      text NOT NULL CHECK (username = lower(username) AND username <> ''),
  password_hash text NOT NULL,
  state         text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled')),
  changed_at    timestamptz NOT NULL,
  created_at    timestamptz NOT NULL,
  version       int NOT NULL DEFAULT 1,
  UNIQUE (kind, username)
);
SELECT audit.watch('identity.login', '{kind,username}', '', '{password_hash}');
GRANT SELECT, INSERT, UPDATE ON identity.login TO qudao_app, qudao_worker;

-- Wrong passwords by name and address, for names that exist and for names that do not alike.
CREATE TABLE identity.attempt (
  kind         text NOT NULL,
  username     text NOT NULL,
  address      text NOT NULL,
  failed       int NOT NULL,
  locked_until timestamptz,
  at           timestamptz NOT NULL,
  PRIMARY KEY (kind, username, address)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.attempt TO qudao_app, qudao_worker;

CREATE TABLE identity.session (
  token_hash bytea PRIMARY KEY,
  login_id   uuid NOT NULL REFERENCES identity.login,
  created_at timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  address    text NOT NULL,
  agent      text NOT NULL
);
CREATE INDEX session_login ON identity.session (login_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.session TO qudao_app, qudao_worker;

CREATE TABLE identity.api_key (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  prefix     text NOT NULL,
  hash       bytea NOT NULL UNIQUE,
  scopes     text[] NOT NULL,
  addresses  cidr[] NOT NULL DEFAULT '{}',
  expires_at timestamptz,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  used_at    timestamptz,
  revoked_at timestamptz
);
SELECT audit.watch('identity.api_key', '{id}', '', '{hash,used_at}');
GRANT SELECT, INSERT, UPDATE ON identity.api_key TO qudao_app, qudao_worker;
