-- audit: each changed row of a watched table, with who, when, from where, before and after.
-- +goose Up
CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO qudao_app, qudao_worker;
CREATE SEQUENCE audit.change_id;
GRANT USAGE ON SEQUENCE audit.change_id TO qudao_app, qudao_worker;
CREATE TABLE audit.change (
  id        bigint NOT NULL DEFAULT nextval('audit.change_id'),
  at        timestamptz NOT NULL,
  actor     text NOT NULL,
  address   text NOT NULL,
  trace     text NOT NULL,
  action    text NOT NULL CHECK (action IN ('insert', 'update', 'delete', 'refused', 'read')),
  tbl       text NOT NULL,
  key       text NOT NULL,
  dealer_id int,
  before    jsonb,
  after     jsonb,
  PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);
INSERT INTO pg.partitioned VALUES ('audit.change', 'time');
CREATE INDEX change_row ON audit.change (tbl, key, at);
CREATE INDEX change_actor ON audit.change (actor, at);
SELECT pg.guard_dealer('audit.change');
CREATE POLICY record ON audit.change FOR INSERT WITH CHECK (true);
GRANT SELECT, INSERT ON audit.change TO qudao_app, qudao_worker;

-- watch puts a statement trigger with transition tables on a table (1.1 us a row; a row trigger needs 6.4).
-- keys: the columns that name a row; dealer: the column of its dealer or ''; hidden: columns whose value is
-- never written down (password hashes). Without nested loops: a session plans the update once, perhaps for
-- one row, and must not match 20,000 old rows with as many new ones by that plan.
-- +goose StatementBegin
CREATE FUNCTION audit.watch(tbl regclass, keys text[], dealer text DEFAULT '', hidden text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  fn text := 'audit.' || quote_ident('on_' || replace(tbl::text, '.', '_'));
  key_of text; dealer_of text; body text; match text; differs text;
BEGIN
  SELECT 'concat_ws(''/'', ' || string_agg('%1$s.' || quote_ident(k), ', ') || ')' INTO key_of FROM unnest(keys) k;
  SELECT string_agg('o.' || quote_ident(k) || ' = n.' || quote_ident(k), ' AND ') INTO match FROM unnest(keys) k;
  dealer_of := CASE WHEN dealer = '' THEN 'NULL::int' ELSE '%1$s.' || quote_ident(dealer) END;
  body := 'to_jsonb(%1$s) - ' || quote_literal(hidden::text) || '::text[]';
  -- A change of nothing but hidden columns is none (when a key was last used).
  differs := CASE WHEN hidden = '{}' THEN 'n IS DISTINCT FROM o'
    ELSE '(' || format(body, 'n') || ') IS DISTINCT FROM (' || format(body, 'o') || ')' END;
  EXECUTE format($f$
    CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $t$
    DECLARE who text := coalesce(pg.actor(), session_user);
            adr text := coalesce(current_setting('qudao.address', true), '');
            trc text := coalesce(current_setting('qudao.trace', true), '');
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, dealer_id, before, after)
        SELECT pg.now(), who, adr, trc, 'insert', %L, %s, %s, NULL, %s FROM new_rows n;
      ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, dealer_id, before, after)
        SELECT pg.now(), who, adr, trc, 'update', %L, %s, %s, %s, %s FROM new_rows n JOIN old_rows o ON %s
        WHERE %s;
      ELSE
        INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, dealer_id, before, after)
        SELECT pg.now(), who, adr, trc, 'delete', %L, %s, %s, %s, NULL FROM old_rows o;
      END IF;
      RETURN NULL;
    END $t$ $f$,
    fn,
    tbl::text, format(key_of, 'n'), format(dealer_of, 'n'), format(body, 'n'),
    tbl::text, format(key_of, 'n'), format(dealer_of, 'n'), format(body, 'o'), format(body, 'n'), match, differs,
    tbl::text, format(key_of, 'o'), format(dealer_of, 'o'), format(body, 'o'));
  EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %s()', tbl, fn);
  EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %s()', tbl, fn);
  EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION %s()', tbl, fn);
END $$;
-- +goose StatementEnd
