package worker

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"qudao/internal/audit"
	"qudao/internal/dealer"
	"qudao/internal/order"
)

// Reseal puts sealed fields under the primary key after a rotation.
type Reseal struct{}

// Kind names the job.
func (Reseal) Kind() string { return "secret_reseal" }

type reseal struct {
	river.WorkerDefaults[Reseal]
	dealers *dealer.Service
	orders  *order.Service
}

// Timeout lets it go over the orders of many years.
func (w *reseal) Timeout(*river.Job[Reseal]) time.Duration { return 6 * time.Hour }

func (w *reseal) Work(ctx context.Context, _ *river.Job[Reseal]) error {
	for _, one := range []func(context.Context) (int, error){w.dealers.Reseal, w.orders.Reseal} {
		if _, err := one(ctx); err != nil {
			return err
		}
	}
	return nil
}

// SealAudit seals the rows of the audit that are settled.
type SealAudit struct{}

// Kind names the job.
func (SealAudit) Kind() string { return "audit_seal" }

type sealAudit struct {
	river.WorkerDefaults[SealAudit]
	audit *audit.Service
}

// Timeout lets the first seals of an old record take their time.
func (w *sealAudit) Timeout(*river.Job[SealAudit]) time.Duration { return time.Hour }

func (w *sealAudit) Work(ctx context.Context, _ *river.Job[SealAudit]) error {
	for {
		n, err := w.audit.Seal(ctx)
		if err != nil || n < audit.SealRows {
			return err
		}
	}
}

func registerSecret(s Services, to *river.Workers) []*river.PeriodicJob {
	river.AddWorker(to, &reseal{dealers: s.Dealer, orders: s.Orders})
	river.AddWorker(to, &sealAudit{audit: s.Audit})
	return []*river.PeriodicJob{each(10*time.Minute, Reseal{}), each(30*time.Second, SealAudit{})}
}
