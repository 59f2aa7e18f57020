package dealer

// Statements about the accounts of dealers and their limits.
const (
	rolesOf      = `ARRAY[a.role] || a.further_roles AS roles`
	limitColumns = `m.account_id IS NOT NULL AS limited, coalesce(m.hides_prices, false) AS hides_prices, m.category_ids, m.product_ids, m.address_ids, m.per_order, m.per_month`
	limitJoin    = ` LEFT JOIN dealer.account_limit m ON m.dealer_id = a.dealer_id AND m.account_id = a.id`

	accountColumns = `SELECT a.id, a.login_id, a.name, l.username, a.role, ` + rolesOf + `, a.version,
		CASE WHEN a.state = 'active' AND l.state = 'invited' THEN 'invited' ELSE a.state END AS state, ` + limitColumns + `
	FROM dealer.account a JOIN identity.login l ON l.id = a.login_id` + limitJoin + ` WHERE a.dealer_id = $1 AND a.state <> 'removed'`
	accountsSQL = accountColumns + ` ORDER BY a.id`
	accountSQL  = accountColumns + ` AND a.id = $2`

	putAccountsSQL = `INSERT INTO dealer.account (dealer_id, id, login_id, name, role, further_roles)
	SELECT u.dealer_id, u.id, u.login_id, u.name, u.role, u.further::text[]
	FROM unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[]) u(dealer_id, id, login_id, name, role, further)`
	putAccountLoginsSQL = `INSERT INTO dealer.account_login (login_id, dealer_id, account_id) SELECT * FROM unnest($1::uuid[], $2::int[], $3::uuid[])`
	dealerOfLoginSQL    = `SELECT dealer_id FROM dealer.account_login WHERE login_id = $1`
	accountActorSQL     = `SELECT d.id, d.code, d.name, d.state, d.level_id, d.audience_ids, d.version, a.id AS account_id, a.name AS account_name, ` + rolesOf + `, ` + limitColumns + `
	FROM dealer.account a JOIN dealer.dealer d ON d.id = a.dealer_id` + limitJoin + ` WHERE a.dealer_id = $1 AND a.login_id = $2 AND a.state = 'active'`

	nameAccountSQL   = `UPDATE dealer.account SET name = $3, version = version + 1 WHERE dealer_id = $1 AND login_id = $2 AND name <> $3`
	countAccountsSQL = `SELECT count(*)::int FROM dealer.account WHERE dealer_id = $1 AND state <> 'removed'`
	holdAccountSQL   = `SELECT version FROM dealer.account WHERE dealer_id = $1 AND id = $2 AND state <> 'removed' FOR UPDATE`
	editAccountSQL   = `UPDATE dealer.account SET name = $3, role = $4, further_roles = $5, version = version + 1 WHERE dealer_id = $1 AND id = $2`
	accountStateSQL  = `UPDATE dealer.account SET state = $3, version = version + 1 WHERE dealer_id = $1 AND id = $2`

	// The row is locked by every placement of the account: a limit that is stored counts from the next order on.
	setLimitsSQL = `INSERT INTO dealer.account_limit (dealer_id, account_id, hides_prices, category_ids, product_ids, address_ids, per_order, per_month)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
	ON CONFLICT (dealer_id, account_id) DO UPDATE SET hides_prices = excluded.hides_prices, category_ids = excluded.category_ids, product_ids = excluded.product_ids,
	address_ids = excluded.address_ids, per_order = excluded.per_order, per_month = excluded.per_month`
	dropLimitsSQL       = `DELETE FROM dealer.account_limit WHERE dealer_id = $1 AND account_id = $2`
	countTheseAddresses = `SELECT count(*)::int FROM dealer.address WHERE dealer_id = $1 AND id = ANY ($2)`
)
