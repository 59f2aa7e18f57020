package paper

const (
	letterheadSQL    = `SELECT name, name_en, address, phone, version FROM paper.letterhead WHERE id = 1`
	setLetterheadSQL = `UPDATE paper.letterhead SET name = $1, name_en = $2, address = $3, phone = $4, version = version + 1 WHERE id = 1 AND version = $5`

	// What tells an SKU from its neighbours, in the order and with the units of its template.
	axesSQL = `SELECT k.id AS sku, e.a ->> 'code' AS code, coalesce(e.a ->> 'unit', '') AS unit
	FROM catalog.sku k JOIN catalog.product p ON p.id = k.product_id JOIN catalog.template t ON t.id = p.template_id,
	jsonb_array_elements(t.attributes) WITH ORDINALITY e(a, n) WHERE k.id = ANY ($1) AND k.spec ? (e.a ->> 'code') ORDER BY k.id, e.n`
)
