-- blob: files in chunks by content hash, restored with everything else.
-- +goose Up
CREATE SCHEMA blob;
GRANT USAGE ON SCHEMA blob TO qudao_app, qudao_worker;
CREATE TABLE blob.chunk (
  hash bytea PRIMARY KEY,
  data bytea NOT NULL
);
ALTER TABLE blob.chunk ALTER COLUMN data SET STORAGE EXTERNAL;
GRANT SELECT, INSERT ON blob.chunk TO qudao_app, qudao_worker;
CREATE TABLE blob.file (
  id         uuid PRIMARY KEY,
  owner      text NOT NULL,             -- the actor that may read it back
  name       text NOT NULL,
  type       text NOT NULL,
  size       bigint NOT NULL CHECK (size >= 0),
  chunks     bytea[] NOT NULL,
  created_at timestamptz NOT NULL
);
ALTER TABLE blob.file ENABLE ROW LEVEL SECURITY;
ALTER TABLE blob.file FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_scope ON blob.file USING (owner = (SELECT pg.actor()) OR (SELECT pg.sees_all()));
GRANT SELECT, INSERT, DELETE ON blob.file TO qudao_app, qudao_worker;
