-- purchasing: what an account is about to order.
-- +goose Up
CREATE SCHEMA purchasing;
GRANT USAGE ON SCHEMA purchasing TO qudao_app, qudao_worker;
CREATE TABLE purchasing.cart_line (
  dealer_id  int NOT NULL,
  account_id uuid NOT NULL,
  sku_id     int NOT NULL REFERENCES catalog.sku,
  quantity   bigint NOT NULL CHECK (quantity > 0),
  added_at   timestamptz NOT NULL,
  PRIMARY KEY (dealer_id, account_id, sku_id)
);
SELECT pg.guard_dealer('purchasing.cart_line');
GRANT SELECT, INSERT, UPDATE, DELETE ON purchasing.cart_line TO qudao_app, qudao_worker;
