package order

// Statements about what a dealer buys, and what is under way to it.
const (
	boughtSQL = `WITH b AS (SELECT l.sku_id, count(*)::int AS orders, sum(l.quantity - l.cancelled)::bigint AS quantity,
		(array_agg(l.quantity ORDER BY l.order_id DESC))[1] AS usual, max(l.order_id::text)::uuid AS last_order
		FROM orders.line l WHERE l.dealer_id = $1 AND l.order_id >= $2 AND l.quantity > l.cancelled
		AND ($4::uuid IS NULL OR EXISTS (SELECT FROM orders.orders o WHERE o.dealer_id = l.dealer_id AND o.id = l.order_id AND o.account_id = $4)) GROUP BY l.sku_id ORDER BY orders DESC, max(l.order_id::text) DESC LIMIT $3)
	SELECT b.sku_id, b.orders, b.quantity, b.usual, o.placed_at AS last_at FROM b
	JOIN orders.orders o ON o.dealer_id = $1 AND o.id = b.last_order ORDER BY b.orders DESC, o.placed_at DESC, b.sku_id`

	arrivalsSQL = `WITH s AS (SELECT * FROM orders.shipment WHERE dealer_id = $1 AND received_at IS NULL
		AND ($3::uuid IS NULL OR EXISTS (SELECT FROM orders.orders o WHERE o.dealer_id = $1 AND o.id = order_id AND o.account_id = $3)) ORDER BY shipped_at DESC, id DESC LIMIT $2)
	SELECT s.id, s.number, s.order_id, o.number AS order_number, s.carrier, s.tracking, s.shipped_at, l.line_count, l.glimpses
	FROM s JOIN orders.orders o ON o.dealer_id = s.dealer_id AND o.id = s.order_id, LATERAL (
		SELECT count(*)::int AS line_count,
			coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'quantity', trim_scale(n.quantity / 1000.0), 'unit', n.unit) ORDER BY n.line) FILTER (WHERE n.nth <= 3), '[]') AS glimpses
		FROM (SELECT l.name, l.unit, sl.quantity, sl.line, row_number() OVER (ORDER BY sl.line) AS nth FROM orders.shipment_line sl
			JOIN orders.line l ON l.dealer_id = sl.dealer_id AND l.order_id = sl.order_id AND l.line = sl.line
			WHERE sl.dealer_id = s.dealer_id AND sl.order_id = s.order_id AND sl.shipment_id = s.id) n) l
	ORDER BY s.shipped_at DESC, s.id DESC`
)
