package seed

const (
	// Products of all over a category, the same in every load.
	blockSQL = `INSERT INTO storefront.block (id, kind, title, body, image, link_kind, link_to, product_ids, everybody, audience_ids, shown, place, updated_at, updated_by)
	SELECT $1, $2, $3, $4, $5, $6, $7, ARRAY(SELECT p.id FROM catalog.product p JOIN catalog.category c ON c.id = ANY (p.category_path)
		WHERE c.code = $8 AND p.state = 'published' ORDER BY md5(p.code) LIMIT $9), $10, $11, $12, $13, $14, $15`

	pictureUseSQL = `INSERT INTO catalog.picture_use (used_by, hash) VALUES ($1, $2)`

	// The dealer writes first; an order in review has an internal remark behind the answer.
	commentsSQL = `WITH o AS (
		SELECT DISTINCT ON (o.dealer_id, o.review, o.fulfilment) o.dealer_id, o.id, o.review, o.placed_at, o.placed_by, o.account_id
		FROM orders.orders o WHERE o.placed_at BETWEEN $1 AND $2 AND o.review IN ('in_review', 'accepted') AND o.account_id IS NOT NULL
		ORDER BY o.dealer_id, o.review, o.fulfilment, o.placed_at DESC),
	said (step, review, side, internal, body) AS (VALUES
		(1, 'in_review', 'dealer', false, '工地等着用，麻烦今天审核。货不齐的话可以分两批发。'),
		(2, 'in_review', 'brand', false, '收到，正在核对库存，下午给您答复。'),
		(3, 'in_review', 'brand', true, '客户本月第二次加急，排单时留意。'),
		(1, 'accepted', 'dealer', false, '请送到后门卸货区，到货前一小时电话联系。'),
		(2, 'accepted', 'brand', false, '已备注给承运司机，到货前会联系您。'))
	INSERT INTO timeline.comment (dealer_id, doc_id, id, doc_kind, side, internal, at, actor, who, body)
	SELECT o.dealer_id, o.id, overlay(pg.uuid_floor(k.at)::text PLACING substr(md5(o.id::text || s.step), 1, 12) FROM 25)::uuid, 'order', s.side, s.internal, k.at,
		CASE s.side WHEN 'dealer' THEN 'account:' || o.account_id ELSE 'staff:E014' END, CASE s.side WHEN 'dealer' THEN o.placed_by ELSE $3 END, s.body
	FROM o JOIN said s ON s.review = o.review CROSS JOIN LATERAL (SELECT o.placed_at + s.step * interval '25 minutes' AS at) k`
)
