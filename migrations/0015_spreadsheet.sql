-- spreadsheet: runs of imports and exports, with their progress and what came of them.
-- +goose Up
CREATE SCHEMA spreadsheet;
GRANT USAGE ON SCHEMA spreadsheet TO qudao_app, qudao_worker;
CREATE TABLE spreadsheet.run (
  id          uuid PRIMARY KEY,
  owner       text NOT NULL,            -- the actor that started it
  direction   text NOT NULL CHECK (direction IN ('in', 'out')),
  kind        text NOT NULL,            -- products, prices, stock, orders …
  params      jsonb NOT NULL DEFAULT '{}',
  state       text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  file_id     uuid,
  errors_id   uuid,
  total       int NOT NULL DEFAULT 0,
  done        int NOT NULL DEFAULT 0,
  ok          int NOT NULL DEFAULT 0,
  failed      int NOT NULL DEFAULT 0,
  by_kind     jsonb NOT NULL DEFAULT '[]',
  problem     jsonb,
  created_at  timestamptz NOT NULL,
  finished_at timestamptz,
  CHECK ((finished_at IS NOT NULL) = (state IN ('done', 'failed')))
);
CREATE INDEX run_owner ON spreadsheet.run (owner, id DESC);
ALTER TABLE spreadsheet.run ENABLE ROW LEVEL SECURITY;
ALTER TABLE spreadsheet.run FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_scope ON spreadsheet.run USING (owner = (SELECT pg.actor()) OR (SELECT pg.sees_all()));
GRANT SELECT, INSERT, UPDATE ON spreadsheet.run TO qudao_app, qudao_worker;
