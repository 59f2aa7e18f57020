-- catalog: categories, attribute templates, products and their SKUs. No dealer rows (exempt list):
-- who sees a product is set algebra over audience ids in each statement of the package.
-- +goose Up
CREATE SCHEMA catalog;
GRANT USAGE ON SCHEMA catalog TO qudao_app, qudao_worker;
CREATE TABLE catalog.category (
  id        int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code      text NOT NULL UNIQUE,
  name      text NOT NULL,
  parent_id int REFERENCES catalog.category,
  level     smallint NOT NULL CHECK (level BETWEEN 1 AND 4),   -- 4: series
  path      int[] NOT NULL,             -- from the root to itself
  sort      int NOT NULL DEFAULT 0,
  version   int NOT NULL DEFAULT 1,
  CHECK ((level = 1) = (parent_id IS NULL))
);
CREATE TABLE catalog.template (
  id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code       text NOT NULL UNIQUE,
  name       text NOT NULL,
  attributes jsonb NOT NULL,            -- [{code,name,unit,kind,values,required,facet,axis}]
  version    int NOT NULL DEFAULT 1
);
CREATE TABLE catalog.product (
  id            int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code          text NOT NULL UNIQUE,
  name          text NOT NULL,
  kind          text NOT NULL DEFAULT 'standard' CHECK (kind IN ('standard', 'bundle', 'packaging', 'custom', 'material')),
  category_id   int NOT NULL REFERENCES catalog.category,
  category_path int[] NOT NULL,         -- of the category or, where there is one, the series
  template_id   int REFERENCES catalog.template,
  division_ids  int[] NOT NULL DEFAULT '{}',
  unit          text NOT NULL,
  description   text NOT NULL DEFAULT '',
  images        jsonb NOT NULL DEFAULT '[]',
  attributes    jsonb NOT NULL DEFAULT '{}',   -- {code: value}
  facets        jsonb NOT NULL DEFAULT '{}',   -- {code: [values]} of the product and its SKUs
  allow_ids     int[] NOT NULL DEFAULT '{}',   -- audiences that may see it; none: nobody
  deny_ids      int[] NOT NULL DEFAULT '{}',   -- audiences that may not, whatever else says yes
  state         text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'archived')),
  published_at  timestamptz,
  version       int NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL
);
CREATE INDEX product_category ON catalog.product USING gin (category_path);
CREATE INDEX product_allow ON catalog.product USING gin (allow_ids) WHERE state = 'published';
CREATE INDEX product_updated ON catalog.product (updated_at DESC, id DESC);
CREATE INDEX product_facets ON catalog.product USING gin (facets jsonb_path_ops);
CREATE TABLE catalog.sku (
  id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id int NOT NULL REFERENCES catalog.product,
  code       text NOT NULL UNIQUE,      -- material number (物料编码)
  order_code text UNIQUE,               -- 订货编号
  model      text NOT NULL DEFAULT '',  -- 型号
  barcode    text UNIQUE,
  name       text NOT NULL,
  spec       jsonb NOT NULL DEFAULT '{}',
  unit       text NOT NULL,
  packs      jsonb NOT NULL DEFAULT '[]',      -- [{unit, factor}], factor a number of base units, 12 or 0.5
  minimum    bigint NOT NULL DEFAULT 1000 CHECK (minimum > 0),
  multiple   bigint NOT NULL DEFAULT 1000 CHECK (multiple > 0),
  lead_days  int NOT NULL DEFAULT 0,
  tax_rate   int CHECK (tax_rate BETWEEN 0 AND 10000),   -- basis points; null only before publishing
  weight_g   int NOT NULL DEFAULT 0,
  volume_cm3 int NOT NULL DEFAULT 0,
  sort       int NOT NULL DEFAULT 0,
  state      text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'archived')),
  version    int NOT NULL DEFAULT 1     -- steps with the SKU and with its product
);
CREATE INDEX sku_product ON catalog.sku (product_id, sort);
CREATE INDEX sku_model ON catalog.sku (lower(model));
CREATE INDEX sku_code_folded ON catalog.sku (lower(code));
CREATE INDEX sku_order_code_folded ON catalog.sku (lower(order_code));
CREATE INDEX sku_barcode_folded ON catalog.sku (lower(barcode));
-- What a product is found by: names, codes, models, barcodes, pinyin and initials of it and its SKUs.
CREATE TABLE catalog.search (
  product_id int PRIMARY KEY REFERENCES catalog.product,
  words      text NOT NULL,
  grams      text[] NOT NULL
);
CREATE INDEX search_grams ON catalog.search USING gin (grams);
SELECT audit.watch('catalog.category', '{code}'), audit.watch('catalog.template', '{code}'),
       audit.watch('catalog.product', '{code}', '', '{facets}'), audit.watch('catalog.sku', '{code}');
GRANT SELECT, INSERT, UPDATE ON catalog.category, catalog.template, catalog.product, catalog.sku TO qudao_app, qudao_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON catalog.search TO qudao_app, qudao_worker;
