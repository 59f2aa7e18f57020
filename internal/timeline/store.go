package timeline

const (
	// PutManySQL is a part of a statement that writes nodes: the numbers of its eight array arguments.
	PutManySQL = `INSERT INTO timeline.node (dealer_id, doc_id, seq, doc_kind, node, at, actor, who, data)
	SELECT u.dealer_id, u.doc_id, u.seq, u.doc_kind, u.node, pg.now(), u.actor, u.who, u.data::jsonb
	FROM unnest($%[1]d::int[], $%[2]d::uuid[], $%[3]d::int[], $%[4]d::text[], $%[5]d::text[], $%[6]d::text[], $%[7]d::text[], $%[8]d::text[])
	u(dealer_id, doc_id, seq, doc_kind, node, actor, who, data)`

	ofSQL = `SELECT dealer_id, doc_id, seq, doc_kind, node, at, actor, who, data FROM timeline.node
	WHERE dealer_id = $1 AND doc_id = $2 ORDER BY seq`

	countSQL = `SELECT count(*)::int FROM timeline.comment WHERE dealer_id = $1 AND doc_id = $2`

	writeSQL = `INSERT INTO timeline.comment (dealer_id, doc_id, id, doc_kind, side, internal, at, actor, who, body)
	VALUES ($1, $2, $3, $4, $5, $6, pg.now(), $7, $8, $9)`

	attachSQL = `INSERT INTO timeline.attachment (dealer_id, doc_id, id, comment_id, internal, place, name, type, size, file_id, small_id)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`

	// $3: the reader is one of the brand's own.
	commentsSQL = `SELECT id, side, internal, at, actor, who, body FROM timeline.comment
	WHERE dealer_id = $1 AND doc_id = $2 AND ($3 OR NOT internal) ORDER BY id`

	filesSQL = `SELECT comment_id, id, name, type, size, small_id IS NOT NULL AS picture FROM timeline.attachment
	WHERE dealer_id = $1 AND doc_id = $2 AND ($3 OR NOT internal) ORDER BY comment_id, place`

	fileSQL = `SELECT CASE WHEN $5 THEN coalesce(small_id, file_id) ELSE file_id END FROM timeline.attachment
	WHERE dealer_id = $1 AND doc_id = $2 AND id = $3 AND ($4 OR NOT internal)`
)
