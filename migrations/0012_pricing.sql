-- pricing: price lists and their prices.
-- +goose Up
CREATE SCHEMA pricing;
GRANT USAGE ON SCHEMA pricing TO qudao_app, qudao_worker;
CREATE TABLE pricing.price_list (
  id           int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code         text NOT NULL UNIQUE,
  name         text NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('base', 'audience', 'dealer')),
  audience_id  int REFERENCES dealer.audience,
  dealer_id    int REFERENCES dealer.dealer,
  priority     int NOT NULL DEFAULT 0,  -- of audience lists: the higher one is asked first
  currency     text NOT NULL DEFAULT 'CNY',
  tax_included boolean NOT NULL DEFAULT true,
  valid_from   timestamptz,
  valid_to     timestamptz,             -- exclusive
  state        text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'archived')),
  version      int NOT NULL DEFAULT 1,  -- one step publishes whatever changed in it
  updated_at   timestamptz NOT NULL,
  CHECK ((kind = 'audience') = (audience_id IS NOT NULL)),
  CHECK ((kind = 'dealer') = (dealer_id IS NOT NULL)),
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX price_list_base ON pricing.price_list (kind) WHERE kind = 'base' AND state = 'active';
ALTER TABLE pricing.price_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE pricing.price_list FORCE ROW LEVEL SECURITY;
CREATE POLICY list_scope ON pricing.price_list USING (
  (SELECT pg.sees_all())
  OR audience_id = ANY ((SELECT pg.audiences())::int[])
  OR dealer_id = ANY ((SELECT pg.dealers())::int[])
  OR (kind = 'base' AND (SELECT pg.dealers()) IS NOT NULL)
  OR ((SELECT pg.staff_scope()) IS NOT NULL AND (dealer_id IS NULL OR dealer_id IN
      (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = (SELECT pg.staff_scope())))));
SELECT audit.watch('pricing.price_list', '{code}', 'dealer_id');
GRANT SELECT, INSERT, UPDATE ON pricing.price_list TO qudao_app, qudao_worker;

-- Steps when the set of lists changes (one made, its audience, priority, dates or state changed). The prices
-- of a list have the list's own version, so that a changed price touches no other list (docs/adr/0006).
CREATE TABLE pricing.book (
  one     boolean PRIMARY KEY DEFAULT true CHECK (one),
  version bigint NOT NULL
);
INSERT INTO pricing.book (version) VALUES (1);
GRANT SELECT, UPDATE ON pricing.book TO qudao_app, qudao_worker;

CREATE TABLE pricing.price (
  list_id int NOT NULL REFERENCES pricing.price_list,
  sku_id  int NOT NULL,
  minimum bigint NOT NULL DEFAULT 0,    -- the tier begins at this quantity, in thousandths
  price   bigint NOT NULL CHECK (price > 0),   -- 10^-6 of the currency unit; no row: no price, never 0
  PRIMARY KEY (list_id, sku_id, minimum)
);
CREATE INDEX price_sku ON pricing.price (sku_id, list_id);
ALTER TABLE pricing.price ENABLE ROW LEVEL SECURITY;
ALTER TABLE pricing.price FORCE ROW LEVEL SECURITY;
CREATE POLICY list_scope ON pricing.price USING (
  (SELECT pg.sees_all()) OR list_id IN (SELECT l.id FROM pricing.price_list l));
SELECT audit.watch('pricing.price', '{list_id,sku_id,minimum}');
GRANT SELECT, INSERT, UPDATE, DELETE ON pricing.price TO qudao_app, qudao_worker;
