-- orders (package order): orders, their lines and shipments.
-- Keys lead with the dealer. No foreign keys to other schemas on the write path of placement
-- (docs/adr/0007): the ids are checked in the transaction, and `qudao verify` looks for orphans.
-- +goose Up
CREATE SCHEMA orders;
GRANT USAGE ON SCHEMA orders TO qudao_app, qudao_worker;
CREATE SEQUENCE orders.order_number;
CREATE SEQUENCE orders.shipment_number;
GRANT USAGE ON SEQUENCE orders.order_number, orders.shipment_number TO qudao_app, qudao_worker;

CREATE TABLE orders.orders (
  dealer_id    int NOT NULL,
  id           uuid NOT NULL,
  number       text NOT NULL,
  kind         text NOT NULL DEFAULT 'normal' CHECK (kind IN ('normal')),
  source       text NOT NULL CHECK (source IN ('portal', 'office', 'open')),
  review       text NOT NULL CHECK (review IN ('in_review', 'accepted', 'rejected', 'cancelled', 'expired')),
  fulfilment   text NOT NULL CHECK (fulfilment IN ('none', 'allocated', 'partly_shipped', 'shipped', 'partly_received', 'received', 'closed')),
  payment      text NOT NULL DEFAULT 'none' CHECK (payment IN ('none')),
  currency     text NOT NULL,
  goods        bigint NOT NULL,         -- sum of the lines at their price
  discount     bigint NOT NULL DEFAULT 0 CHECK (discount >= 0),
  freight      bigint NOT NULL DEFAULT 0 CHECK (freight >= 0),
  total        bigint NOT NULL,         -- with tax
  net          bigint NOT NULL,
  tax          bigint NOT NULL,
  line_count   smallint NOT NULL CHECK (line_count > 0),
  address      jsonb NOT NULL,
  remark       text NOT NULL DEFAULT '',
  reason       text NOT NULL DEFAULT '',      -- why rejected or cancelled
  account_id   uuid,
  placed_by    text NOT NULL,           -- the name shown
  actor        text NOT NULL,           -- who, where from and by which request: several actors share a
  address_from text NOT NULL,           -- transaction, so audit takes them from the row
  request      text NOT NULL,
  placed_at    timestamptz NOT NULL,
  priced_at    timestamptz NOT NULL,
  review_until timestamptz,             -- unreviewed by then: expired
  closed_at    timestamptz,
  version      int NOT NULL DEFAULT 1,
  PRIMARY KEY (dealer_id, id),
  CONSTRAINT order_adds_up CHECK (total = goods - discount + freight AND total = net + tax AND total >= 0),
  CONSTRAINT order_review_until CHECK (review <> 'in_review' OR review_until IS NOT NULL),
  CONSTRAINT order_closed CHECK ((closed_at IS NOT NULL) = (review IN ('rejected', 'cancelled', 'expired') OR fulfilment IN ('received', 'closed')))
) PARTITION BY RANGE (id);
INSERT INTO pg.partitioned VALUES ('orders.orders', 'uuid');
CREATE INDEX orders_number ON orders.orders (number);
CREATE INDEX orders_newest ON orders.orders (id DESC);
CREATE INDEX orders_waiting ON orders.orders (review_until) WHERE review = 'in_review';
SELECT pg.guard_dealer('orders.orders');
SELECT audit.watch('orders.orders', '{id}', 'dealer_id', '{actor,address_from,request}');
-- The statement that places orders records them itself (audit.InsertedSQL): a trigger costs it a tenth.
DROP TRIGGER audit_insert ON orders.orders;
GRANT SELECT, INSERT, UPDATE ON orders.orders TO qudao_app, qudao_worker;

