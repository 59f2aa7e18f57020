-- storefront: the blocks of which the dealers' first page is composed, each for its audiences and its time.
-- catalog: in whose use a picture is that no product shows.
-- +goose Up
CREATE TABLE catalog.picture_use (
  used_by text NOT NULL,                -- storefront:<block>
  hash    text NOT NULL REFERENCES catalog.picture,
  PRIMARY KEY (used_by, hash)
);
CREATE INDEX picture_use_hash ON catalog.picture_use (hash);
GRANT SELECT, INSERT, DELETE ON catalog.picture_use TO qudao_app, qudao_worker;

CREATE SCHEMA storefront;
GRANT USAGE ON SCHEMA storefront TO qudao_app, qudao_worker;
CREATE TABLE storefront.block (
  id           uuid PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('banner', 'products', 'notice')),
  title        text NOT NULL,
  body         text NOT NULL,
  image        text NOT NULL,           -- of a banner: the address of its picture
  link_kind    text NOT NULL CHECK (link_kind IN ('', 'product', 'category', 'search', 'announcement')),
  link_to      text NOT NULL,           -- a code, a number, words to look for
  product_ids  int[] NOT NULL,          -- of a row of products, in their order
  everybody    boolean NOT NULL,        -- or the dealers of any of these audiences
  audience_ids int[] NOT NULL,
  since        timestamptz,
  until        timestamptz,             -- exclusive
  shown        boolean NOT NULL,        -- else it is being prepared
  place        int NOT NULL,            -- among the blocks, from above
  version      int NOT NULL DEFAULT 1,
  updated_at   timestamptz NOT NULL,
  updated_by   text NOT NULL,           -- the name shown
  CONSTRAINT block_period CHECK (until IS NULL OR since IS NULL OR until > since),
  CONSTRAINT block_target CHECK (NOT (everybody AND audience_ids <> '{}') AND (NOT shown OR everybody OR audience_ids <> '{}')),
  CONSTRAINT block_whole CHECK (CASE kind WHEN 'banner' THEN image <> '' WHEN 'products' THEN product_ids <> '{}' ELSE body <> '' END)
);
-- Staff reads and writes them; a dealer reads what is shown to it now, and writes none.
SELECT pg.guard_staff('storefront.block');
CREATE POLICY audience_scope ON storefront.block FOR SELECT USING (
  (SELECT pg.dealers()) IS NOT NULL AND shown
  AND (since IS NULL OR since <= (SELECT pg.now())) AND (until IS NULL OR until > (SELECT pg.now()))
  AND (everybody OR audience_ids && (SELECT pg.audiences())::int[]));
SELECT audit.watch('storefront.block', '{id}');
GRANT SELECT, INSERT, UPDATE, DELETE ON storefront.block TO qudao_app, qudao_worker;
