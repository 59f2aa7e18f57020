-- dealer, orders: sub-accounts of a dealer with several roles and limits, and what their orders of a month come to.
-- +goose Up
ALTER TABLE dealer.account
  ADD COLUMN further_roles text[] NOT NULL DEFAULT '{}',   -- beside role
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD CONSTRAINT account_further_roles CHECK (further_roles <@ ARRAY['buyer', 'approver', 'finance', 'viewer'] AND NOT role = ANY (further_roles)
    AND (role <> 'master' OR further_roles = '{}')),
  DROP CONSTRAINT account_state_check,
  ADD CONSTRAINT account_state_check CHECK (state IN ('active', 'disabled', 'removed'));

-- An account without a row here is limited by nothing.
CREATE TABLE dealer.account_limit (
  dealer_id    int NOT NULL,
  account_id   uuid NOT NULL,
  hides_prices boolean NOT NULL DEFAULT false,
  category_ids int[],                    -- the pool of goods; both NULL: all that is published
  product_ids  int[],
  address_ids  uuid[],                   -- NULL: every address of the dealer
  per_order    bigint CHECK (per_order > 0),
  per_month    bigint CHECK (per_month > 0),
  PRIMARY KEY (dealer_id, account_id),
  FOREIGN KEY (dealer_id, account_id) REFERENCES dealer.account,
  CONSTRAINT limit_pool CHECK ((category_ids IS NULL) = (product_ids IS NULL) AND coalesce(cardinality(category_ids) + cardinality(product_ids), 1) > 0),
  CONSTRAINT limit_addresses CHECK (coalesce(cardinality(address_ids), 1) > 0)
);
SELECT pg.guard_dealer('dealer.account_limit');
SELECT audit.watch('dealer.account_limit', '{dealer_id,account_id}', 'dealer_id');
GRANT SELECT, INSERT, UPDATE, DELETE ON dealer.account_limit TO qudao_app, qudao_worker;

-- The orders of accounts with a limit by month, in the order in which they were let through: the n-th of an
-- account and month saw the one before it, or it could not be written.
CREATE TABLE orders.spent (
  dealer_id  int NOT NULL,
  account_id uuid NOT NULL,
  month      date NOT NULL,              -- its first day, in the brand's zone
  n          int NOT NULL CHECK (n > 0),
  order_id   uuid NOT NULL,
  used_after bigint NOT NULL,            -- what the account's orders of the month came to with it
  per_month  bigint NOT NULL,            -- the limit at that moment
  PRIMARY KEY (dealer_id, account_id, month, n),
  CONSTRAINT spent_within CHECK (used_after BETWEEN 0 AND per_month)
);
SELECT pg.guard_dealer('orders.spent');
GRANT SELECT, INSERT ON orders.spent TO qudao_app, qudao_worker;