CREATE TABLE orders.line (
  dealer_id  int NOT NULL,
  order_id   uuid NOT NULL,
  line       smallint NOT NULL,
  sku_id     int NOT NULL,
  sku_code   text NOT NULL,
  name       text NOT NULL,
  unit       text NOT NULL,
  quantity   bigint NOT NULL CHECK (quantity > 0),
  reserved   bigint NOT NULL CHECK (reserved >= 0),
  shipped    bigint NOT NULL DEFAULT 0 CHECK (shipped >= 0),
  received   bigint NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND shipped),
  cancelled  bigint NOT NULL DEFAULT 0 CHECK (cancelled >= 0),
  price      bigint NOT NULL CHECK (price > 0),
  amount     bigint NOT NULL CHECK (amount >= 0),
  net        bigint NOT NULL,
  tax        bigint NOT NULL,
  tax_rate   int NOT NULL,
  trace      json NOT NULL,            -- as it was written, to the byte
  PRIMARY KEY (dealer_id, order_id, line),
  CONSTRAINT line_accounts CHECK (quantity = reserved + shipped + cancelled),
  CONSTRAINT line_adds_up CHECK (amount = net + tax)
) PARTITION BY RANGE (order_id);
INSERT INTO pg.partitioned VALUES ('orders.line', 'uuid');
SELECT pg.guard_dealer('orders.line');
GRANT SELECT, INSERT, UPDATE ON orders.line TO qudao_app, qudao_worker;

CREATE TABLE orders.shipment (
  dealer_id    int NOT NULL,
  order_id     uuid NOT NULL,
  id           uuid NOT NULL,
  number       text NOT NULL,
  warehouse_id int NOT NULL,
  carrier      text NOT NULL,
  tracking     text NOT NULL,
  shipped_at   timestamptz NOT NULL,
  shipped_by   text NOT NULL,
  received_at  timestamptz,
  received_by  text,
  PRIMARY KEY (dealer_id, order_id, id),
  CONSTRAINT shipment_received CHECK ((received_at IS NULL) = (received_by IS NULL))
) PARTITION BY RANGE (order_id);
INSERT INTO pg.partitioned VALUES ('orders.shipment', 'uuid');
SELECT pg.guard_dealer('orders.shipment');
SELECT audit.watch('orders.shipment', '{order_id,id}', 'dealer_id');
GRANT SELECT, INSERT, UPDATE ON orders.shipment TO qudao_app, qudao_worker;
-- Shipments told by a program carry its id, once.
CREATE TABLE orders.shipment_external (
  source      text NOT NULL,
  external_id text NOT NULL,
  shipment_id uuid NOT NULL,
  PRIMARY KEY (source, external_id)
);
GRANT SELECT, INSERT ON orders.shipment_external TO qudao_app, qudao_worker;

CREATE TABLE orders.shipment_line (
  dealer_id   int NOT NULL,
  order_id    uuid NOT NULL,
  shipment_id uuid NOT NULL,
  line        smallint NOT NULL,
  quantity    bigint NOT NULL CHECK (quantity > 0),
  received    bigint CHECK (received BETWEEN 0 AND quantity),
  PRIMARY KEY (dealer_id, order_id, shipment_id, line)
) PARTITION BY RANGE (order_id);
INSERT INTO pg.partitioned VALUES ('orders.shipment_line', 'uuid');
SELECT pg.guard_dealer('orders.shipment_line');
GRANT SELECT, INSERT, UPDATE ON orders.shipment_line TO qudao_app, qudao_worker;

-- The review rule by kind of order: accepted at once up to this amount; else reviewed within these hours.
CREATE TABLE orders.rule (
  kind              text PRIMARY KEY,
  auto_accept_below bigint NOT NULL CHECK (auto_accept_below >= 0),
  review_hours      int NOT NULL CHECK (review_hours BETWEEN 1 AND 8760),
  version           int NOT NULL DEFAULT 1
);
INSERT INTO orders.rule (kind, auto_accept_below, review_hours) VALUES ('normal', 0, 72);
SELECT audit.watch('orders.rule', '{kind}');
GRANT SELECT, UPDATE ON orders.rule TO qudao_app, qudao_worker;
