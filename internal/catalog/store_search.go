package catalog

import (
	"strings"
)

// Visible is the condition under which a dealer sees the product p: $1 is the audiences it is in. It
// stands in every statement that answers a dealer, followed by the pool of its account: the categories and
// the products that there are for it, NULL for all.
const (
	visible  = `p.state = 'published' AND p.allow_ids && $1::int[] AND NOT p.deny_ids && $1::int[]`
	visible1 = visible + ` AND ($2::int[] IS NULL OR p.category_path && $2::int[] OR p.id = ANY ($3::int[]))`
	visible2 = visible + ` AND ($3::int[] IS NULL OR p.category_path && $3::int[] OR p.id = ANY ($4::int[]))`
	visible5 = visible + ` AND ($6::int[] IS NULL OR p.category_path && $6::int[] OR p.id = ANY ($7::int[]))`
)

// A base is what is published to the dealer and matches the text, each product with the selections it
// misses: codes of attributes, and ” for the category. $2 are the grams and $3 the patterns of the
// text, $4 the selected facets as {code: [values]}, $5 the code of the selected category, $6 and $7 the pool.
const (
	baseText = `WITH base AS MATERIALIZED (
	SELECT p.id, p.code, p.name, p.category_path, p.facets, p.published_at, ARRAY(
		SELECT f.key FROM jsonb_each($4::jsonb) f
		WHERE NOT coalesce(p.facets -> f.key ?| ARRAY(SELECT jsonb_array_elements_text(f.value)), false)
		UNION ALL
		SELECT '' WHERE $5 <> '' AND coalesce((SELECT id FROM catalog.category WHERE code = $5), -1) <> ALL (p.category_path)) AS missed
	FROM catalog.product p %join
	WHERE ` + visible5 + ` %text)`

	joinSearch = `JOIN catalog.search s ON s.product_id = p.id`
	whereText  = `AND s.grams @> $2::text[] AND s.words LIKE ALL ($3::text[])`
	whereNone  = `AND $2::text[] IS NOT NULL AND $3::text[] IS NOT NULL`

	// countsText counts everything in one pass: kind 'n' the products, 'f' the values of facets, 'c' the
	// categories. Facets are the attributes that some template marks so.
	countsText = ` , hit AS (SELECT * FROM base WHERE cardinality(missed) <= 1),
	facet AS MATERIALIZED (SELECT array_agg(DISTINCT a ->> 'code') AS codes
		FROM catalog.template t, jsonb_array_elements(t.attributes) a WHERE (a ->> 'facet')::boolean)
	SELECT 'n' AS kind, '' AS code, '' AS value, count(*)::int AS count FROM hit WHERE missed = '{}'
	UNION ALL
	SELECT 'f', e.key, v.value, count(*)::int FROM hit h, facet, jsonb_each(h.facets) e, jsonb_array_elements_text(e.value) v
	WHERE e.key = ANY (facet.codes) AND (h.missed = '{}' OR h.missed = ARRAY[e.key]) GROUP BY e.key, v.value
	UNION ALL
	SELECT 'c', u.id::text, '', count(*)::int FROM hit h, unnest(h.category_path) u(id)
	WHERE h.missed = '{}' OR h.missed = ARRAY[''] GROUP BY u.id`

	// pageText is one page. $8 to $11 are the cursor (given or not, and its keys), $12 the limit, $13 the
	// folded text of the whole search.
	pageText = ` , ranked AS (SELECT b.id, %first AS k1, %second AS k2 FROM base b WHERE b.missed = '{}'),
	chosen AS (SELECT * FROM ranked WHERE NOT $8::boolean OR (k1, k2, id) > ($9::bigint, $10::text, $11::int) ORDER BY k1, k2, id LIMIT $12)
	SELECT ` + cardColumns + `, c.k1, c.k2::text FROM chosen c JOIN catalog.product p ON p.id = c.id ` + cardJoins + ` WHERE $13::text IS NOT NULL ORDER BY c.k1, c.k2, c.id`

	cardColumns = `p.id, p.code, p.name, p.unit, p.category_path AS path, p.published_at, coalesce(p.images ->> 0, '') AS image,
	cat.code AS category_code, cat.name AS category_name, ser.code AS series_code, ser.name AS series_name,
	ARRAY(SELECT k.id FROM catalog.sku k WHERE k.product_id = p.id AND k.state = 'active' ORDER BY k.sort, k.id) AS skus`
	cardJoins = `JOIN catalog.category cat ON cat.id = p.category_id
	LEFT JOIN catalog.category ser ON ser.id = p.category_path[cardinality(p.category_path)] AND ser.level = 4`

	cardsSQL = `SELECT ` + cardColumns + `, 0::bigint AS k1, '' AS k2 FROM catalog.product p ` + cardJoins + ` WHERE ` + visible2 + ` AND p.id = ANY ($2)`

	matchesText = ` SELECT b.id, ARRAY(SELECT k.id FROM catalog.sku k WHERE k.product_id = b.id AND k.state = 'active' ORDER BY k.sort, k.id) AS skus
	FROM base b WHERE b.missed = '{}' ORDER BY b.id`

	visibleCategoriesSQL = `SELECT c.code, c.name, c.level, coalesce(up.code, '') AS parent, n.count
	FROM (SELECT u.id, count(*)::int AS count FROM catalog.product p, unnest(p.category_path) u(id) WHERE ` + visible1 + ` GROUP BY u.id) n
	JOIN catalog.category c ON c.id = n.id LEFT JOIN catalog.category up ON up.id = c.parent_id ORDER BY c.level, c.sort, c.code`

	categoriesSQL = `SELECT c.id, c.code, c.name, coalesce(up.code, '') AS parent, c.level, c.path, c.sort, c.version
	FROM catalog.category c LEFT JOIN catalog.category up ON up.id = c.parent_id ORDER BY c.level, c.sort, c.code`
	categoriesByIDSQL = `SELECT c.id, c.code, c.name, coalesce(up.code, '') AS parent, c.level, c.path, c.sort, c.version
	FROM catalog.category c LEFT JOIN catalog.category up ON up.id = c.parent_id WHERE c.id = ANY ($1) ORDER BY c.level, c.sort, c.code`
	templatesSQL = `SELECT id, code, name, attributes, version FROM catalog.template ORDER BY id`
)

