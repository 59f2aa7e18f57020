package seed

const (
	announcementSQL = `INSERT INTO notification.announcement (id, number, title, body, everybody, audience_ids, until, pinned, state, version,
	created_at, created_by, updated_at, published_at, withdrawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`

	announcementNumbersSQL = `SELECT setval('notification.announcement_number', $1)`

	// A key by the time of what happened, the same in every load.
	messageKey = ` CROSS JOIN LATERAL (SELECT overlay(pg.uuid_floor(n.at)::text PLACING substr(md5(n.doc_id || n.node || n.at), 1, 12) FROM 25)::uuid AS id) k`

	dealerMessagesSQL = `WITH n AS (
		SELECT t.dealer_id, t.doc_id::text AS doc_id, t.node, t.at, t.data, o.number, o.reason, o.fulfilment,
			lead(t.seq) OVER (PARTITION BY t.doc_id, t.node ORDER BY t.seq) IS NOT NULL AS more
		FROM timeline.node t JOIN orders.orders o ON o.dealer_id = t.dealer_id AND o.id = t.doc_id
		WHERE t.doc_kind = 'order' AND t.at >= $1 AND t.node IN ('accepted', 'rejected', 'expired', 'shipped'))
	INSERT INTO notification.message (receiver, id, fact_id, dealer_id, kind, doc_kind, doc_id, data, at)
	SELECT 'dealer:' || n.dealer_id, k.id, k.id, n.dealer_id,
		CASE WHEN n.node = 'shipped' AND (n.more OR n.fulfilment = 'partly_shipped') THEN 'order_partly_shipped' ELSE 'order_' || n.node END, 'order', n.number,
		jsonb_strip_nulls(jsonb_build_object('number', n.number, 'reason', nullif(n.reason, ''), 'shipment', n.data ->> 'shipment',
			'carrier', n.data ->> 'carrier', 'tracking', n.data ->> 'tracking')), n.at
	FROM n` + messageKey

	readersSQL = `INSERT INTO notification.reader (principal, seen_to)
	SELECT 'account:' || id, pg.uuid_floor($1) FROM dealer.account UNION ALL SELECT 'staff:' || code, pg.uuid_floor($2) FROM org.staff`

	seenSQL = `INSERT INTO notification.seen (principal, id, at)
	SELECT 'account:' || c.id, a.id, a.published_at FROM dealer.account c CROSS JOIN notification.announcement a
	WHERE a.state = 'published' AND a.published_at < $1::timestamptz - interval '9 days'`
)
