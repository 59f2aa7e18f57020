-- queue: facts (the outbox). One row per change, in the transaction of the change.
-- +goose Up
CREATE SCHEMA queue;
GRANT USAGE ON SCHEMA queue TO qudao_app, qudao_worker;
-- Readers follow (xid, id) and stay below pg_snapshot_xmin: commit order is not id order.
CREATE TABLE queue.fact (
  id        uuid NOT NULL,
  xid       xid8 NOT NULL DEFAULT pg_current_xact_id(),
  kind      text NOT NULL,              -- order.placed
  doc_kind  text NOT NULL,              -- order
  doc_id    text NOT NULL,              -- a uuid, or the code of master data
  seq       int  NOT NULL,              -- the document's version after the change; no gap
  dealer_id int,                        -- null: a fact of the brand
  at        timestamptz NOT NULL,
  actor     text NOT NULL,
  data      jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (xid, id)
) PARTITION BY RANGE (id);
INSERT INTO pg.partitioned VALUES ('queue.fact', 'uuid');
SELECT pg.guard_dealer('queue.fact');
-- Any actor states facts; only those who see all, or the dealer itself, read them.
CREATE POLICY state ON queue.fact FOR INSERT WITH CHECK (true);
GRANT SELECT, INSERT ON queue.fact TO qudao_app, qudao_worker;

-- How far each reader of facts has come.
CREATE TABLE queue.position (
  reader text PRIMARY KEY,
  xid    xid8 NOT NULL,
  id     uuid NOT NULL,
  at     timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON queue.position TO qudao_app, qudao_worker;
