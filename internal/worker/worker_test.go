package worker_test

import (
	"bytes"
	"context"
	"os"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"qudao/internal/audit"
	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/identity"
	"qudao/internal/inventory"
	"qudao/internal/mail"
	"qudao/internal/notification"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/pricing"
	"qudao/internal/queue"
	"qudao/internal/render"
	"qudao/internal/report"
	"qudao/internal/spreadsheet"
	"qudao/internal/worker"
)

func TestMain(m *testing.M) {
	render.Child()
	os.Exit(m.Run())
}

var staff = org.Actor{Kind: org.Staff, ID: "goods", Permissions: org.Of(org.ImportRun, org.PriceRead, org.PriceEdit)}

func TestAnUploadOnOneServerIsWorkedByAnother(t *testing.T) {
	t.Parallel()
	w := start(t)
	if _, err := pricing.New(w.db).CreateList(t.Context(), staff, pricing.ListInput{Code: "BASE", Name: "基准价", Kind: pricing.KindBase}); err != nil {
		t.Fatal(err)
	}
	file := excelize.NewFile()
	for cell, value := range map[string]any{"A1": "物料编码", "B1": "单价", "A2": "X-1", "B2": 5} {
		if err := file.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	var content bytes.Buffer
	if err := file.Write(&content); err != nil {
		t.Fatal(err)
	}
	run, err := w.runs.StartImport(t.Context(), staff, spreadsheet.Prices, spreadsheet.Params{List: "BASE"}, "x.xlsx", &content)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.workers.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	run, err = w.runs.Run(t.Context(), staff, run.ID)
	if err != nil || run.State != spreadsheet.Done || run.Failed != 1 || !run.HasErrors {
		t.Errorf("run %+v, %v", run, err)
	}
}

func TestARunWhoseWorkerDiedIsPerformedAgain(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	run, err := w.runs.StartExport(t.Context(), org.Actor{Kind: org.Staff, ID: "s", Permissions: org.Of(org.ExportRun, org.StockRead)}, spreadsheet.Stock, spreadsheet.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	// The fact was dispatched long ago, and the worker that took the run is gone.
	w.exec(t, `UPDATE spreadsheet.run SET state = 'running', attempt = 1, beat_at = now() - interval '1 hour'`)
	w.exec(t, `UPDATE queue.fact SET kind = 'run.progress'`)
	w.run(t)
	until(t, func() bool { return w.state(t, run.ID.String()) == "done" })
}

func TestPeriodicJobsRunAtTheStart(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	w.exec(t, `INSERT INTO once.key (principal, route, key, body_hash, result, created_at) VALUES ('a', 'b', 'c', '', '{}', now() - interval '8 days')`)
	w.run(t)
	until(t, func() bool { return w.count(t, `SELECT count(*) FROM once.key`) == 0 })
	until(t, func() bool {
		return w.count(t, `SELECT count(*) FROM river.river_job WHERE kind IN ('order_expire', 'identity_sweep', 'spreadsheet_recover', 'spreadsheet_forget') AND state = 'completed'`) == 4
	})
}

func TestOneWithoutAReactionStartsNothing(t *testing.T) {
	t.Parallel()
	if jobs := worker.React([]queue.Fact{{Kind: "thing.done"}}); len(jobs) != 0 {
		t.Errorf("jobs %v", jobs)
	}
}

// installation is a database, the service of a server that serves, and workers beside it.
type installation struct {
	db      *pg.DB
	runs    *spreadsheet.Service // on the server's own role
	workers *worker.Workers
	super   *pg.DB
}

func prepare(t *testing.T) *installation {
	t.Helper()
	d := pgtest.New(t)
	app, db := pgtest.OpenURL(t, d.App, nil), pgtest.OpenURL(t, d.Worker, nil)
	goods, stock, prices, people := catalog.New(db), inventory.New(db), pricing.New(db), identity.New(db)
	dealers := dealer.New(db, people)
	orders := order.New(db, db, dealers, goods, stock, prices.Book())
	t.Cleanup(orders.Close)
	letters, err := mail.New(db, mail.Config{})
	if err != nil {
		t.Fatal(err)
	}
	workers, err := worker.New(worker.Services{DB: db, Audit: audit.New(db), Dealer: dealers, Identity: people, Catalog: goods, Orders: orders, Spreadsheet: spreadsheet.New(db, goods, stock, prices), Notification: notification.New(db), Report: report.New(db), Mail: letters})
	if err != nil {
		t.Fatal(err)
	}
	return &installation{db: app, workers: workers, super: pgtest.OpenURL(t, d.Super, nil),
		runs: spreadsheet.New(app, catalog.New(app), inventory.New(app), pricing.New(app))}
}

func start(t *testing.T) *installation {
	t.Helper()
	w := prepare(t)
	w.run(t)
	return w
}

// run works until the test ends.
func (w *installation) run(t *testing.T) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	over := make(chan error, 1)
	go func() { over <- w.workers.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-over; err != nil {
			t.Errorf("workers ended with %v", err)
		}
	})
}

func (w *installation) exec(t *testing.T, sql string) {
	t.Helper()
	if _, err := w.super.Pool().Exec(t.Context(), sql); err != nil {
		t.Fatal(err)
	}
}

func (w *installation) count(t *testing.T, sql string) (n int) {
	t.Helper()
	if err := w.super.Pool().QueryRow(t.Context(), sql).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func (w *installation) state(t *testing.T, run string) (state string) {
	t.Helper()
	if err := w.super.Pool().QueryRow(t.Context(), `SELECT state FROM spreadsheet.run WHERE id = $1`, run).Scan(&state); err != nil {
		t.Fatal(err)
	}
	return state
}

func until(t *testing.T, done func() bool) {
	t.Helper()
	for end := time.Now().Add(60 * time.Second); !done(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it did not happen in a minute")
		}
	}
}
