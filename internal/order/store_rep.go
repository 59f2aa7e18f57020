package order

// Both by the indexes that hold only who waits.
const openOfRepSQL = `SELECT count(*) FILTER (WHERE o.review = 'in_review')::int AS review, count(*) FILTER (WHERE o.review = 'accepted')::int AS ship,
	coalesce(sum(o.total), 0)::bigint AS amount
	FROM orders.orders o JOIN dealer.dealer d ON d.id = o.dealer_id JOIN org.staff s ON s.id = d.rep_id AND s.code = $1
	WHERE (o.review = 'in_review' OR o.review = 'accepted' AND o.fulfilment IN ('allocated', 'partly_shipped')) AND ` + within
