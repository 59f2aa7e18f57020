package crash

import (
	"context"

	"github.com/jackc/pgx/v5"
)

const (
	newestSQL = `SELECT coalesce((SELECT id::text FROM orders.orders ORDER BY id DESC LIMIT 1), '00000000-0000-0000-0000-000000000000')`

	ordersSQL = `SELECT o.id::text, o.number, o.remark,
	(SELECT coalesce(jsonb_object_agg(sku_code, quantity), '{}') FROM orders.line l WHERE (l.dealer_id, l.order_id) = (o.dealer_id, o.id)),
	(SELECT coalesce(array_agg(node ORDER BY seq), '{}') FROM timeline.node n WHERE (n.dealer_id, n.doc_id) = (o.dealer_id, o.id)),
	(SELECT coalesce(jsonb_object_agg(tracking, n), '{}') FROM (
		SELECT s.tracking, count(*) AS n FROM orders.shipment s JOIN orders.shipment_line m ON (m.dealer_id, m.order_id, m.shipment_id) = (s.dealer_id, s.order_id, s.id)
		WHERE (s.dealer_id, s.order_id) = (o.dealer_id, o.id) GROUP BY 1) x)
	FROM orders.orders o WHERE o.id > $1::uuid`

	adjustmentsSQL = `SELECT reason, count(*) FROM inventory.movement WHERE kind = 'adjustment' AND reason LIKE 'crash-%' GROUP BY 1`

	// Without triggers and foreign keys, as a disk that forgot would.
	loseSQL = `SET session_replication_role = replica; DELETE FROM orders.orders WHERE id = '%s'; RESET session_replication_role`

	// From now on a commit is answered before it is written.
	forgetSQL = `ALTER SYSTEM SET synchronous_commit = off`
	reloadSQL = `SELECT pg_reload_conf()`
	writerSQL = `SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'`
)

// stored is what the clients changed, as PostgreSQL has it: every order younger than the given one,
// whoever placed it.
func stored(ctx context.Context, conn *pgx.Conn, after string) (state, error) {
	out := newState()
	rows, err := conn.Query(ctx, ordersSQL, after)
	if err != nil {
		return out, err
	}
	found, err := pgx.CollectRows(rows, pgx.RowToStructByPos[order])
	if err != nil {
		return out, err
	}
	for _, o := range found {
		out.Orders[o.ID] = o
	}
	if rows, err = conn.Query(ctx, adjustmentsSQL); err != nil {
		return out, err
	}
	var reason string
	var n int
	_, err = pgx.ForEachRow(rows, []any{&reason, &n}, func() error {
		out.Adjustments[reason] = n
		return nil
	})
	return out, err
}
