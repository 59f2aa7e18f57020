package app

// Facts have ids by time, so only the newest partitions are looked at.
const lagSQL = `SELECT coalesce(extract(epoch FROM max(now() - f.at)), 0)::float8
	FROM queue.position p JOIN queue.fact f ON (f.xid, f.id) > (p.xid, p.id) AND f.id >= pg.uuid_floor(p.at - interval '1 hour')
	WHERE p.reader = 'dispatcher'`
