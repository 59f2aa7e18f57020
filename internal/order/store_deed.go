package order

// deedsSQL is what the accounts of a dealer did. Nodes are found by the keys of their orders, which rise with
// time, so an order placed before is not looked at.
const deedsSQL = `WITH deed AS (
	SELECT n.at, 'o' || n.doc_id || lpad(n.seq::text, 6, '0') AS key, n.who, 'order_' || n.node AS deed, o.number, '' AS whom
	FROM timeline.node n JOIN orders.orders o ON o.dealer_id = n.dealer_id AND o.id = n.doc_id
	WHERE n.dealer_id = $1 AND n.doc_id >= $3 AND n.doc_kind = 'order' AND n.at >= $2
		AND CASE WHEN $4 = '' THEN starts_with(n.actor, 'account:') ELSE n.actor = $4 END
	UNION ALL
	SELECT c.at, 'a' || lpad(c.id::text, 12, '0'), coalesce(w.name, ''),
		CASE WHEN c.action = 'insert' THEN 'account_invited'
			WHEN c.after ->> 'state' = c.before ->> 'state' THEN 'account_changed'
			WHEN c.after ->> 'state' = 'disabled' THEN 'account_blocked'
			WHEN c.after ->> 'state' = 'removed' THEN 'account_removed' ELSE 'account_unblocked' END, '', a.name
	FROM dealer.account a JOIN audit.change c ON c.tbl = 'dealer.account' AND c.key = a.dealer_id || '/' || a.id AND c.at >= $2
	LEFT JOIN dealer.account w ON w.dealer_id = a.dealer_id AND c.actor = 'account:' || w.id
	WHERE a.dealer_id = $1 AND CASE WHEN $4 = '' THEN starts_with(c.actor, 'account:') ELSE c.actor = $4 END)
	SELECT at, key, who, deed, number, whom FROM deed WHERE $5::timestamptz IS NULL OR (at, key) < ($5, $6) ORDER BY at DESC, key DESC LIMIT $7`
