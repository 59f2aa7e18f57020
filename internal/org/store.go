package org

// Every statement of this package.
const (
	divisionsSQL       = `SELECT id, code, name FROM org.division ORDER BY code`
	upsertDivisionsSQL = `INSERT INTO org.division (code, name) SELECT * FROM unnest($1::text[], $2::text[])
	ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE division.name <> excluded.name`

	// '' for everybody.
	membersSQL = `SELECT s.id, s.login_id, s.code, s.name, l.username, l.email, l.state = 'invited' AS invited, s.data_scope, s.sees_all, s.state, s.version,
		coalesce((SELECT jsonb_agg(jsonb_build_object('code', d.code, 'name', d.name) ORDER BY d.code)
			FROM org.staff_department m JOIN org.department d ON d.id = m.department_id WHERE m.staff_id = s.id), '[]') AS departments,
		coalesce((SELECT jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) ORDER BY r.code)
			FROM org.staff_role sr JOIN org.role r ON r.id = sr.role_id WHERE sr.staff_id = s.id AND sr.department_id IS NULL), '[]') AS roles,
		coalesce((SELECT jsonb_agg(jsonb_build_object('role', jsonb_build_object('code', r.code, 'name', r.name),
				'department', jsonb_build_object('code', d.code, 'name', d.name)) ORDER BY r.code, d.code)
			FROM org.staff_role sr JOIN org.role r ON r.id = sr.role_id JOIN org.department d ON d.id = sr.department_id WHERE sr.staff_id = s.id), '[]') AS within,
		(SELECT max(a.locked_until) FROM identity.attempt a WHERE a.kind = l.kind AND a.username = l.username AND a.locked_until > pg.now()) AS locked_until
	FROM org.staff s JOIN identity.login l ON l.id = s.login_id WHERE $1 = '' OR s.code = $1 ORDER BY s.code`
	createMemberSQL = `INSERT INTO org.staff (code, name, login_id, data_scope) VALUES ($1, $2, $3, $4) RETURNING id`
	nameMemberSQL   = `UPDATE org.staff SET name = $2, version = version + 1 WHERE login_id = $1 AND name <> $2`
	editMemberSQL   = `UPDATE org.staff SET name = $2, data_scope = $3, state = $4, version = version + 1 WHERE id = $1`

	dropDepartmentsSQL = `DELETE FROM org.staff_department m USING org.department d WHERE m.staff_id = $1 AND d.id = m.department_id AND d.code <> ALL ($2)`
	addDepartmentsSQL  = `INSERT INTO org.staff_department (staff_id, department_id) SELECT $1, id FROM org.department WHERE code = ANY ($2) ON CONFLICT DO NOTHING`
	wantedGrants       = `(SELECT r.id AS role_id, d.id AS department_id FROM unnest($2::text[], $3::text[]) u(role, department)
	JOIN org.role r ON r.code = u.role LEFT JOIN org.department d ON d.code = u.department) w`
	dropGrantsSQL = `DELETE FROM org.staff_role sr WHERE sr.staff_id = $1
	AND NOT EXISTS (SELECT FROM ` + wantedGrants + ` WHERE w.role_id = sr.role_id AND w.department_id IS NOT DISTINCT FROM sr.department_id)`
	addGrantsSQL = `INSERT INTO org.staff_role (staff_id, role_id, department_id) SELECT $1, w.role_id, w.department_id FROM ` + wantedGrants + ` ON CONFLICT DO NOTHING`

	roleCodesSQL       = `SELECT code FROM org.role`
	departmentCodesSQL = `SELECT code FROM org.department`

	staffNamesSQL = `SELECT code, name FROM org.staff WHERE code = ANY ($1)`
	staffActorSQL = `SELECT s.id, s.code, s.name, s.sees_all,
		coalesce((SELECT array_agg(DISTINCT p) FROM org.staff_role sr JOIN org.role r ON r.id = sr.role_id, unnest(r.permissions) p
			WHERE sr.staff_id = s.id), '{}') AS permissions
	FROM org.staff s WHERE s.login_id = $1 AND s.state = 'active'`

	roleScope = `jsonb_build_object('sees', r.sees, 'regions', to_jsonb(r.regions), 'audiences', to_jsonb(r.audiences),
		'divisions', coalesce((SELECT jsonb_agg(jsonb_build_object('code', v.code, 'name', v.name) ORDER BY v.code) FROM org.division v WHERE v.id = ANY (r.divisions)), '[]'))`
	rolesSQL = `SELECT r.id, r.code, r.name, r.permissions, r.version, ` + roleScope + ` AS scope,
	(SELECT count(DISTINCT sr.staff_id)::int FROM org.staff_role sr
		JOIN org.staff s ON s.id = sr.staff_id WHERE sr.role_id = r.id AND s.state = 'active') AS staff_count
	FROM org.role r WHERE $1 = '' OR r.code = $1 ORDER BY r.code`
	createRoleSQL = `INSERT INTO org.role (code, name, permissions, sees, regions, divisions, audiences) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (code) DO NOTHING`
	editRoleSQL   = `UPDATE org.role SET name = $2, permissions = $3, sees = $4, regions = $5, divisions = $6, audiences = $7, version = version + 1 WHERE id = $1`
	holdsRoleSQL  = `SELECT EXISTS (SELECT FROM org.staff_role WHERE staff_id = $1 AND role_id = $2)`

	anyMemberSQL = `SELECT EXISTS (SELECT FROM org.staff)`

	// Changes of rights come one after another, until the transaction ends.
	lockRightsSQL     = `SELECT pg_advisory_xact_lock(7120005)`
	administratorsSQL = `SELECT count(DISTINCT s.id)::int FROM org.staff s JOIN org.staff_role sr ON sr.staff_id = s.id
	JOIN org.role r ON r.id = sr.role_id WHERE s.state = 'active' AND s.sees_all AND $1 = ANY (r.permissions)
	AND EXISTS (SELECT FROM org.staff_role o JOIN org.role g ON g.id = o.role_id WHERE o.staff_id = s.id AND $2 = ANY (g.permissions))`
)
