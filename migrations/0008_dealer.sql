-- dealer: dealers, the facts about them, and the audiences made of these facts.
-- +goose Up
CREATE SCHEMA dealer;
GRANT USAGE ON SCHEMA dealer TO qudao_app, qudao_worker;
CREATE TABLE dealer.region (
  code      int PRIMARY KEY,            -- official division code, six digits
  name      text NOT NULL,
  parent    int REFERENCES dealer.region,
  level     smallint NOT NULL,          -- 1 province, 2 city, 3 county
  path      int[] NOT NULL DEFAULT '{}', -- itself and every region above it
  full_name text NOT NULL DEFAULT ''    -- from the province down, as on an address: 浙江省杭州市西湖区
);
CREATE INDEX region_parent ON dealer.region (parent);
-- Path and full name follow from the parent, which comes first: rules of audiences ask "is it under?". A
-- division that exists in the code system only (市辖区) is not written on an address.
-- +goose StatementBegin
CREATE FUNCTION dealer.set_path() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE above dealer.region;
BEGIN
  SELECT * INTO above FROM dealer.region WHERE code = NEW.parent;
  NEW.path := NEW.code || coalesce(above.path, '{}');
  NEW.full_name := coalesce(above.full_name, '') || CASE WHEN NEW.name IN ('市辖区', '县') OR NEW.name LIKE '%直辖县级行政区划' THEN '' ELSE NEW.name END;
  RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER region_path BEFORE INSERT OR UPDATE ON dealer.region FOR EACH ROW EXECUTE FUNCTION dealer.set_path();
CREATE TABLE dealer.level (
  id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  rank int NOT NULL
);
CREATE TABLE dealer.tag (
  id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL
);
SELECT audit.watch('dealer.level', '{code}'), audit.watch('dealer.tag', '{code}');
GRANT SELECT, INSERT, UPDATE ON dealer.region, dealer.level, dealer.tag TO qudao_app, qudao_worker;

CREATE TABLE dealer.dealer (
  id           int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code         text NOT NULL UNIQUE,
  name         text NOT NULL,
  short_name   text NOT NULL DEFAULT '',
  level_id     int NOT NULL REFERENCES dealer.level,
  region_code  int NOT NULL REFERENCES dealer.region,
  tag_ids      int[] NOT NULL DEFAULT '{}',
  division_ids int[] NOT NULL DEFAULT '{}',
  rep_id       int REFERENCES org.staff,
  contact      text NOT NULL DEFAULT '',
  phone        text NOT NULL DEFAULT '',
  credit_code  text NOT NULL DEFAULT '',      -- unified social credit code
  state        text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'frozen', 'closed')),
  audience_ids int[] NOT NULL DEFAULT '{}',   -- materialised membership, sorted
  search       text NOT NULL DEFAULT '',      -- code, names, pinyin, lower case
  version      int NOT NULL DEFAULT 1,        -- steps when a fact or the membership changes
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL
);
-- No GIN index on audience_ids: its operators are not leakproof, so under the policy it is never used, and a
-- changed rule would pay for it with every dealer it moves.
CREATE INDEX dealer_rep ON dealer.dealer (rep_id);
SELECT pg.guard_dealer('dealer.dealer', 'id');
SELECT audit.watch('dealer.dealer', '{code}', 'id', '{search,audience_ids}');
GRANT SELECT, INSERT, UPDATE ON dealer.dealer TO qudao_app, qudao_worker;

-- Who the dealer's rep was, from when to when.
CREATE TABLE dealer.rep_term (
  dealer_id  int NOT NULL REFERENCES dealer.dealer,
  staff_id   int NOT NULL REFERENCES org.staff,
  since      timestamptz NOT NULL,
  until      timestamptz,
  PRIMARY KEY (dealer_id, since),
  CHECK (until IS NULL OR until >= since)
);
SELECT pg.guard_dealer('dealer.rep_term');
GRANT SELECT, INSERT, UPDATE ON dealer.rep_term TO qudao_app, qudao_worker;

CREATE TABLE dealer.address (
  dealer_id   int NOT NULL REFERENCES dealer.dealer,
  id          uuid NOT NULL,
  name        text NOT NULL,
  phone       text NOT NULL,
  region_code int NOT NULL REFERENCES dealer.region,
  detail      text NOT NULL,
  is_default  boolean NOT NULL DEFAULT false,
  PRIMARY KEY (dealer_id, id)
);
CREATE UNIQUE INDEX address_default ON dealer.address (dealer_id) WHERE is_default;
SELECT pg.guard_dealer('dealer.address');
SELECT audit.watch('dealer.address', '{dealer_id,id}', 'dealer_id');
GRANT SELECT, INSERT, UPDATE, DELETE ON dealer.address TO qudao_app, qudao_worker;

CREATE TABLE dealer.account (
  dealer_id int NOT NULL REFERENCES dealer.dealer,
  id        uuid NOT NULL,
  login_id  uuid NOT NULL REFERENCES identity.login,
  name      text NOT NULL,
  role      text NOT NULL CHECK (role IN ('master', 'buyer', 'approver', 'finance', 'viewer')),
  state     text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled')),
  PRIMARY KEY (dealer_id, id),
  UNIQUE (dealer_id, login_id)
);
SELECT pg.guard_dealer('dealer.account');
SELECT audit.watch('dealer.account', '{dealer_id,id}', 'dealer_id');
GRANT SELECT, INSERT, UPDATE ON dealer.account TO qudao_app, qudao_worker;
-- Which dealer a login acts for: read before the dealer is known, so it stands outside the policy.
CREATE TABLE dealer.account_login (
  login_id   uuid PRIMARY KEY REFERENCES identity.login,
  dealer_id  int NOT NULL,
  account_id uuid NOT NULL
);
GRANT SELECT, INSERT ON dealer.account_login TO qudao_app, qudao_worker;

CREATE TABLE dealer.audience (
  id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code       text NOT NULL UNIQUE,
  name       text NOT NULL,
  rule       jsonb NOT NULL,                -- as people edit it, in codes
  -- The same rule in ids, for statements over many dealers. No condition at all is every dealer; named
  -- dealers alone are these only.
  levels     int[] NOT NULL DEFAULT '{}',
  regions    int[] NOT NULL DEFAULT '{}',
  tags_any   int[] NOT NULL DEFAULT '{}',
  tags_all   int[] NOT NULL DEFAULT '{}',
  tags_none  int[] NOT NULL DEFAULT '{}',
  divisions  int[] NOT NULL DEFAULT '{}',
  dealers_in int[] NOT NULL DEFAULT '{}',
  dealers_out int[] NOT NULL DEFAULT '{}',
  named_only boolean NOT NULL DEFAULT false,
  version    int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL
);
SELECT pg.guard_staff('dealer.audience');
SELECT audit.watch('dealer.audience', '{code}', '', '{levels,regions,tags_any,tags_all,tags_none,divisions,dealers_in,dealers_out,named_only}');
GRANT SELECT, INSERT, UPDATE ON dealer.audience TO qudao_app, qudao_worker;
