-- purchasing: what a dealer's people buy again and again.
-- +goose Up
CREATE TABLE purchasing.shopping_list (
  dealer_id  int NOT NULL,
  id         uuid NOT NULL,
  account_id uuid NOT NULL,                -- whose it is; a shared one may be used and changed by all of the dealer
  name       text NOT NULL CHECK (name <> ''),
  shared     boolean NOT NULL DEFAULT false,
  version    int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (dealer_id, id)
);
SELECT pg.guard_dealer('purchasing.shopping_list');
GRANT SELECT, INSERT, UPDATE, DELETE ON purchasing.shopping_list TO qudao_app, qudao_worker;

CREATE TABLE purchasing.shopping_line (
  dealer_id int NOT NULL,
  list_id   uuid NOT NULL,
  sku_id    int NOT NULL REFERENCES catalog.sku,
  place     int NOT NULL,                  -- order of the lines, from 1, with gaps
  name      text NOT NULL,                 -- as it was called when it was chosen: names what is no longer to be had
  quantity  bigint NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (dealer_id, list_id, sku_id),
  FOREIGN KEY (dealer_id, list_id) REFERENCES purchasing.shopping_list ON DELETE CASCADE
);
SELECT pg.guard_dealer('purchasing.shopping_line');
GRANT SELECT, INSERT, UPDATE, DELETE ON purchasing.shopping_line TO qudao_app, qudao_worker;
