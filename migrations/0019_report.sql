-- report: what was ordered, added up by dealer and day, and by dealer, day and product.
-- +goose Up
CREATE SCHEMA report;
GRANT USAGE ON SCHEMA report TO qudao_app, qudao_worker;

-- The business day of an order is the day of its key, which is the moment it was placed: so one day of one
-- dealer is one range of the key of orders and lines.
CREATE FUNCTION report.day_of(id uuid) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0) AT TIME ZONE 'Asia/Shanghai')::date $$;

-- Orders that count: in review or accepted. No row is no order.
CREATE TABLE report.daily (
  dealer_id int    NOT NULL,
  day       date   NOT NULL,
  orders    int    NOT NULL CHECK (orders > 0),
  amount    bigint NOT NULL,              -- totals, in cents
  PRIMARY KEY (dealer_id, day)
);
CREATE INDEX daily_day ON report.daily (day) INCLUDE (dealer_id, orders, amount);
SELECT pg.guard_dealer('report.daily');
GRANT SELECT, INSERT, UPDATE, DELETE ON report.daily TO qudao_app, qudao_worker;

CREATE TABLE report.goods (
  dealer_id  int    NOT NULL,
  day        date   NOT NULL,
  product_id int    NOT NULL,
  amount     bigint NOT NULL,             -- of the lines, in cents
  PRIMARY KEY (dealer_id, day, product_id)
);
CREATE INDEX goods_day ON report.goods (day) INCLUDE (dealer_id, product_id, amount);
SELECT pg.guard_dealer('report.goods');
GRANT SELECT, INSERT, UPDATE, DELETE ON report.goods TO qudao_app, qudao_worker;

-- The days before next are added up; null is all of them. Facts keep what is added up.
CREATE TABLE report.filled (
  one  boolean PRIMARY KEY DEFAULT true CHECK (one),
  next date
);
GRANT SELECT, INSERT, UPDATE ON report.filled TO qudao_app, qudao_worker;

-- Who waits for the warehouse is asked by every desk: a few orders among millions.
CREATE INDEX orders_to_ship ON orders.orders (id) WHERE review = 'accepted' AND fulfilment IN ('allocated', 'partly_shipped');
