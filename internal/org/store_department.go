package org

// Departments.
const (
	departmentsSQL = `SELECT d.id, d.code, d.name, coalesce(p.code, '') AS parent, d.head_id, d.sort, d.version,
		CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('code', h.code, 'name', h.name) END AS head,
		coalesce((SELECT jsonb_agg(jsonb_build_object('code', s.code, 'name', s.name) ORDER BY s.code)
			FROM org.staff_department m JOIN org.staff s ON s.id = m.staff_id WHERE m.department_id = d.id AND s.state = 'active'), '[]') AS members
	FROM org.department d LEFT JOIN org.department p ON p.id = d.parent_id LEFT JOIN org.staff h ON h.id = d.head_id
	WHERE $1 = '' OR d.code = $1 ORDER BY d.sort, d.code`
	departmentIDSQL     = `SELECT id FROM org.department WHERE code = $1`
	workingIDSQL        = `SELECT id FROM org.staff WHERE code = $1 AND state = 'active'`
	createDepartmentSQL = `INSERT INTO org.department (code, name, parent_id, head_id, sort) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (code) DO NOTHING`
	upsertDepartmentSQL = `INSERT INTO org.department (code, name, parent_id, head_id, sort) VALUES ($1, $2, $3, $4, $5)
	ON CONFLICT (code) DO UPDATE SET name = excluded.name, parent_id = excluded.parent_id, head_id = excluded.head_id, sort = excluded.sort`
	editDepartmentSQL   = `UPDATE org.department SET name = $2, parent_id = $3, head_id = $4, sort = $5, version = version + 1 WHERE id = $1`
	removeDepartmentSQL = `DELETE FROM org.department WHERE id = $1`
	departmentUsedSQL   = `SELECT (SELECT count(*)::int FROM org.department WHERE parent_id = $1) AS below,
	(SELECT count(*)::int FROM org.staff_department WHERE department_id = $1) AS members,
	(SELECT count(*)::int FROM org.staff_role WHERE department_id = $1) AS roles`
	// Whether $2 is $1 or below it.
	isBelowSQL = `WITH RECURSIVE up AS (
		SELECT id, parent_id FROM org.department WHERE id = $2
		UNION SELECT p.id, p.parent_id FROM up JOIN org.department p ON p.id = up.parent_id)
	SELECT EXISTS (SELECT FROM up WHERE id = $1)`

	// Up from each department of the member $1, as long as nobody at work but the member heads it.
	headsOfStaffSQL = `WITH RECURSIVE up AS (
		SELECT d.id, d.parent_id, d.head_id FROM org.staff s JOIN org.staff_department m ON m.staff_id = s.id JOIN org.department d ON d.id = m.department_id WHERE s.code = $1
		UNION SELECT p.id, p.parent_id, p.head_id FROM up JOIN org.department p ON p.id = up.parent_id
		WHERE NOT EXISTS (SELECT FROM org.staff h WHERE h.id = up.head_id AND h.state = 'active' AND h.code <> $1))
	SELECT DISTINCT h.code, h.name FROM up JOIN org.staff h ON h.id = up.head_id WHERE h.state = 'active' AND h.code <> $1 ORDER BY h.code`
	headOfSQL = `WITH RECURSIVE up AS (
		SELECT d.id, d.parent_id, d.head_id FROM org.department d WHERE d.code = $1
		UNION SELECT p.id, p.parent_id, p.head_id FROM up JOIN org.department p ON p.id = up.parent_id
		WHERE NOT EXISTS (SELECT FROM org.staff h WHERE h.id = up.head_id AND h.state = 'active'))
	SELECT h.code, h.name FROM up JOIN org.staff h ON h.id = up.head_id WHERE h.state = 'active'`
)

// Rights: what everybody may do and see. The view org.scope_wanted is what the roles say; org.scope_want keeps
// it, and PostgreSQL follows with the dealers.
const (
	keepSeesAllSQL = `UPDATE org.staff s SET sees_all = NOT s.sees_all WHERE s.sees_all <> (s.state = 'active' AND s.data_scope = 'all'
	AND EXISTS (SELECT FROM org.staff_role h JOIN org.role r ON r.id = h.role_id WHERE h.staff_id = s.id AND r.sees = 'all'))`
	keepWantsSQL = `WITH wanted AS MATERIALIZED (SELECT scope_id, kind, value FROM org.scope_wanted
	), gone AS (DELETE FROM org.scope_want h WHERE NOT EXISTS (SELECT FROM wanted w WHERE w.scope_id = h.scope_id AND w.kind = h.kind AND w.value = h.value)
	) INSERT INTO org.scope_want (scope_id, kind, value) SELECT w.scope_id, w.kind, w.value FROM wanted w
	WHERE NOT EXISTS (SELECT FROM org.scope_want h WHERE h.scope_id = w.scope_id AND h.kind = w.kind AND h.value = w.value)`

	holdingsSQL = `SELECT s.id, s.sees_all,
		coalesce((SELECT array_agg(DISTINCT p) FROM org.staff_role sr JOIN org.role r ON r.id = sr.role_id, unnest(r.permissions) p WHERE sr.staff_id = s.id), '{}') AS permissions,
		coalesce((SELECT array_agg(w.kind || ':' || w.value) FROM org.scope_want w WHERE w.scope_id = s.id), '{}') AS wants
	FROM org.staff s WHERE s.state = 'active'`

	// Who holds the permission $1, at work.
	holdersSQL = `SELECT jsonb_build_object('code', s.code, 'name', s.name) AS staff, s.sees_all,
		CASE WHEN s.sees_all THEN 0 ELSE (SELECT count(*)::int FROM pg.scope_dealer x WHERE x.scope_id = s.id) END AS dealers,
		coalesce((SELECT jsonb_agg(jsonb_build_object('code', d.code, 'name', d.name) ORDER BY d.code)
			FROM org.staff_department m JOIN org.department d ON d.id = m.department_id WHERE m.staff_id = s.id), '[]') AS departments,
		h.reasons
	FROM org.staff s JOIN (SELECT sr.staff_id, jsonb_agg(` + reason + ` ORDER BY r.code, d.code) AS reasons
		FROM org.staff_role sr JOIN org.role r ON r.id = sr.role_id LEFT JOIN org.department d ON d.id = sr.department_id
		WHERE $1 = ANY (r.permissions) GROUP BY sr.staff_id) h ON h.staff_id = s.id
	WHERE s.state = 'active' ORDER BY s.code`
	reason = `jsonb_strip_nulls(jsonb_build_object('role', jsonb_build_object('code', r.code, 'name', r.name),
		'department', CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('code', d.code, 'name', d.name) END))`

	grantsSQL = `SELECT jsonb_build_object('code', r.code, 'name', r.name) AS role, r.permissions,
		CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('code', d.code, 'name', d.name) END AS department, ` + roleScope + ` AS scope
	FROM org.staff_role sr JOIN org.role r ON r.id = sr.role_id LEFT JOIN org.department d ON d.id = sr.department_id
	WHERE sr.staff_id = $1 ORDER BY r.code, d.code`
	scopeSizeSQL = `SELECT CASE WHEN s.sees_all THEN 0 ELSE (SELECT count(*)::int FROM pg.scope_dealer x WHERE x.scope_id = s.id) END FROM org.staff s WHERE s.id = $1`
	reachesSQL   = `SELECT EXISTS (SELECT FROM pg.scope_dealer WHERE scope_id = $1 AND dealer_id = $2)`
)
