-- once: what an unsafe call with an Idempotency-Key led to, kept 7 days.
-- +goose Up
CREATE SCHEMA once;
GRANT USAGE ON SCHEMA once TO qudao_app, qudao_worker;
-- A row is written by the transaction whose effect it names, so it exists exactly when the effect does.
-- Not guarded by dealer: the key begins with the principal, which no other principal can present.
CREATE TABLE once.key (
  principal  text NOT NULL,
  route      text NOT NULL,
  key        text NOT NULL,
  body_hash  bytea NOT NULL,
  result     jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (principal, route, key)
);
CREATE INDEX key_age ON once.key USING brin (created_at);
GRANT SELECT, INSERT, DELETE ON once.key TO qudao_app, qudao_worker;
