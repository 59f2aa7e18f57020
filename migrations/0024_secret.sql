-- secret: fields of several schemas are kept sealed (docs/adr). The keys are outside the database.
-- +goose Up
-- Which keyring the database was written with, and for each sealed field the key under which all of it is.
CREATE TABLE pg.keyring (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  id       bytea NOT NULL,
  bound_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON pg.keyring TO qudao_app, qudao_worker;
CREATE TABLE pg.resealed (
  field text PRIMARY KEY,               -- dealer.address.phone
  key   text NOT NULL,                  -- what its values begin with
  at    timestamptz NOT NULL
);
GRANT SELECT ON pg.resealed TO qudao_app, qudao_worker;
GRANT INSERT, UPDATE ON pg.resealed TO qudao_worker;

-- watch, again, with one more argument. sealed: columns of sealed values. Where nothing but these changes while
-- the worker seals them anew (qudao.resealing), nothing happened that people should read of.
DROP FUNCTION audit.watch(regclass, text[], text, text[]);
-- +goose StatementBegin
CREATE FUNCTION audit.watch(tbl regclass, keys text[], dealer text DEFAULT '', hidden text[] DEFAULT '{}', sealed text[] DEFAULT '{}')
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  fn text := 'audit.' || quote_ident('on_' || replace(tbl::text, '.', '_'));
  key_of text; dealer_of text; body text; match text; differs text; resealed text;
BEGIN
  SELECT 'concat_ws(''/'', ' || string_agg('%1$s.' || quote_ident(k), ', ') || ')' INTO key_of FROM unnest(keys) k;
  SELECT string_agg('o.' || quote_ident(k) || ' = n.' || quote_ident(k), ' AND ') INTO match FROM unnest(keys) k;
  dealer_of := CASE WHEN dealer = '' THEN 'NULL::int' ELSE '%1$s.' || quote_ident(dealer) END;
  body := 'to_jsonb(%1$s) - ' || quote_literal(hidden::text) || '::text[]';
  -- A change of nothing but hidden columns is none (when a key was last used).
  differs := CASE WHEN hidden = '{}' THEN 'n IS DISTINCT FROM o'
    ELSE '(' || format(body, 'n') || ') IS DISTINCT FROM (' || format(body, 'o') || ')' END;
  resealed := CASE WHEN sealed = '{}' THEN 'false'
    ELSE '(anew AND (' || format(body, 'n') || ') - ' || quote_literal(sealed::text) || '::text[] = (' || format(body, 'o') || ') - ' || quote_literal(sealed::text) || '::text[])' END;
  EXECUTE format($f$
    CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $t$
    DECLARE who text := coalesce(pg.actor(), session_user);
            adr text := coalesce(current_setting('qudao.address', true), '');
            trc text := coalesce(current_setting('qudao.trace', true), '');
            anew boolean := coalesce(current_setting('qudao.resealing', true), '') = 'on' AND session_user <> 'qudao_app';
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, dealer_id, before, after)
        SELECT pg.now(), who, adr, trc, 'insert', %L, %s, %s, NULL, %s FROM new_rows n;
      ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, dealer_id, before, after)
        SELECT pg.now(), who, adr, trc, 'update', %L, %s, %s, %s, %s FROM new_rows n JOIN old_rows o ON %s
        WHERE %s AND NOT %s;
      ELSE
        INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, dealer_id, before, after)
        SELECT pg.now(), who, adr, trc, 'delete', %L, %s, %s, %s, NULL FROM old_rows o;
      END IF;
      RETURN NULL;
    END $t$ $f$,
    fn,
    tbl::text, format(key_of, 'n'), format(dealer_of, 'n'), format(body, 'n'),
    tbl::text, format(key_of, 'n'), format(dealer_of, 'n'), format(body, 'o'), format(body, 'n'), match, differs, resealed,
    tbl::text, format(key_of, 'o'), format(dealer_of, 'o'), format(body, 'o'));
  EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %s()', tbl, fn);
  EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %s()', tbl, fn);
  EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION %s()', tbl, fn);
END $$;
-- +goose StatementEnd
-- unwatch takes the triggers of watch away, to watch a table in another way.
-- +goose StatementBegin
CREATE FUNCTION audit.unwatch(tbl regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS audit_insert ON %s', tbl);
  EXECUTE format('DROP TRIGGER IF EXISTS audit_update ON %s', tbl);
  EXECUTE format('DROP TRIGGER IF EXISTS audit_delete ON %s', tbl);
  EXECUTE format('DROP FUNCTION IF EXISTS audit.%I()', 'on_' || replace(tbl::text, '.', '_'));
END $$;
-- +goose StatementEnd

-- dealer: the phones of contacts and receivers are sealed in their columns; a blind index finds them.
ALTER TABLE dealer.dealer ADD COLUMN phone_index bytea;
ALTER TABLE dealer.address ADD COLUMN phone_index bytea;
CREATE INDEX dealer_phone ON dealer.dealer (phone_index) WHERE phone_index IS NOT NULL;
CREATE INDEX address_phone ON dealer.address (phone_index) WHERE phone_index IS NOT NULL;
SELECT audit.unwatch('dealer.dealer'), audit.unwatch('dealer.address'), audit.unwatch('orders.orders');
SELECT audit.watch('dealer.dealer', '{code}', 'id', '{search,audience_ids,phone_index}', '{phone}'),
       audit.watch('dealer.address', '{dealer_id,id}', 'dealer_id', '{phone_index}', '{phone}'),
       audit.watch('orders.orders', '{id}', 'dealer_id', '{actor,address_from,request}', '{address}');
-- The statement that places orders records them itself (audit.InsertedSQL): a trigger costs it a tenth.
DROP TRIGGER audit_insert ON orders.orders;

-- org, identity: who saw phones in full goes on seeing them.
UPDATE org.role SET permissions = permissions || '{contact.read}', version = version + 1
WHERE permissions && '{dealer.edit,order.ship}' AND NOT permissions @> '{contact.read}';
UPDATE org.role SET permissions = permissions || '{bank.read,identity.read,secret.unmask}', version = version + 1 WHERE permissions @> '{staff.edit}';
UPDATE identity.api_key SET scopes = scopes || '{contact.read}' WHERE scopes @> '{order.read}' AND NOT scopes @> '{contact.read}';

-- unmask: how many masked values each person has looked at each day. What they were is in the audit.
CREATE SCHEMA unmask;
GRANT USAGE ON SCHEMA unmask TO qudao_app, qudao_worker;
CREATE TABLE unmask.looks (
  principal text NOT NULL,
  day       date NOT NULL,
  count     int NOT NULL CHECK (count > 0),
  PRIMARY KEY (principal, day)
);
GRANT SELECT, INSERT, UPDATE ON unmask.looks TO qudao_app, qudao_worker;
