-- timeline: the nodes of any document; for an order also its history of moves, one a version, no gap.
-- +goose Up
CREATE SCHEMA timeline;
GRANT USAGE ON SCHEMA timeline TO qudao_app, qudao_worker;
CREATE TABLE timeline.node (
  dealer_id int NOT NULL,
  doc_id    uuid NOT NULL,
  seq       int NOT NULL,               -- the document's version after the move
  doc_kind  text NOT NULL,
  node      text NOT NULL,              -- placed, accepted, shipped …
  at        timestamptz NOT NULL,
  actor     text NOT NULL,
  who       text NOT NULL,              -- the name shown
  data      jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (dealer_id, doc_id, seq)
) PARTITION BY RANGE (doc_id);
INSERT INTO pg.partitioned VALUES ('timeline.node', 'uuid');
SELECT pg.guard_dealer('timeline.node');
GRANT SELECT, INSERT ON timeline.node TO qudao_app, qudao_worker;
