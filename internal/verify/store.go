package verify

var invariants = []Invariant{
	{"ST1", "reserved of a level is the sum of its live reservations", `
SELECT format('sku %s warehouse %s pool %s: reserved %s, reservations %s', sku_id, warehouse_id, pool, coalesce(l.reserved, 0), coalesce(r.open, 0))
FROM inventory.level l
FULL JOIN (SELECT sku_id, warehouse_id, pool, sum(open)::bigint AS open FROM inventory.held WHERE open > 0 GROUP BY 1, 2, 3) r
USING (sku_id, warehouse_id, pool) WHERE coalesce(l.reserved, 0) <> coalesce(r.open, 0)`},

	{"ST2", "0 <= reserved <= on hand", `
SELECT format('sku %s warehouse %s pool %s: reserved %s of %s', sku_id, warehouse_id, pool, reserved, on_hand)
FROM inventory.level WHERE reserved < 0 OR reserved > on_hand`},

	{"ST3", "on hand is the sum of the movements", `
SELECT format('sku %s warehouse %s pool %s: on hand %s, movements %s', sku_id, warehouse_id, pool, coalesce(l.on_hand, 0), coalesce(m.sum, 0))
FROM inventory.level l
FULL JOIN (SELECT sku_id, warehouse_id, pool, sum(quantity)::bigint AS sum FROM inventory.movement GROUP BY 1, 2, 3) m
USING (sku_id, warehouse_id, pool) WHERE coalesce(l.on_hand, 0) <> coalesce(m.sum, 0)`},

	{"ST4", "a line's quantity is reserved, shipped or cancelled, and its reserved part is what its reservations hold", `
SELECT format('order %s line %s: ordered %s, reserved %s (held %s), shipped %s (sent %s), cancelled %s', l.order_id, l.line, l.quantity, l.reserved, coalesce(r.open, 0), l.shipped, coalesce(s.sent, 0), l.cancelled)
FROM orders.line l
LEFT JOIN (SELECT dealer_id, order_id, line, sum(open)::bigint AS open FROM inventory.held GROUP BY 1, 2, 3) r USING (dealer_id, order_id, line)
LEFT JOIN (SELECT dealer_id, order_id, line, sum(quantity)::bigint AS sent FROM orders.shipment_line GROUP BY 1, 2, 3) s USING (dealer_id, order_id, line)
WHERE l.quantity <> l.reserved + l.shipped + l.cancelled OR l.reserved <> coalesce(r.open, 0) OR l.shipped <> coalesce(s.sent, 0)`},

	{"ST5", "a live reservation has a live order line of the same SKU", `
SELECT format('reservation of order %s line %s sku %s', r.order_id, r.line, r.sku_id)
FROM inventory.held r
LEFT JOIN orders.line l USING (dealer_id, order_id, line)
LEFT JOIN orders.orders o ON o.dealer_id = r.dealer_id AND o.id = r.order_id
WHERE r.open > 0 AND (l.line IS NULL OR l.sku_id <> r.sku_id OR o.review NOT IN ('in_review', 'accepted'))`},

	{"OR1", "an order's money is the sum of its lines, and adds up", `
SELECT format('order %s: goods %s of lines %s, total %s, net %s, tax %s', o.number, o.goods, l.amount, o.total, o.net, o.tax)
FROM orders.orders o
LEFT JOIN (SELECT dealer_id, order_id, sum(amount)::bigint AS amount, sum(net)::bigint AS net, sum(tax)::bigint AS tax, count(*) AS n FROM orders.line GROUP BY 1, 2) l
ON l.dealer_id = o.dealer_id AND l.order_id = o.id
WHERE l.n IS DISTINCT FROM o.line_count OR o.goods <> l.amount OR o.total <> o.goods - o.discount + o.freight OR o.total <> o.net + o.tax
OR (o.discount = 0 AND o.freight = 0 AND (o.net <> l.net OR o.tax <> l.tax))`},

	{"OR3", "a line's amount is price times quantity as its trace says, rounded half up once", `
SELECT format('order %s line %s: %s x %s is not %s', order_id, line, price, quantity, amount)
FROM orders.line
WHERE (trace ->> 'amount')::numeric * 100 <> amount OR (trace ->> 'price')::numeric * 1000000 <> price
OR round(price::numeric * quantity / 10000000) <> CASE WHEN (trace ->> 'tax_included')::boolean THEN amount ELSE net END`},

	{"OR4", "an order has one timeline node a version, without a gap", `
SELECT format('order %s: version %s, %s nodes up to %s', o.number, o.version, coalesce(t.n, 0), coalesce(t.last, 0))
FROM orders.orders o
LEFT JOIN (SELECT dealer_id, doc_id, count(*) AS n, max(seq) AS last FROM timeline.node WHERE doc_kind = 'order' GROUP BY 1, 2) t
ON t.dealer_id = o.dealer_id AND t.doc_id = o.id
WHERE t.n IS DISTINCT FROM o.version OR t.last IS DISTINCT FROM o.version`},

	{"OR5", "an order's state is what its lines and shipments say", `
SELECT format('order %s: %s/%s with reserved %s, shipped %s, %s shipments not received', o.number, o.review, o.fulfilment, l.reserved, l.shipped, coalesce(s.waiting, 0))
FROM orders.orders o
JOIN (SELECT dealer_id, order_id, sum(reserved) AS reserved, sum(shipped) AS shipped FROM orders.line GROUP BY 1, 2) l ON l.dealer_id = o.dealer_id AND l.order_id = o.id
LEFT JOIN (SELECT dealer_id, order_id, count(*) AS n, count(*) FILTER (WHERE received_at IS NULL) AS waiting FROM orders.shipment GROUP BY 1, 2) s ON s.dealer_id = o.dealer_id AND s.order_id = o.id
WHERE NOT CASE o.fulfilment
  WHEN 'none' THEN l.reserved = 0 AND l.shipped = 0
  WHEN 'allocated' THEN l.reserved > 0 AND l.shipped = 0
  WHEN 'partly_shipped' THEN l.reserved > 0 AND l.shipped > 0
  WHEN 'shipped' THEN l.reserved = 0 AND l.shipped > 0 AND s.waiting = s.n
  WHEN 'partly_received' THEN l.reserved = 0 AND s.waiting BETWEEN 1 AND s.n
  ELSE l.reserved = 0 AND s.waiting = 0 END`},

	{"OR6", "what arrived of a line is what its shipments say arrived", `
SELECT format('order %s line %s: received %s, shipments say %s', l.order_id, l.line, l.received, coalesce(s.received, 0))
FROM orders.line l
LEFT JOIN (SELECT dealer_id, order_id, line, sum(received)::bigint AS received FROM orders.shipment_line GROUP BY 1, 2, 3) s USING (dealer_id, order_id, line)
WHERE l.received <> coalesce(s.received, 0)`},

	{"AL1", "the orders that were let through under a limit by month are counted without a gap, and those that stand come to no more than was written down", `
SELECT format('account %s month %s order %s (%s of %s): %s stand, %s were written, the limit was %s', account_id, month, order_id, n, of, live, used_after, per_month)
FROM (SELECT s.*, o.id AS found, count(*) OVER (PARTITION BY s.dealer_id, s.account_id, s.month) AS of, max(s.n) OVER (PARTITION BY s.dealer_id, s.account_id, s.month) AS last,
	coalesce(sum(o.total) FILTER (WHERE o.review IN ('in_review', 'accepted')) OVER (PARTITION BY s.dealer_id, s.account_id, s.month ORDER BY s.n), 0) AS live
	FROM orders.spent s LEFT JOIN orders.orders o ON o.dealer_id = s.dealer_id AND o.id = s.order_id AND o.account_id = s.account_id) s
WHERE found IS NULL OR last <> of OR live > used_after OR used_after > per_month`},

	{"OR7", "ids that no foreign key holds exist: dealers, SKUs and warehouses of orders and stock, orders of lines and shipments", `
SELECT format('%s %s', what, id) FROM (
  SELECT 'dealer of an order' AS what, dealer_id::text AS id FROM orders.orders o WHERE NOT EXISTS (SELECT FROM dealer.dealer d WHERE d.id = o.dealer_id)
  UNION ALL SELECT 'sku of a line', sku_id::text FROM orders.line l WHERE NOT EXISTS (SELECT FROM catalog.sku k WHERE k.id = l.sku_id)
  UNION ALL SELECT 'sku of a level', sku_id::text FROM inventory.level l WHERE NOT EXISTS (SELECT FROM catalog.sku k WHERE k.id = l.sku_id)
  UNION ALL SELECT 'warehouse of a level', warehouse_id::text FROM inventory.level l WHERE NOT EXISTS (SELECT FROM inventory.warehouse w WHERE w.id = l.warehouse_id)
  UNION ALL SELECT 'sku of a price', sku_id::text FROM pricing.price p WHERE NOT EXISTS (SELECT FROM catalog.sku k WHERE k.id = p.sku_id)
  UNION ALL SELECT 'order of a line', order_id::text FROM orders.line l WHERE NOT EXISTS (SELECT FROM orders.orders o WHERE o.dealer_id = l.dealer_id AND o.id = l.order_id)
  UNION ALL SELECT 'order of a shipment', order_id::text FROM orders.shipment s WHERE NOT EXISTS (SELECT FROM orders.orders o WHERE o.dealer_id = s.dealer_id AND o.id = s.order_id)) x`},

	{"AU3", "a document's facts have contiguous numbers", `
SELECT format('%s %s: %s facts from %s to %s', doc_kind, doc_id, count(DISTINCT seq), min(seq), max(seq))
FROM queue.fact WHERE doc_kind = 'order' GROUP BY doc_kind, doc_id HAVING count(DISTINCT seq) <> max(seq) - min(seq) + 1 OR count(*) <> count(DISTINCT seq)`},

	{"AU1", "a move of an order has its audit row", `
SELECT format('order %s version %s has no audit row', f.doc_id, f.seq)
FROM queue.fact f
WHERE f.doc_kind = 'order' AND NOT EXISTS (
  SELECT FROM audit.change c WHERE c.tbl = 'orders.orders' AND c.key = f.doc_id AND (c.after ->> 'version')::int >= f.seq)`},

	// Told in facts of dealers and computed here anew, not by the views that keep it.
	{"IS1", "a staff scope holds exactly the dealers that the roles of that person let see", `
WITH RECURSIVE below (root, id) AS (
  SELECT id, id FROM org.department UNION SELECT b.root, d.id FROM below b JOIN org.department d ON d.parent_id = b.id
), held AS (
  SELECT s.id AS staff, r.sees, r.regions, r.divisions, r.audiences, CASE WHEN h.department_id IS NOT NULL THEN ARRAY[h.department_id]
    ELSE ARRAY(SELECT m.department_id FROM org.staff_department m WHERE m.staff_id = s.id) END AS departments
  FROM org.staff s JOIN org.staff_role h ON h.staff_id = s.id JOIN org.role r ON r.id = h.role_id WHERE s.state = 'active' AND s.data_scope = 'all'
), want AS (
  SELECT s.id AS staff, d.id AS dealer FROM org.staff s JOIN dealer.dealer d ON d.rep_id = s.id WHERE s.state = 'active'
  UNION SELECT h.staff, d.id FROM held h JOIN dealer.dealer d ON CASE h.sees
    WHEN 'department' THEN EXISTS (SELECT FROM org.staff_department m WHERE m.staff_id = d.rep_id AND m.department_id = ANY (h.departments))
    WHEN 'department_below' THEN EXISTS (SELECT FROM org.staff_department m JOIN below b ON b.id = m.department_id WHERE m.staff_id = d.rep_id AND b.root = ANY (h.departments))
    WHEN 'regions' THEN EXISTS (SELECT FROM dealer.region r WHERE r.code = d.region_code AND r.path && h.regions)
    WHEN 'divisions' THEN d.division_ids && h.divisions
    WHEN 'audiences' THEN d.audience_ids && h.audiences
    ELSE false END
)
SELECT format('staff %s sees dealer %s: it is %s', coalesce(s.scope_id, w.staff), coalesce(s.dealer_id, w.dealer), CASE WHEN w.staff IS NULL THEN 'not theirs to see' ELSE 'missing' END)
FROM pg.scope_dealer s FULL JOIN want w ON w.staff = s.scope_id AND w.dealer = s.dealer_id WHERE w.staff IS NULL OR s.scope_id IS NULL`},

	{"IS2", "whoever sees every dealer works here, has a role that says so, and has no limit", `
SELECT format('staff %s: %s', s.code, s.sees_all) FROM org.staff s
WHERE s.sees_all <> (s.state = 'active' AND s.data_scope = 'all' AND EXISTS (
  SELECT FROM org.staff_role h JOIN org.role r ON r.id = h.role_id WHERE h.staff_id = s.id AND r.sees = 'all'))`},

	{"OG1", "the departments are a tree", `
WITH RECURSIVE up (id, parent, steps) AS (
  SELECT id, parent_id, 1 FROM org.department UNION ALL SELECT up.id, d.parent_id, up.steps + 1 FROM up JOIN org.department d ON d.id = up.parent WHERE up.steps < 100)
SELECT format('department %s stands below itself', id) FROM up WHERE parent IS NOT NULL GROUP BY id HAVING max(steps) = 100`},

	{"DL1", "a dealer's rep is the one whose term runs, and terms do not overlap", `
SELECT format('dealer %s: rep %s, term of %s', d.id, d.rep_id, t.staff_id) FROM dealer.dealer d LEFT JOIN dealer.rep_term t ON t.dealer_id = d.id AND t.until IS NULL
WHERE d.rep_id IS DISTINCT FROM t.staff_id
UNION ALL
SELECT format('dealer %s: the term of %s from %s begins before the one before ended', t.dealer_id, t.staff_id, t.since) FROM dealer.rep_term t
WHERE EXISTS (SELECT FROM dealer.rep_term o WHERE o.dealer_id = t.dealer_id AND o.since < t.since AND coalesce(o.until, 'infinity') > t.since)`},

	// Days of which a fact is not read yet, or that are not filled yet, are still to be added up.
	{"RP1", "the summary of a dealer's day is what its orders in review and accepted add up to", `
WITH open AS (` + unreadSQL + `)
SELECT format('dealer %s day %s: %s orders of %s, the summary says %s of %s', dealer_id, day, coalesce(o.orders, 0), coalesce(o.amount, 0), coalesce(d.orders, 0), coalesce(d.amount, 0))
FROM (SELECT dealer_id, report.day_of(id) AS day, count(*)::int AS orders, sum(total)::bigint AS amount FROM orders.orders WHERE review IN ('in_review', 'accepted') GROUP BY 1, 2) o
FULL JOIN report.daily d USING (dealer_id, day)
WHERE (coalesce(o.orders, 0), coalesce(o.amount, 0)) <> (coalesce(d.orders, 0), coalesce(d.amount, 0)) AND EXISTS (SELECT FROM report.filled WHERE next IS NULL OR next > day)
AND NOT EXISTS (SELECT FROM open WHERE open.dealer_id = coalesce(o.dealer_id, d.dealer_id) AND open.day = coalesce(o.day, d.day))`},

	{"RP2", "the summary of a dealer's goods on a day is what the lines of these orders add up to", `
WITH open AS (` + unreadSQL + `)
SELECT format('dealer %s day %s product %s: lines of %s, the summary says %s', dealer_id, day, product_id, coalesce(o.amount, 0), coalesce(g.amount, 0))
FROM (SELECT l.dealer_id, report.day_of(l.order_id) AS day, k.product_id, sum(l.amount)::bigint AS amount FROM orders.line l
	JOIN orders.orders o ON o.dealer_id = l.dealer_id AND o.id = l.order_id AND o.review IN ('in_review', 'accepted') JOIN catalog.sku k ON k.id = l.sku_id GROUP BY 1, 2, 3) o
FULL JOIN report.goods g USING (dealer_id, day, product_id)
WHERE coalesce(o.amount, 0) <> coalesce(g.amount, 0) AND EXISTS (SELECT FROM report.filled WHERE next IS NULL OR next > day)
AND NOT EXISTS (SELECT FROM open WHERE open.dealer_id = coalesce(o.dealer_id, g.dealer_id) AND open.day = coalesce(o.day, g.day))`},

	{"NO1", "a message to a dealer is about that dealer, and about an order of it where it names one", `
SELECT format('message %s to %s about dealer %s, order %s', m.id, m.receiver, m.dealer_id, m.doc_id)
FROM notification.message m
LEFT JOIN orders.orders o ON m.doc_kind = 'order' AND o.number = m.doc_id
WHERE (starts_with(m.receiver, 'dealer:') AND m.receiver <> 'dealer:' || coalesce(m.dealer_id, 0))
OR (m.dealer_id IS NOT NULL AND NOT EXISTS (SELECT FROM dealer.dealer d WHERE d.id = m.dealer_id))
OR (m.doc_kind = 'order' AND o.dealer_id IS DISTINCT FROM m.dealer_id)`},

	{"NO2", "an announcement names audiences that exist", `
SELECT format('announcement %s: audience %s', a.number, x.id)
FROM notification.announcement a CROSS JOIN LATERAL unnest(a.audience_ids) x(id)
WHERE NOT EXISTS (SELECT FROM dealer.audience d WHERE d.id = x.id)`},
}

// unreadSQL is the days of dealers that facts tell of which the summaries have not read.
const unreadSQL = `SELECT DISTINCT f.dealer_id, report.day_of(f.doc_id::uuid) AS day FROM queue.fact f
	JOIN queue.position p ON p.reader = 'report' AND (f.xid, f.id) > (p.xid, p.id) WHERE f.doc_kind = 'order'`
