-- org, dealer: the tree of departments, what each role lets its holders see, and the scopes that follow.
-- +goose Up
SELECT set_config('qudao.all', 'on', true);   -- scopes are computed over every dealer
CREATE TABLE org.department (
  id        int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code      text NOT NULL UNIQUE,
  name      text NOT NULL,
  parent_id int REFERENCES org.department CHECK (parent_id <> id),
  head_id   int REFERENCES org.staff,
  sort      int NOT NULL DEFAULT 0,          -- among its siblings
  version   int NOT NULL DEFAULT 1
);
CREATE INDEX department_parent ON org.department (parent_id);
CREATE TABLE org.staff_department (
  staff_id      int NOT NULL REFERENCES org.staff,
  department_id int NOT NULL REFERENCES org.department,
  PRIMARY KEY (staff_id, department_id)
);
CREATE INDEX staff_department_department ON org.staff_department (department_id);
SELECT audit.watch('org.department', '{code}'), audit.watch('org.staff_department', '{staff_id,department_id}');
GRANT SELECT, INSERT, UPDATE, DELETE ON org.department TO qudao_app, qudao_worker;
GRANT SELECT, INSERT, DELETE ON org.staff_department TO qudao_app, qudao_worker;

-- Departments were a text of each member of staff; org.staff.department is written no more.
INSERT INTO org.department (code, name)
SELECT 'DEPT-' || to_char(row_number() OVER (ORDER BY department), 'FM000'), department FROM (SELECT DISTINCT department FROM org.staff WHERE department <> '') t;
INSERT INTO org.staff_department SELECT s.id, d.id FROM org.staff s JOIN org.department d ON d.name = s.department;

-- A role may be held within a department, and several times.
ALTER TABLE org.staff_role ADD COLUMN department_id int REFERENCES org.department;
ALTER TABLE org.staff_role DROP CONSTRAINT staff_role_pkey;
ALTER TABLE org.staff_role ADD CONSTRAINT staff_role_once UNIQUE NULLS NOT DISTINCT (staff_id, role_id, department_id);

