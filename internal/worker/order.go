package worker

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"qudao/internal/order"
)

// ExpireOrders ends the orders that nobody reviewed in time.
type ExpireOrders struct{}

// Kind names the job.
func (ExpireOrders) Kind() string { return "order_expire" }

type expireOrders struct {
	river.WorkerDefaults[ExpireOrders]
	orders *order.Service
}

func (w *expireOrders) Work(ctx context.Context, _ *river.Job[ExpireOrders]) error {
	const batch = 200
	for {
		n, err := w.orders.ExpireUnreviewed(ctx, batch)
		if err != nil || n < batch {
			return err
		}
	}
}

func registerOrder(s Services, to *river.Workers) []*river.PeriodicJob {
	river.AddWorker(to, &expireOrders{orders: s.Orders})
	return []*river.PeriodicJob{each(time.Minute, ExpireOrders{})}
}
