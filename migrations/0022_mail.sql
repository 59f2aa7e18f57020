-- mail: letters that wait to be sent, and the outbox of an installation without a mail server. Neither holds
-- rows of a dealer's trade; the outbox is read by who may change staff (exempt list).
-- +goose Up
CREATE SCHEMA mail;
GRANT USAGE ON SCHEMA mail TO qudao_app, qudao_worker;
CREATE TABLE mail.letter (
  id         uuid PRIMARY KEY,
  recipient  text NOT NULL CHECK (recipient <> ''),
  language   text NOT NULL CHECK (language IN ('zh-CN', 'en')),
  content    jsonb NOT NULL,                -- {} once it is sent
  created_at timestamptz NOT NULL,
  failed     int NOT NULL DEFAULT 0,
  sent_at    timestamptz
);
CREATE INDEX letter_created ON mail.letter (created_at);
CREATE TABLE mail.outbox (
  id        uuid PRIMARY KEY,
  recipient text NOT NULL,
  subject   text NOT NULL,
  body      text NOT NULL,
  html      text NOT NULL,
  at        timestamptz NOT NULL
);
CREATE INDEX outbox_at ON mail.outbox (at DESC, id DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON mail.letter TO qudao_app, qudao_worker;
GRANT SELECT, INSERT, DELETE ON mail.outbox TO qudao_app, qudao_worker;
