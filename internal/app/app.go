package app

import (
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"
	"sync/atomic"

	"qudao/internal/clock"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/office"
	"qudao/internal/httpapi/open"
	"qudao/internal/httpapi/portal"
	"qudao/internal/mail"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/webui"
	"qudao/internal/worker"
)

// Options are what a server can be told beside its databases.
type Options struct {
	InsecureCookies bool           // QUDAO_INSECURE_COOKIES
	Proxies         []netip.Prefix // QUDAO_PROXIES
	MetricsToken    string         // QUDAO_METRICS_TOKEN
	SignIns         int            // QUDAO_SIGN_INS: most attempts to sign in a minute from one address; 0: the usual
	InFlight        int            // 0: the usual
	Version         string
	Mail            mail.Config // QUDAO_SMTP, QUDAO_MAIL_FROM, QUDAO_URL
	Clock           clock.Clock // nil is the machine's; the databases are opened with the same
}

// Pools are one database, opened for the kinds of work there are.
type Pools struct {
	App     *pg.DB // requests
	Placing *pg.DB // the writers of orders
	Jobs    *pg.DB // the worker role; nil where another process works
}

// App is one server: the domain, its surfaces, and what runs beside the requests.
type App struct {
	*Services
	API     *httpapi.API
	handler http.Handler

	hub      *httpapi.Hub
	listener *queue.Listener
	work     *Work       // nil: worked elsewhere
	working  atomic.Bool // work runs
}

// New puts a server together on open databases. Close it after Run has ended.
func New(p Pools, o Options) (*App, error) {
	if o.Clock == nil {
		o.Clock = clock.System
	}
	a := &App{Services: NewServices(p.App, p.Placing, o.Clock), hub: httpapi.NewHub(p.App), listener: queue.NewListener(p.App)}
	if err := a.write(o.Mail); err != nil {
		return nil, err
	}
	a.API = a.surfaces(o)
	if p.Jobs != nil {
		var err error
		if a.work, err = NewWork(p.Jobs, o.Clock, o.Mail); err != nil {
			return nil, err
		}
	}
	pages, err := webui.Handler()
	if err != nil {
		return nil, err
	}
	figures(a.API.Registry(), p.App)
	a.handler, err = a.API.Handler(a.health(), httpapi.Media(a.medium, pages))
	return a, err
}

// surfaces registers every operation there is.
func (a *App) surfaces(o Options) *httpapi.API {
	api := httpapi.New(httpapi.Config{
		Doors: map[httpapi.Surface]httpapi.Door{
			httpapi.Portal: portal.Door(a.Identity, a.Dealer),
			httpapi.Office: office.Door(a.Identity, a.Org),
			httpapi.Open:   open.Door(a.Identity),
		},
		InsecureCookies: o.InsecureCookies, Proxies: o.Proxies, MetricsToken: o.MetricsToken,
		SignIns: o.SignIns, InFlight: o.InFlight, Version: o.Version,
		Refused: func(ctx context.Context, r httpapi.Refusal) error {
			return a.Audit.Refused(ctx, r.Who.Scope(), r.Operation, r.Code, r.Facts)
		},
	})
	portal.Register(api, portal.Services{Identity: a.Identity, Dealer: a.Dealer, Catalog: a.Catalog, Inventory: a.Inventory,
		Pricing: a.Pricing, Order: a.Order, Paper: a.Paper, Purchasing: a.Purchasing, Spreadsheet: a.Spreadsheet, Notification: a.Notification, Storefront: a.Storefront, Hub: a.hub})
	office.Register(api, office.Services{Audit: a.Audit, Unmask: a.Unmask, Identity: a.Identity, Org: a.Org, Dealer: a.Dealer, Catalog: a.Catalog,
		Inventory: a.Inventory, Pricing: a.Pricing, Order: a.Order, Paper: a.Paper, Spreadsheet: a.Spreadsheet, Notification: a.Notification, Storefront: a.Storefront, Mail: a.Mail, Report: a.Report, Hub: a.hub})
	open.Register(api, open.Services{Dealer: a.Dealer, Catalog: a.Catalog, Inventory: a.Inventory, Pricing: a.Pricing, Order: a.Order})
	return api
}

