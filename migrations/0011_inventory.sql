-- inventory: how many goods, where, and for whom they are reserved.
-- +goose Up
CREATE SCHEMA inventory;
GRANT USAGE ON SCHEMA inventory TO qudao_app, qudao_worker;
CREATE TABLE inventory.warehouse (
  id          int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        text NOT NULL UNIQUE,
  name        text NOT NULL,
  region_code int NOT NULL REFERENCES dealer.region,
  priority    int NOT NULL DEFAULT 0,   -- higher is asked first
  state       text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'closed')),
  version     int NOT NULL DEFAULT 1
);
SELECT audit.watch('inventory.warehouse', '{code}');
GRANT SELECT, INSERT, UPDATE ON inventory.warehouse TO qudao_app, qudao_worker;

-- The level: what the movements and reservations sum up to, guarded by CHECK. Never dealer rows (exempt list).
CREATE TABLE inventory.level (
  sku_id       int NOT NULL,
  warehouse_id int NOT NULL,
  pool         smallint NOT NULL DEFAULT 0,
  on_hand      bigint NOT NULL DEFAULT 0,
  reserved     bigint NOT NULL DEFAULT 0,
  safety       bigint NOT NULL DEFAULT 0 CHECK (safety >= 0),
  PRIMARY KEY (sku_id, warehouse_id, pool),
  CONSTRAINT level_holds CHECK (reserved BETWEEN 0 AND on_hand)
) WITH (fillfactor = 70);
GRANT SELECT, INSERT, UPDATE ON inventory.level TO qudao_app, qudao_worker;

CREATE TABLE inventory.movement (
  id           uuid NOT NULL,
  sku_id       int NOT NULL,
  warehouse_id int NOT NULL,
  pool         smallint NOT NULL DEFAULT 0,
  kind         text NOT NULL CHECK (kind IN ('opening', 'receipt', 'adjustment', 'count', 'shipment', 'return')),
  quantity     bigint NOT NULL CHECK (quantity <> 0),
  doc_id       text NOT NULL DEFAULT '',
  reason       text NOT NULL DEFAULT '',
  actor        text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (sku_id, warehouse_id, id)
) PARTITION BY RANGE (id);
INSERT INTO pg.partitioned VALUES ('inventory.movement', 'uuid');
GRANT SELECT, INSERT ON inventory.movement TO qudao_app, qudao_worker;
-- External ids are unique over all time, which a partition cannot say.
CREATE TABLE inventory.external (
  source      text NOT NULL,
  external_id text NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (source, external_id)
);
GRANT SELECT, INSERT ON inventory.external TO qudao_app, qudao_worker;
-- The version of a source's figures that was last taken for a level: older ones come too late.
CREATE TABLE inventory.counted (
  source       text NOT NULL,
  sku_id       int NOT NULL,
  warehouse_id int NOT NULL,
  version      bigint NOT NULL,
  PRIMARY KEY (source, sku_id, warehouse_id)
);
GRANT SELECT, INSERT, UPDATE ON inventory.counted TO qudao_app, qudao_worker;

-- What an order holds in one warehouse: one row, its arrays in step, an element for each order line with
-- goods from there. open is what is still held. A row for each line costs placement a tenth more.
CREATE TABLE inventory.reservation (
  dealer_id    int NOT NULL,
  order_id     uuid NOT NULL,
  warehouse_id int NOT NULL,
  pool         smallint NOT NULL DEFAULT 0,
  lines        smallint[] NOT NULL,
  skus         int[] NOT NULL,
  quantities   bigint[] NOT NULL,
  open         bigint[] NOT NULL,
  PRIMARY KEY (dealer_id, order_id, warehouse_id, pool),
  CONSTRAINT reservation_in_step CHECK (cardinality(lines) > 0 AND cardinality(skus) = cardinality(lines)
    AND cardinality(quantities) = cardinality(lines) AND cardinality(open) = cardinality(lines) AND 0 <= ALL (open))
) PARTITION BY RANGE (order_id);
-- The same line by line; a reservation is live while open > 0.
CREATE VIEW inventory.held WITH (security_invoker) AS
  SELECT r.dealer_id, r.order_id, u.line, r.warehouse_id, u.sku_id, r.pool, u.quantity, u.open
  FROM inventory.reservation r, unnest(r.lines, r.skus, r.quantities, r.open) u(line, sku_id, quantity, open);
GRANT SELECT ON inventory.held TO qudao_app, qudao_worker;
INSERT INTO pg.partitioned VALUES ('inventory.reservation', 'uuid');
SELECT pg.guard_dealer('inventory.reservation');
GRANT SELECT, INSERT, UPDATE ON inventory.reservation TO qudao_app, qudao_worker;

-- How stock is shown, to whom, for what. The most specific rule wins: with an audience before without,
-- the nearest category before the farther; then the higher priority.
CREATE TABLE inventory.display (
  id          int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  audience_id int REFERENCES dealer.audience,
  category_id int REFERENCES catalog.category,
  mode        text NOT NULL CHECK (mode IN ('exact', 'banded', 'flag', 'hidden')),
  bands       bigint[] NOT NULL DEFAULT '{}',   -- lower bounds, rising, in thousandths of the unit
  priority    int NOT NULL DEFAULT 0
);
SELECT audit.watch('inventory.display', '{id}');
GRANT SELECT, INSERT, UPDATE, DELETE ON inventory.display TO qudao_app, qudao_worker;