-- What a role lets its holders see (docs/adr, data permission). A member's own data_scope stays, as a limit: own.
ALTER TABLE org.role
  ADD COLUMN sees text NOT NULL DEFAULT 'all' CHECK (sees IN ('self', 'department', 'department_below', 'regions', 'divisions', 'audiences', 'all')),
  ADD COLUMN regions int[] NOT NULL DEFAULT '{}',
  ADD COLUMN divisions int[] NOT NULL DEFAULT '{}',
  ADD COLUMN audiences int[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT role_sees CHECK ((sees = 'regions') = (regions <> '{}') AND (sees = 'divisions') = (divisions <> '{}') AND (sees = 'audiences') = (audiences <> '{}'));
-- Reps saw their own dealers by a mark of each; where one saw all, the role goes on to say so.
UPDATE org.role r SET sees = 'self' WHERE r.code = 'rep' AND NOT EXISTS (
  SELECT FROM org.staff_role h JOIN org.staff s ON s.id = h.staff_id WHERE h.role_id = r.id AND s.state = 'active' AND s.data_scope = 'all');
ALTER TABLE org.staff ADD COLUMN sees_all boolean NOT NULL DEFAULT false;   -- follows from the roles
UPDATE org.staff s SET sees_all = true WHERE s.state = 'active' AND s.data_scope = 'all'
  AND EXISTS (SELECT FROM org.staff_role h JOIN org.role r ON r.id = h.role_id WHERE h.staff_id = s.id AND r.sees = 'all');
-- Who edited staff gave rights without bound until now: administrators go on, others give what they have.
UPDATE org.role SET permissions = array_append(permissions, 'staff.grant')
  WHERE 'staff.edit' = ANY (permissions) AND (code = 'admin' OR NOT EXISTS (SELECT FROM org.role WHERE code = 'admin'));

-- What the roles of everybody at work let them see, told in facts of dealers: whose rep, which region, which
-- division, which audience. Everybody sees the dealers whose rep they are. Who left counts as the rep of the
-- dealers they still have.
CREATE VIEW org.scope_wanted WITH (security_invoker = true) AS
WITH RECURSIVE below (root, id) AS (
  SELECT id, id FROM org.department
  UNION SELECT b.root, d.id FROM below b JOIN org.department d ON d.parent_id = b.id
), held AS (
  SELECT s.id AS scope_id, r.sees, r.regions, r.divisions, r.audiences, h.department_id
  FROM org.staff s JOIN org.staff_role h ON h.staff_id = s.id JOIN org.role r ON r.id = h.role_id
  WHERE s.state = 'active' AND s.data_scope = 'all'
), measured AS (
  SELECT h.scope_id, h.sees, coalesce(h.department_id, m.department_id) AS department_id
  FROM held h LEFT JOIN org.staff_department m ON h.department_id IS NULL AND m.staff_id = h.scope_id
  WHERE h.sees IN ('department', 'department_below')
)
SELECT id AS scope_id, 'rep' AS kind, id AS value FROM org.staff WHERE state = 'active'
UNION SELECT m.scope_id, 'rep', p.staff_id FROM measured m JOIN org.staff_department p ON p.department_id = m.department_id WHERE m.sees = 'department'
UNION SELECT m.scope_id, 'rep', p.staff_id FROM measured m JOIN below b ON b.root = m.department_id
  JOIN org.staff_department p ON p.department_id = b.id WHERE m.sees = 'department_below'
UNION SELECT scope_id, 'region', unnest(regions) FROM held
UNION SELECT scope_id, 'division', unnest(divisions) FROM held
UNION SELECT scope_id, 'audience', unnest(audiences) FROM held;
GRANT SELECT ON org.scope_wanted TO qudao_app, qudao_worker;

-- The same, kept: a row that comes or goes makes the scope follow (dealer.follow_wants).
CREATE TABLE org.scope_want (
  scope_id int  NOT NULL REFERENCES org.staff,
  kind     text NOT NULL CHECK (kind IN ('rep', 'region', 'division', 'audience')),
  value    int  NOT NULL,
  PRIMARY KEY (scope_id, kind, value)
);
CREATE INDEX scope_want_value ON org.scope_want (kind, value);
INSERT INTO org.scope_want SELECT scope_id, kind, value FROM org.scope_wanted;
GRANT SELECT, INSERT, DELETE ON org.scope_want TO qudao_app, qudao_worker;

-- Which dealers a scope holds.
CREATE INDEX dealer_region ON dealer.dealer (region_code);
CREATE VIEW dealer.scope_reached WITH (security_invoker = true) AS
SELECT w.scope_id, d.id AS dealer_id FROM org.scope_want w JOIN dealer.dealer d ON d.rep_id = w.value WHERE w.kind = 'rep'
UNION SELECT w.scope_id, d.id FROM org.scope_want w JOIN dealer.region r ON r.path @> ARRAY[w.value]
  JOIN dealer.dealer d ON d.region_code = r.code WHERE w.kind = 'region'
UNION SELECT w.scope_id, d.id FROM org.scope_want w JOIN dealer.dealer d ON d.division_ids @> ARRAY[w.value] WHERE w.kind = 'division'
UNION SELECT w.scope_id, d.id FROM org.scope_want w JOIN dealer.dealer d ON d.audience_ids @> ARRAY[w.value] WHERE w.kind = 'audience';
GRANT SELECT ON dealer.scope_reached TO qudao_app, qudao_worker;
DELETE FROM pg.scope_dealer s WHERE NOT EXISTS (SELECT FROM dealer.scope_reached r WHERE r.scope_id = s.scope_id AND r.dealer_id = s.dealer_id);
INSERT INTO pg.scope_dealer SELECT scope_id, dealer_id FROM dealer.scope_reached ON CONFLICT DO NOTHING;

-- Scopes are kept here and nowhere else, so that no code can forget it. Facts of dealers change beside one
-- another and wants alone, by the lock of package dealer (7120006): neither computes from what the other is
-- about to change.
-- +goose StatementBegin
CREATE FUNCTION dealer.follow_wants() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE scopes int[];
BEGIN
  SELECT array_agg(DISTINCT t.scope_id) INTO scopes FROM touched t;
  IF scopes IS NULL THEN
    RETURN NULL;
  END IF;
  IF row_security_active('dealer.dealer') AND NOT pg.sees_all() THEN
    RAISE EXCEPTION 'a scope is computed by who sees every dealer';
  END IF;
  PERFORM pg_advisory_xact_lock(7120006);
  DELETE FROM pg.scope_dealer s WHERE s.scope_id = ANY (scopes)
    AND NOT EXISTS (SELECT FROM dealer.scope_reached r WHERE r.scope_id = ANY (scopes) AND r.scope_id = s.scope_id AND r.dealer_id = s.dealer_id);
  INSERT INTO pg.scope_dealer SELECT r.scope_id, r.dealer_id FROM dealer.scope_reached r WHERE r.scope_id = ANY (scopes) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION dealer.follow_facts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moved int[]; by_audience boolean;
BEGIN
  SELECT EXISTS (SELECT FROM org.scope_want WHERE kind = 'audience') INTO by_audience;
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(f.id) INTO moved FROM fresh f;
  ELSE
    SELECT array_agg(f.id) INTO moved FROM fresh f JOIN stale o ON o.id = f.id
    WHERE (f.rep_id, f.region_code, f.division_ids) IS DISTINCT FROM (o.rep_id, o.region_code, o.division_ids)
      OR by_audience AND f.audience_ids <> o.audience_ids;
  END IF;
  IF moved IS NULL THEN
    RETURN NULL;
  END IF;
  WITH facts AS (
    SELECT f.id, 'rep' AS kind, f.rep_id AS value FROM fresh f WHERE f.id = ANY (moved) AND f.rep_id IS NOT NULL
    UNION ALL SELECT f.id, 'region', unnest(r.path) FROM fresh f JOIN dealer.region r ON r.code = f.region_code WHERE f.id = ANY (moved)
    UNION ALL SELECT f.id, 'division', unnest(f.division_ids) FROM fresh f WHERE f.id = ANY (moved)
    UNION ALL SELECT f.id, 'audience', unnest(f.audience_ids) FROM fresh f WHERE f.id = ANY (moved) AND by_audience
  ), want AS MATERIALIZED (
    SELECT DISTINCT w.scope_id, f.id FROM facts f JOIN org.scope_want w ON w.kind = f.kind AND w.value = f.value
  ), gone AS (
    DELETE FROM pg.scope_dealer s WHERE s.dealer_id = ANY (moved) AND NOT EXISTS (SELECT FROM want w WHERE w.scope_id = s.scope_id AND w.id = s.dealer_id)
  )
  INSERT INTO pg.scope_dealer SELECT w.scope_id, w.id FROM want w ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER follow_wants_in AFTER INSERT ON org.scope_want REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION dealer.follow_wants();
CREATE TRIGGER follow_wants_out AFTER DELETE ON org.scope_want REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION dealer.follow_wants();
CREATE TRIGGER follow_facts_in AFTER INSERT ON dealer.dealer REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION dealer.follow_facts();
CREATE TRIGGER follow_facts AFTER UPDATE ON dealer.dealer REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION dealer.follow_facts();

-- Dealers that went from one rep to another in one step. No dealer is named here: their terms point to it.
CREATE TABLE dealer.handover (
  id      uuid PRIMARY KEY,
  from_id int NOT NULL REFERENCES org.staff,
  to_id   int NOT NULL REFERENCES org.staff,
  since   date NOT NULL,                       -- the business day from which they count as the new rep's
  reason  text NOT NULL DEFAULT '',
  dealers int NOT NULL CHECK (dealers > 0),
  leaves  boolean NOT NULL,                    -- the old rep left with it
  at      timestamptz NOT NULL,
  actor   text NOT NULL,
  CHECK (from_id <> to_id)
);
CREATE INDEX handover_from ON dealer.handover (from_id);
CREATE INDEX handover_to ON dealer.handover (to_id);
SELECT audit.watch('dealer.handover', '{id}');
GRANT SELECT, INSERT ON dealer.handover TO qudao_app, qudao_worker;
ALTER TABLE dealer.rep_term ADD COLUMN handover_id uuid REFERENCES dealer.handover, ADD COLUMN actor text;   -- null: unknown
CREATE INDEX rep_term_staff ON dealer.rep_term (staff_id, since);
