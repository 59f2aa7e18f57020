-- pg: the scope of a transaction, its time, partitions by month, and the words every schema is built with.
-- Roles qudao_owner (migrations), qudao_app and qudao_worker exist before (the private cluster makes them;
-- docs/operations.md tells how elsewhere). Runtime roles own nothing and never bypass row-level security.
-- +goose Up
CREATE SCHEMA pg;
GRANT USAGE ON SCHEMA pg TO qudao_app, qudao_worker;

-- Context of a transaction, set by the doors in internal/pg before anything else. After a transaction the
-- value is '' and not NULL, hence nullif. Without a context every function answers "nothing".
CREATE FUNCTION pg.dealers() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('qudao.dealers', true), '')::int[] $$;
CREATE FUNCTION pg.audiences() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('qudao.audiences', true), '')::int[] $$;
CREATE FUNCTION pg.staff_scope() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('qudao.staff_scope', true), '')::int $$;
CREATE FUNCTION pg.sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('qudao.all', true), '') = 'on' $$;
CREATE FUNCTION pg.actor() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('qudao.actor', true), '') $$;
-- The time of the transaction. A test or the simulation sets qudao.now; production never does.
CREATE FUNCTION pg.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('qudao.now', true), '')::timestamptz, now()) $$;

-- Rows (scope, dealer): the dealers a member of staff with a narrow data scope may see.
CREATE TABLE pg.scope_dealer (
  scope_id  int NOT NULL,
  dealer_id int NOT NULL,
  PRIMARY KEY (scope_id, dealer_id)
);
CREATE INDEX scope_dealer_by_dealer ON pg.scope_dealer (dealer_id);
GRANT SELECT, INSERT, DELETE ON pg.scope_dealer TO qudao_app, qudao_worker;

-- guard_dealer gives a table its policy: rows of the scope's dealers, of the staff scope's dealers, or all.
-- A null dealer is a row of the brand, visible only to those who see all.
-- +goose StatementBegin
CREATE FUNCTION pg.guard_dealer(tbl regclass, col text DEFAULT 'dealer_id') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
  EXECUTE format($p$CREATE POLICY dealer_scope ON %s USING (
    %2$I = ANY ((SELECT pg.dealers())::int[]) OR (SELECT pg.sees_all())
    OR %2$I IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = (SELECT pg.staff_scope())))$p$, tbl, col);
END $$;
-- +goose StatementEnd

-- guard_staff gives a table of the brand's own settings its policy: nobody acting as a dealer reads it.
-- +goose StatementBegin
CREATE FUNCTION pg.guard_staff(tbl regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
  EXECUTE format('CREATE POLICY staff_scope ON %s USING ((SELECT pg.sees_all()) OR (SELECT pg.staff_scope()) IS NOT NULL)', tbl);
END $$;
-- +goose StatementEnd

-- The smallest UUIDv7 of a moment: the bound of a partition by key.
CREATE FUNCTION pg.uuid_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid $$;

-- Tables cut by month, by their UUIDv7 key or by a time column. Runtime roles get no grant on a partition:
-- a policy guards the parent only.
CREATE TABLE pg.partitioned (
  parent text PRIMARY KEY,
  cut    text NOT NULL CHECK (cut IN ('uuid', 'time'))
);
GRANT SELECT ON pg.partitioned TO qudao_app, qudao_worker;

-- make_partitions makes the missing monthly partitions of every registered table, and returns how many.
-- +goose StatementBegin
CREATE FUNCTION pg.make_partitions(first_month date, months int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE t record; m date; lo timestamptz; hi timestamptz; part text; made int := 0;
BEGIN
  FOR t IN SELECT * FROM pg.partitioned ORDER BY parent LOOP
    FOR i IN 0 .. months - 1 LOOP
      m := (date_trunc('month', first_month) + make_interval(months => i))::date;
      part := t.parent || '_' || to_char(m, 'YYYYMM');
      IF to_regclass(part) IS NULL THEN
        lo := m::timestamp AT TIME ZONE 'Asia/Shanghai';
        hi := (m + interval '1 month')::timestamp AT TIME ZONE 'Asia/Shanghai';
        IF t.cut = 'uuid' THEN
          EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%L) TO (%L)', part, t.parent, pg.uuid_floor(lo), pg.uuid_floor(hi));
        ELSE
          EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%L) TO (%L)', part, t.parent, lo, hi);
        END IF;
        made := made + 1;
      END IF;
    END LOOP;
  END LOOP;
  RETURN made;
END $$;
-- +goose StatementEnd

-- Two-character pieces of a text, lower case: with a GIN index they find Chinese text by two characters.
-- pg_trgm needs three, most Chinese searches have two.
CREATE FUNCTION pg.bigrams(t text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT substr(l, i, 2)), '{}')
  FROM (SELECT lower(t) AS l) s, generate_series(1, length(l) - 1) i
  WHERE substr(l, i, 2) !~ '\s' $$;

-- Chinese names sort by pinyin.
CREATE COLLATION pg.zh (provider = icu, locale = 'zh-u-co-pinyin');