// medium finds a picture for a page.
func (a *App) medium(ctx context.Context, hash string, size int) (httpapi.Medium, error) {
	m, err := a.Catalog.Medium(ctx, hash, size)
	return httpapi.Medium(m), err
}

// Document is the OpenAPI document. It needs no database.
func Document(version string) ([]byte, error) {
	a := &App{Services: NewServices(nil, nil, clock.System), hub: httpapi.NewHub(nil)}
	defer a.Services.Close()
	return a.surfaces(Options{Version: version}).Document()
}

// Handler answers every request of the server.
func (a *App) Handler() http.Handler { return a.handler }

// Ready is closed once the server hears of facts.
func (a *App) Ready() <-chan struct{} { return a.listener.Ready() }

// Run does what goes on beside the requests until ctx ends: it hears of facts, keeps the index of a large
// catalogue and, where it has a database of the worker role, dispatches them and works jobs.
func (a *App) Run(ctx context.Context) {
	var running sync.WaitGroup
	running.Go(func() { a.listener.Run(ctx) })
	running.Go(func() {
		a.listener.Watch(ctx, func(n queue.Note) {
			a.hear(n)
			a.hub.Publish(n)
		})
	})
	// What is kept in memory is read once facts are heard, so that no change of it is missed.
	heard := func(read func()) {
		running.Go(func() {
			select {
			case <-a.listener.Ready():
				read()
			case <-ctx.Done():
			}
		})
	}
	heard(func() { a.Catalog.Index(ctx) })
	heard(func() {
		// One after the other, because each takes all that the machine has; the index first, because
		// PostgreSQL alone is slowest at what it answers.
		select {
		case <-a.Catalog.Indexed():
		case <-ctx.Done():
			return
		}
		if err := a.Catalog.Warm(ctx); err != nil && ctx.Err() == nil {
			slog.WarnContext(ctx, "goods are read when they are asked for", "error", err)
		}
		a.Pricing.Book().Warm(ctx)
	})
	if a.work != nil {
		running.Go(func() {
			a.working.Store(true)
			defer a.working.Store(false)
			if err := a.work.Run(ctx); err != nil {
				slog.ErrorContext(ctx, "no jobs are worked", "error", err)
			}
		})
	}
	running.Wait()
}

// Settle returns once everything that facts so far have caused is done, for tests. The server must run
// and work jobs itself.
func (a *App) Settle(ctx context.Context) error { return a.work.Settle(ctx) }

// EndStreams ends the streams of events, which would keep a server from stopping.
func (a *App) EndStreams() { a.hub.Close() }

// Close lets waiting orders be placed and lets go of what the services hold. The databases stay open.
func (a *App) Close() {
	a.Services.Close()
	if a.work != nil {
		a.work.Close()
	}
}

// Work is the background work of one process, with services of its own on the worker's database.
type Work struct {
	*worker.Workers
	services *Services
}

// NewWork prepares the background work on a database opened as the worker role; letters leave as m says.
func NewWork(db *pg.DB, c clock.Clock, m mail.Config) (*Work, error) {
	services := NewServices(db, db, c)
	if err := services.write(m); err != nil {
		services.Close()
		return nil, err
	}
	workers, err := worker.New(worker.Services{DB: db, Audit: services.Audit, Dealer: services.Dealer, Identity: services.Identity, Catalog: services.Catalog, Orders: services.Order, Spreadsheet: services.Spreadsheet, Notification: services.Notification, Report: services.Report, Mail: services.Mail})
	if err != nil {
		services.Close()
		return nil, err
	}
	return &Work{workers, services}, nil
}

// Close lets go of what the services hold.
func (w *Work) Close() { w.services.Close() }
