-- blob: files in chunks by content hash, restored with everything else.
-- +goose Up
CREATE SCHEMA blob;
GRANT USAGE ON SCHEMA blob TO qudao_app, qudao_worker;
-- Equal content is stored once. used_at is when a file last came to hold the chunk: the sweep leaves young
-- ones alone, because the file that holds them may not be committed yet.
CREATE TABLE blob.chunk (
  hash    bytea PRIMARY KEY,            -- SHA-256
  data    bytea NOT NULL,
  used_at timestamptz NOT NULL
);
ALTER TABLE blob.chunk ALTER COLUMN data SET STORAGE EXTERNAL;
CREATE INDEX chunk_used ON blob.chunk (used_at);
GRANT SELECT, INSERT, UPDATE ON blob.chunk TO qudao_app, qudao_worker;
GRANT DELETE ON blob.chunk TO qudao_worker;
CREATE TABLE blob.file (
  id         uuid PRIMARY KEY,
  owner      text NOT NULL,             -- the actor that may read it back
  name       text NOT NULL,
  type       text NOT NULL,
  size       bigint NOT NULL CHECK (size >= 0),
  chunks     bytea[] NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX file_chunks ON blob.file USING gin (chunks);
ALTER TABLE blob.file ENABLE ROW LEVEL SECURITY;
ALTER TABLE blob.file FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_scope ON blob.file USING (owner = (SELECT pg.actor()) OR (SELECT pg.sees_all()));
GRANT SELECT, INSERT, DELETE ON blob.file TO qudao_app, qudao_worker;
