package report

// A day counts as whose the dealer was at its end; terms of a dealer do not overlap.
const repsSQL = `WITH d AS MATERIALIZED (
		SELECT dealer_id, day, orders, amount, (day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AS over FROM report.daily WHERE ` + period + ` AND ` + within + `
	), t AS (
		SELECT t.staff_id, d.dealer_id, d.orders, d.amount FROM d
		LEFT JOIN dealer.rep_term t ON t.dealer_id = d.dealer_id AND t.since < d.over AND (t.until IS NULL OR t.until >= d.over)
	) SELECT coalesce(s.code, '') AS code, coalesce(s.name, '') AS name, coalesce(s.state = 'left', false) AS gone,
		count(DISTINCT t.dealer_id)::int AS dealers, sum(t.orders)::int AS orders, sum(t.amount)::bigint AS amount
	FROM t LEFT JOIN org.staff s ON s.id = t.staff_id GROUP BY s.code, s.name, s.state ORDER BY sum(t.amount) DESC, s.code`
