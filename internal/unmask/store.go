package unmask

// countSQL takes one of the day's looks, and returns how many are taken; no row: all of them were.
const countSQL = `INSERT INTO unmask.looks AS l (principal, day, count) VALUES ($1, (pg.now() AT TIME ZONE 'Asia/Shanghai')::date, 1)
	ON CONFLICT (principal, day) DO UPDATE SET count = l.count + 1 WHERE l.count < $2 RETURNING count`
