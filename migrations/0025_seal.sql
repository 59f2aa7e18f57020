-- audit: rows are sealed in batches, so that what was changed, removed or slipped in afterwards is found.
-- +goose Up
-- The transaction of a row: a batch goes up to where every transaction is over. Rows from before there were seals
-- count as the first.
ALTER TABLE audit.change ADD COLUMN xid xid8 NOT NULL DEFAULT '0';
ALTER TABLE audit.change ALTER COLUMN xid SET DEFAULT pg_current_xact_id();
CREATE INDEX change_unsealed ON audit.change (xid, id);
CREATE TABLE audit.seal (
  number    bigint PRIMARY KEY,         -- 1, 2, 3 without a gap
  at        timestamptz NOT NULL,       -- when it was made
  from_at   timestamptz NOT NULL,       -- the earliest and the latest of its rows
  to_at     timestamptz NOT NULL,
  rows      int NOT NULL CHECK (rows > 0),
  digests   bytea NOT NULL,             -- of each row its id and the beginning of its hash, 16 bytes
  tag       bytea NOT NULL,             -- HMAC over all of this, the hashes of the rows and the seal before
  until_xid xid8 NOT NULL,              -- how far rows are sealed; not signed: a restored dump sets it back
  until_id  bigint NOT NULL
);
CREATE INDEX seal_time ON audit.seal (to_at);
SELECT pg.guard_staff('audit.seal');
GRANT SELECT ON audit.seal TO qudao_app, qudao_worker;
GRANT INSERT ON audit.seal TO qudao_worker;
