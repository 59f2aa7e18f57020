package order

// Statements about the phones that orders keep.
const (
	staleOrdersSQL = `SELECT dealer_id, id, address FROM orders.orders
	WHERE id > $1 AND address ->> 'phone' <> '' AND NOT starts_with(address ->> 'phone', $2) ORDER BY id LIMIT $3`
	resealOrdersSQL = `UPDATE orders.orders o SET address = o.address || jsonb_build_object('id', u.owner, 'phone', u.phone)
	FROM unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]) u(dealer_id, id, owner, was, phone)
	WHERE o.dealer_id = u.dealer_id AND o.id = u.id AND o.address ->> 'phone' = u.was`
	countPhonesSQL = `SELECT $1::text AS field, CASE WHEN starts_with(address ->> 'phone', 's1:') THEN substr(address ->> 'phone', 4, 8) ELSE '' END AS key, count(*)::int AS rows
	FROM orders.orders WHERE address ->> 'phone' <> '' GROUP BY 2`
)
