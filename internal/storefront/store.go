package storefront

const (
	columns = `SELECT b.id, b.kind, b.title, b.body, b.image, b.link_kind, b.link_to, b.everybody, b.since, b.until, b.shown, b.version, b.updated_at, b.updated_by,
	coalesce((SELECT jsonb_agg(jsonb_build_object('code', d.code, 'name', d.name) ORDER BY d.code) FROM dealer.audience d WHERE d.id = ANY (b.audience_ids)), '[]') AS audiences,
	coalesce((SELECT jsonb_agg(jsonb_build_object('code', p.code, 'name', p.name, 'image', coalesce(p.images ->> 0, ''), 'state', p.state) ORDER BY u.n)
		FROM unnest(b.product_ids) WITH ORDINALITY u(id, n) JOIN catalog.product p ON p.id = u.id), '[]') AS goods
	FROM storefront.block b`
	blocksSQL = columns + ` ORDER BY b.place, b.id`
	blockSQL  = columns + ` WHERE b.id = $1`

	// Whoever adds a block or puts them in order waits for whoever does.
	allSQL    = `SELECT id FROM storefront.block ORDER BY place, id FOR UPDATE`
	lockSQL   = `SELECT version FROM storefront.block WHERE id = $1 FOR UPDATE`
	createSQL = `INSERT INTO storefront.block (id, kind, title, body, image, link_kind, link_to, product_ids, everybody, audience_ids, since, until, shown, updated_by, place, updated_at)
	SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, coalesce(max(o.place), 0) + 1, pg.now() FROM storefront.block o`
	editSQL = `UPDATE storefront.block SET kind = $2, title = $3, body = $4, image = $5, link_kind = $6, link_to = $7, product_ids = $8, everybody = $9, audience_ids = $10,
	since = $11, until = $12, shown = $13, updated_by = $14, version = version + 1, updated_at = pg.now() WHERE id = $1`
	removeSQL = `DELETE FROM storefront.block WHERE id = $1`
	// The place is no part of what an editor of one block saw: its version stays.
	arrangeSQL = `UPDATE storefront.block b SET place = u.n FROM unnest($1::uuid[]) WITH ORDINALITY u(id, n) WHERE b.id = u.id AND b.place <> u.n`

	// The audiences that every dealer of the audience $1 is in; every dealer at all for NULL.
	commonSQL = `WITH d AS (SELECT audience_ids FROM dealer.dealer WHERE state <> 'closed' AND ($1::int IS NULL OR $1 = ANY (audience_ids)))
	SELECT u.id FROM d, unnest(d.audience_ids) u(id) GROUP BY u.id HAVING count(*) = (SELECT count(*) FROM d) ORDER BY u.id`

	audiencesSQL = `SELECT id, code FROM dealer.audience WHERE code = ANY ($1)`
	productsSQL  = `SELECT id, code FROM catalog.product WHERE code = ANY ($1)`

	linkSQL = `SELECT CASE $1 WHEN 'product' THEN EXISTS (SELECT FROM catalog.product WHERE code = $2)
	WHEN 'category' THEN EXISTS (SELECT FROM catalog.category WHERE code = $2)
	WHEN 'announcement' THEN EXISTS (SELECT FROM notification.announcement WHERE number = $2) ELSE true END`

	// To a dealer of the audiences $1, now.
	currentSQL = `SELECT b.id, b.kind, b.title, b.body, b.image, b.link_kind, b.link_to, b.product_ids FROM storefront.block b
	WHERE b.shown AND (b.since IS NULL OR b.since <= pg.now()) AND (b.until IS NULL OR b.until > pg.now())
	AND (b.everybody OR b.audience_ids && $1::int[]) ORDER BY b.place, b.id`
)