// order is the two sort keys before the id of each Sort.
var order = map[Sort][2]string{
	// An exact part number or code first, then names that are, begin with, and hold the text.
	SortRelevance: {`(CASE WHEN $13 = '' THEN 0
		WHEN lower(b.code) = $13 OR EXISTS (SELECT FROM catalog.sku k WHERE k.product_id = b.id AND k.state = 'active'
			AND $13 IN (lower(k.code), lower(k.order_code), lower(k.model), lower(k.barcode))) THEN 0
		WHEN lower(b.name) = $13 THEN 1 WHEN starts_with(lower(b.name), $13) THEN 2 WHEN position($13 IN lower(b.name)) > 0 THEN 3 ELSE 4 END)::bigint`,
		`b.code COLLATE "C"`},
	SortName:   {`0::bigint`, `b.name COLLATE pg.zh`},
	SortNewest: {`(-extract(epoch FROM b.published_at) * 1000000)::bigint`, `'' COLLATE "C"`},
}

type shape struct {
	sort Sort
	text bool
}

// The statements of each shape of a search, put together once.
var (
	pageSQL    = map[shape]string{}
	countsSQL  = map[bool]string{}
	matchesSQL = map[bool]string{}
)

func init() {
	for _, text := range []bool{false, true} {
		base := strings.NewReplacer("%join", "", "%text", whereNone).Replace(baseText)
		if text {
			base = strings.NewReplacer("%join", joinSearch, "%text", whereText).Replace(baseText)
		}
		countsSQL[text], matchesSQL[text] = base+countsText, base+matchesText
		for sort, keys := range order {
			pageSQL[shape{sort, text}] = base + strings.NewReplacer("%first", keys[0], "%second", keys[1]).Replace(pageText)
		}
	}
}
