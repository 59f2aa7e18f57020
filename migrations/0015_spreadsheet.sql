-- spreadsheet: runs of imports and exports, with their progress and what came of them.
-- +goose Up
CREATE SCHEMA spreadsheet;
GRANT USAGE ON SCHEMA spreadsheet TO qudao_app, qudao_worker;
CREATE TABLE spreadsheet.run (
  id          uuid PRIMARY KEY,
  owner       text NOT NULL,            -- the actor that started it
  actor       jsonb NOT NULL,           -- that actor in full: the work is done in its scope
  dealer_id   int,                      -- null: a run of the brand's staff
  direction   text NOT NULL CHECK (direction IN ('in', 'out')),
  kind        text NOT NULL,            -- products, prices, stock, orders …
  language    text NOT NULL,            -- in which it tells what is wrong
  params      jsonb NOT NULL DEFAULT '{}',
  name        text NOT NULL,            -- of the file as people see it
  state       text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  file_id     uuid,                     -- the upload, or what was exported
  errors_id   uuid,                     -- the wrong rows of an import, with reasons
  total       int NOT NULL DEFAULT 0,
  done        int NOT NULL DEFAULT 0,
  ok          int NOT NULL DEFAULT 0,
  failed      int NOT NULL DEFAULT 0,
  by_kind     jsonb NOT NULL DEFAULT '[]',
  problem     jsonb,                    -- why the run as a whole failed
  -- Who works on it: the number of the attempt fences off an earlier worker that was thought dead, and
  -- beat_at is its last sign of life (null: nobody).
  attempt     int NOT NULL DEFAULT 0,
  beat_at     timestamptz,
  -- Set by the transaction that applied the rows, with what was wrong with the others: what remains is to
  -- write the error file, and nothing is applied twice.
  applied_at  timestamptz,
  problems    jsonb,
  version     int NOT NULL DEFAULT 1,
  created_at  timestamptz NOT NULL,
  finished_at timestamptz,
  CONSTRAINT run_finished CHECK ((finished_at IS NOT NULL) = (state IN ('done', 'failed'))),
  CONSTRAINT run_counts CHECK (done BETWEEN 0 AND total AND ok >= 0 AND failed >= 0)
);
CREATE INDEX run_owner ON spreadsheet.run (owner, id DESC);
CREATE INDEX run_open ON spreadsheet.run (id) WHERE state IN ('waiting', 'running');
ALTER TABLE spreadsheet.run ENABLE ROW LEVEL SECURITY;
ALTER TABLE spreadsheet.run FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_scope ON spreadsheet.run USING (owner = (SELECT pg.actor()) OR (SELECT pg.sees_all()));
GRANT SELECT, INSERT, UPDATE ON spreadsheet.run TO qudao_app, qudao_worker;
GRANT DELETE ON spreadsheet.run TO qudao_worker;
