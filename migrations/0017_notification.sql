-- notification: announcements to audiences, messages to dealers and staff, and who has seen what.
-- +goose Up
CREATE SCHEMA notification;
GRANT USAGE ON SCHEMA notification TO qudao_app, qudao_worker;
CREATE SEQUENCE notification.announcement_number;
GRANT USAGE ON SEQUENCE notification.announcement_number TO qudao_app, qudao_worker;

CREATE TABLE notification.announcement (
  id           uuid PRIMARY KEY,
  number       text NOT NULL UNIQUE,
  title        text NOT NULL,
  body         text NOT NULL,           -- plain paragraphs, one a line
  everybody    boolean NOT NULL,        -- or the dealers of any of these audiences
  audience_ids int[] NOT NULL DEFAULT '{}',
  since        timestamptz,             -- null: from its publication
  until        timestamptz,             -- exclusive; null: until it is withdrawn
  pinned       boolean NOT NULL DEFAULT false,
  state        text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'withdrawn')),
  version      int NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  created_by   text NOT NULL,           -- the name shown
  updated_at   timestamptz NOT NULL,
  published_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT announcement_period CHECK (until IS NULL OR since IS NULL OR until > since),
  CONSTRAINT announcement_target CHECK (NOT (everybody AND audience_ids <> '{}') AND (state = 'draft' OR everybody OR audience_ids <> '{}')),
  CONSTRAINT announcement_moves CHECK ((published_at IS NULL) = (state = 'draft') AND (withdrawn_at IS NOT NULL) = (state = 'withdrawn'))
);
CREATE INDEX announcement_shown ON notification.announcement (published_at) WHERE state = 'published';
-- Staff reads and writes them; a dealer reads what is published to it now, and writes none.
SELECT pg.guard_staff('notification.announcement');
CREATE POLICY audience_scope ON notification.announcement FOR SELECT USING (
  (SELECT pg.dealers()) IS NOT NULL AND state = 'published'
  AND coalesce(since, published_at) <= (SELECT pg.now()) AND (until IS NULL OR until > (SELECT pg.now()))
  AND (everybody OR audience_ids && (SELECT pg.audiences())::int[]));
SELECT audit.watch('notification.announcement', '{number}');
GRANT SELECT, INSERT, UPDATE ON notification.announcement TO qudao_app, qudao_worker;

-- One row for each fact and receiver: a dealer with all its accounts, one member of staff, or all of those who
-- hold a permission and see every dealer. What each of them has seen stands apart, so that a fact costs one row
-- however many people read it. Not cut by month: rows live 90 days, and the worker, who owns no partition,
-- removes them by the day in the order in which they lie.
CREATE TABLE notification.message (
  receiver  text NOT NULL,              -- dealer:12, staff:E1, may:order.review
  id        uuid NOT NULL,              -- by the time at which it was made
  fact_id   uuid NOT NULL,              -- what it tells of
  dealer_id int,                        -- whom it is about; null: nobody's, as a run
  kind      text NOT NULL,              -- order_shipped
  doc_kind  text NOT NULL,              -- order
  doc_id    text NOT NULL,              -- as its page is addressed
  data      jsonb NOT NULL,             -- what the text names
  at        timestamptz NOT NULL,       -- of the fact
  PRIMARY KEY (receiver, id),
  CONSTRAINT message_once UNIQUE (fact_id, receiver)
);
CREATE INDEX message_age ON notification.message USING brin (at) WITH (pages_per_range = 32);
ALTER TABLE notification.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification.message FORCE ROW LEVEL SECURITY;
CREATE POLICY receiver_scope ON notification.message USING (
  (SELECT pg.sees_all())
  OR (dealer_id = ANY ((SELECT pg.dealers())::int[]) AND receiver = 'dealer:' || dealer_id)
  OR dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = (SELECT pg.staff_scope()))
  OR (dealer_id IS NULL AND receiver = (SELECT pg.actor())));
GRANT SELECT ON notification.message TO qudao_app;
GRANT SELECT, INSERT, DELETE ON notification.message TO qudao_worker;

-- What a principal has seen: every message up to one, and single messages and announcements beside it.
CREATE TABLE notification.reader (
  principal text PRIMARY KEY,
  seen_to   uuid NOT NULL
);
CREATE TABLE notification.seen (
  principal text NOT NULL,
  id        uuid NOT NULL,              -- of a message or an announcement
  at        timestamptz NOT NULL,
  PRIMARY KEY (principal, id)
);
CREATE INDEX seen_age ON notification.seen USING brin (at) WITH (pages_per_range = 32);
-- +goose StatementBegin
DO $$
DECLARE tbl regclass;
BEGIN
  FOREACH tbl IN ARRAY ARRAY['notification.reader', 'notification.seen']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
    EXECUTE format('CREATE POLICY principal_scope ON %s USING (principal = (SELECT pg.actor()) OR (SELECT pg.sees_all()))', tbl);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT SELECT, INSERT, UPDATE ON notification.reader TO qudao_app, qudao_worker;
GRANT SELECT, INSERT, DELETE ON notification.seen TO qudao_app, qudao_worker;
