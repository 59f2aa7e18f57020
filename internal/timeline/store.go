package timeline

const (
	// PutManySQL is a part of a statement that writes nodes: the numbers of its eight array arguments.
	PutManySQL = `INSERT INTO timeline.node (dealer_id, doc_id, seq, doc_kind, node, at, actor, who, data)
	SELECT u.dealer_id, u.doc_id, u.seq, u.doc_kind, u.node, pg.now(), u.actor, u.who, u.data::jsonb
	FROM unnest($%[1]d::int[], $%[2]d::uuid[], $%[3]d::int[], $%[4]d::text[], $%[5]d::text[], $%[6]d::text[], $%[7]d::text[], $%[8]d::text[])
	u(dealer_id, doc_id, seq, doc_kind, node, actor, who, data)`

	ofSQL = `SELECT dealer_id, doc_id, seq, doc_kind, node, at, actor, who, data FROM timeline.node
	WHERE dealer_id = $1 AND doc_id = $2 ORDER BY seq`
)
