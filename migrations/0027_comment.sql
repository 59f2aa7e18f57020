-- timeline: comments on any document, and the files that came with them. Neither is ever changed. An internal one
-- is the brand's own: no dealer reads it, whatever the application says.
-- +goose Up
CREATE TABLE timeline.comment (
  dealer_id int NOT NULL,
  doc_id    uuid NOT NULL,
  id        uuid NOT NULL,              -- by the time at which it was written
  doc_kind  text NOT NULL,
  side      text NOT NULL CHECK (side IN ('dealer', 'brand')),
  internal  boolean NOT NULL,
  at        timestamptz NOT NULL,
  actor     text NOT NULL,
  who       text NOT NULL,              -- the name shown
  body      text NOT NULL,              -- plain text, one paragraph a line; may be empty where files came
  PRIMARY KEY (dealer_id, doc_id, id),
  CONSTRAINT comment_internal CHECK (NOT internal OR side = 'brand')
) PARTITION BY RANGE (doc_id);
INSERT INTO pg.partitioned VALUES ('timeline.comment', 'uuid');

CREATE TABLE timeline.attachment (
  dealer_id  int NOT NULL,
  doc_id     uuid NOT NULL,
  id         uuid NOT NULL,
  comment_id uuid NOT NULL,
  internal   boolean NOT NULL,          -- as its comment
  place      smallint NOT NULL,         -- among the files of its comment
  name       text NOT NULL,
  type       text NOT NULL,             -- found in the content, never the sender's word
  size       bigint NOT NULL CHECK (size > 0),
  file_id    uuid NOT NULL,
  small_id   uuid,                      -- of a picture: the same, small
  PRIMARY KEY (dealer_id, doc_id, id)
) PARTITION BY RANGE (doc_id);
INSERT INTO pg.partitioned VALUES ('timeline.attachment', 'uuid');

-- +goose StatementBegin
DO $$
DECLARE tbl regclass;
BEGIN
  FOREACH tbl IN ARRAY ARRAY['timeline.comment', 'timeline.attachment']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
    EXECUTE format($p$CREATE POLICY reader_scope ON %s USING (
      (dealer_id = ANY ((SELECT pg.dealers())::int[]) AND NOT internal) OR (SELECT pg.sees_all())
      OR dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = (SELECT pg.staff_scope())))$p$, tbl);
    EXECUTE format('GRANT SELECT, INSERT ON %s TO qudao_app, qudao_worker', tbl);
  END LOOP;
END $$;
-- +goose StatementEnd
