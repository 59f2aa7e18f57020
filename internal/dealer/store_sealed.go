package dealer

// Statements about sealed fields. A value begins with what names its key, up to the second colon.
const (
	staleDealersSQL = `SELECT id AS dealer_id, '00000000-0000-0000-0000-000000000000'::uuid AS id, code, phone FROM dealer.dealer
	WHERE id > $1 AND phone <> '' AND NOT starts_with(phone, $2) ORDER BY id LIMIT $3`
	resealDealersSQL = `UPDATE dealer.dealer d SET phone = u.phone, phone_index = u.phone_index
	FROM unnest($1::int[], $2::text[], $3::text[], $4::bytea[]) u(id, was, phone, phone_index) WHERE d.id = u.id AND d.phone = u.was`

	staleAddressesSQL = `SELECT dealer_id, id, '' AS code, phone FROM dealer.address
	WHERE id > $1 AND phone <> '' AND NOT starts_with(phone, $2) ORDER BY id LIMIT $3`
	resealAddressesSQL = `UPDATE dealer.address a SET phone = u.phone, phone_index = u.phone_index
	FROM unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::bytea[]) u(dealer_id, id, was, phone, phone_index)
	WHERE a.dealer_id = u.dealer_id AND a.id = u.id AND a.phone = u.was`

	countDealerPhonesSQL = `SELECT $1::text AS field, CASE WHEN starts_with(phone, 's1:') THEN substr(phone, 4, 8) ELSE '' END AS key, count(*)::int AS rows
	FROM dealer.dealer WHERE phone <> '' GROUP BY 2`
	countAddressPhonesSQL = `SELECT $1::text AS field, CASE WHEN starts_with(phone, 's1:') THEN substr(phone, 4, 8) ELSE '' END AS key, count(*)::int AS rows
	FROM dealer.address WHERE phone <> '' GROUP BY 2`
)
