-- spreadsheet: an import that was a mistake is taken back.
-- +goose Up
ALTER TABLE spreadsheet.run
  ADD COLUMN undone_at timestamptz,           -- when what it wrote was taken back
  ADD COLUMN undone int NOT NULL DEFAULT 0;   -- prices or levels of stock that are again what they were
ALTER TABLE spreadsheet.run ADD CONSTRAINT run_undone CHECK (undone_at IS NULL OR (state = 'done' AND direction = 'in'));
