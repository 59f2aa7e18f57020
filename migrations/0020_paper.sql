-- paper: what the brand prints at the head of its papers.
-- +goose Up
CREATE SCHEMA paper;
GRANT USAGE ON SCHEMA paper TO qudao_app, qudao_worker;
CREATE TABLE paper.letterhead (
  id      int PRIMARY KEY CHECK (id = 1),  -- there is one
  name    text NOT NULL DEFAULT '',        -- of the brand's company, as papers name it
  name_en text NOT NULL DEFAULT '',        -- on papers in English; empty: the same
  address text NOT NULL DEFAULT '',
  phone   text NOT NULL DEFAULT '',
  version int NOT NULL DEFAULT 1
);
INSERT INTO paper.letterhead (id) VALUES (1);
SELECT audit.watch('paper.letterhead', '{id}');
GRANT SELECT, UPDATE ON paper.letterhead TO qudao_app, qudao_worker;
