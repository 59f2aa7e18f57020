package purchasing

// Statements about shopping lists. A list is there for an account when it is the dealer's and shared, or the
// account's own; for an account alone with its pool ($3 names it) only its own are.
const (
	listColumns = `SELECT s.id, s.name, s.shared, s.account_id = $2 AS mine, a.name AS owner, s.version, s.updated_at, l.lines, l.glimpse
	FROM purchasing.shopping_list s JOIN dealer.account a ON a.dealer_id = s.dealer_id AND a.id = s.account_id,
	LATERAL (SELECT count(*)::int AS lines, coalesce(array_agg(n.name ORDER BY n.place) FILTER (WHERE n.nth <= 3), '{}') AS glimpse
		FROM (SELECT l.name, l.place, row_number() OVER (ORDER BY l.place) AS nth FROM purchasing.shopping_line l WHERE l.dealer_id = s.dealer_id AND l.list_id = s.id) n) l
	WHERE s.dealer_id = $1 AND (s.shared AND $3::uuid IS NULL OR s.account_id = $2)`
	listsSQL = listColumns + ` ORDER BY s.updated_at DESC, s.id DESC`
	listSQL  = listColumns + ` AND s.id = $4`

	listLinesSQL = `SELECT l.sku_id, k.code, l.name, l.quantity FROM purchasing.shopping_line l JOIN catalog.sku k ON k.id = l.sku_id
	WHERE l.dealer_id = $1 AND l.list_id = $2 ORDER BY l.place, l.sku_id`

	countListsSQL = `SELECT count(*)::int FROM purchasing.shopping_list WHERE dealer_id = $1 AND account_id = $2`

	insertListSQL = `INSERT INTO purchasing.shopping_list (dealer_id, id, account_id, name, shared, updated_at) VALUES ($1, $2, $3, $4, $5, pg.now())`

	holdListSQL = `SELECT version, shared, account_id = $2 AS mine FROM purchasing.shopping_list
	WHERE dealer_id = $1 AND (shared AND $3::uuid IS NULL OR account_id = $2) AND id = $4 FOR UPDATE`

	saveListSQL = `UPDATE purchasing.shopping_list SET name = $3, shared = $4, version = version + 1, updated_at = pg.now() WHERE dealer_id = $1 AND id = $2`

	clearListSQL = `DELETE FROM purchasing.shopping_line WHERE dealer_id = $1 AND list_id = $2`

	putListLinesSQL = `INSERT INTO purchasing.shopping_line (dealer_id, list_id, sku_id, place, name, quantity)
	SELECT $1, $2, u.sku_id, u.n + coalesce((SELECT max(place) FROM purchasing.shopping_line WHERE dealer_id = $1 AND list_id = $2), 0), u.name, u.q
	FROM unnest($3::int[], $4::text[], $5::bigint[]) WITH ORDINALITY u(sku_id, name, q, n)
	ON CONFLICT (dealer_id, list_id, sku_id) DO UPDATE SET name = excluded.name, quantity = excluded.quantity`

	touchListSQL = `WITH t AS (UPDATE purchasing.shopping_list SET version = version + 1, updated_at = pg.now() WHERE dealer_id = $1 AND id = $2)
	SELECT count(*)::int FROM purchasing.shopping_line WHERE dealer_id = $1 AND list_id = $2`

	removeListSQL = `DELETE FROM purchasing.shopping_list WHERE dealer_id = $1 AND (shared AND $3::uuid IS NULL OR account_id = $2) AND id = $4`
)
