package org

// Every statement of this package.
const (
	divisionsSQL       = `SELECT id, code, name FROM org.division ORDER BY code`
	upsertDivisionsSQL = `INSERT INTO org.division (code, name) SELECT * FROM unnest($1::text[], $2::text[])
	ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE division.name <> excluded.name`

	// '' for everybody.
	membersSQL = `SELECT s.id, s.login_id, s.code, s.name, l.username, l.email, l.state = 'invited' AS invited, s.department, s.data_scope, s.state, s.version,
		coalesce((SELECT jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) ORDER BY r.code)
			FROM org.staff_role sr JOIN org.role r ON r.id = sr.role_id WHERE sr.staff_id = s.id), '[]') AS roles,
		(SELECT max(a.locked_until) FROM identity.attempt a WHERE a.kind = l.kind AND a.username = l.username AND a.locked_until > pg.now()) AS locked_until
	FROM org.staff s JOIN identity.login l ON l.id = s.login_id WHERE $1 = '' OR s.code = $1 ORDER BY s.code`
	createMemberSQL = `INSERT INTO org.staff (code, name, login_id, department, data_scope) VALUES ($1, $2, $3, $4, $5) RETURNING id`
	nameMemberSQL   = `UPDATE org.staff SET name = $2, version = version + 1 WHERE login_id = $1 AND name <> $2`
	editMemberSQL   = `UPDATE org.staff SET name = $2, department = $3, data_scope = $4, state = $5, version = version + 1 WHERE id = $1`

	staffNamesSQL = `SELECT code, name FROM org.staff WHERE code = ANY ($1)`
	staffActorSQL = `SELECT s.id, s.code, s.name, s.data_scope,
		coalesce((SELECT array_agg(DISTINCT p) FROM org.staff_role sr JOIN org.role r ON r.id = sr.role_id, unnest(r.permissions) p
			WHERE sr.staff_id = s.id), '{}') AS permissions
	FROM org.staff s WHERE s.login_id = $1 AND s.state = 'active'`

	rolesSQL = `SELECT r.id, r.code, r.name, r.permissions, r.version, (SELECT count(*)::int FROM org.staff_role sr
		JOIN org.staff s ON s.id = sr.staff_id WHERE sr.role_id = r.id AND s.state = 'active') AS staff_count
	FROM org.role r WHERE $1 = '' OR r.code = $1 ORDER BY r.code`
	createRoleSQL   = `INSERT INTO org.role (code, name, permissions) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING`
	editRoleSQL     = `UPDATE org.role SET name = $2, permissions = $3, version = version + 1 WHERE id = $1`
	holdsRoleSQL    = `SELECT EXISTS (SELECT FROM org.staff_role WHERE staff_id = $1 AND role_id = $2)`
	unknownRolesSQL = `SELECT c FROM unnest($1::text[]) c WHERE NOT EXISTS (SELECT FROM org.role WHERE code = c)`
	dropRolesSQL    = `DELETE FROM org.staff_role sr USING org.role r WHERE sr.staff_id = $1 AND r.id = sr.role_id AND r.code <> ALL ($2)`
	addRolesSQL     = `INSERT INTO org.staff_role (staff_id, role_id) SELECT $1, id FROM org.role WHERE code = ANY ($2) ON CONFLICT DO NOTHING`

	anyMemberSQL = `SELECT EXISTS (SELECT FROM org.staff)`

	// Changes of rights come one after another, until the transaction ends.
	lockRightsSQL     = `SELECT pg_advisory_xact_lock(7120005)`
	administratorsSQL = `SELECT count(DISTINCT s.id)::int FROM org.staff s JOIN org.staff_role sr ON sr.staff_id = s.id
	JOIN org.role r ON r.id = sr.role_id WHERE s.state = 'active' AND $1 = ANY (r.permissions)`
)
