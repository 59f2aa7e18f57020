package app

import (
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"
	"sync/atomic"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/office"
	"qudao/internal/httpapi/open"
	"qudao/internal/httpapi/portal"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/webui"
)

// Options are what a server can be told beside its databases.
type Options struct {
	InsecureCookies bool           // QUDAO_INSECURE_COOKIES
	Proxies         []netip.Prefix // QUDAO_PROXIES
	MetricsToken    string         // QUDAO_METRICS_TOKEN
	SignIns         int            // QUDAO_SIGN_INS: most attempts to sign in a minute from one address; 0: the usual
	InFlight        int            // 0: the usual
	Version         string
}

// App is one server: the domain, its surfaces, and what runs beside the requests.
type App struct {
	*Services
	API     *httpapi.API
	handler http.Handler

	hub        *httpapi.Hub
	listener   *queue.Listener
	dispatcher *queue.Dispatcher // nil: dispatched elsewhere
	alive      atomic.Bool       // the dispatcher runs
}

// New puts a server together on an open database. jobs is the same database as the worker role, nil
// where another process dispatches facts and works jobs.
func New(db, jobs *pg.DB, o Options) (*App, error) {
	a := &App{Services: NewServices(db), hub: httpapi.NewHub(db), listener: queue.NewListener(db)}
	a.API = a.surfaces(o)
	if jobs != nil {
		var err error
		if a.dispatcher, err = queue.NewDispatcher(jobs, nil); err != nil {
			return nil, err
		}
	}
	pages, err := webui.Handler()
	if err != nil {
		return nil, err
	}
	figures(a.API.Registry(), db)
	a.handler, err = a.API.Handler(a.health(), pages)
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
		InsecureCookies: o.InsecureCookies, Proxies: o.Proxies, MetricsToken: o.MetricsToken, SignIns: o.SignIns, InFlight: o.InFlight, Version: o.Version,
	})
	portal.Register(api, portal.Services{Identity: a.Identity, Dealer: a.Dealer, Hub: a.hub})
	office.Register(api, office.Services{Identity: a.Identity, Org: a.Org, Hub: a.hub})
	open.Register(api, open.Services{})
	return api
}

// Document is the OpenAPI document. It needs no database.
func Document(version string) ([]byte, error) {
	a := &App{Services: NewServices(nil), hub: httpapi.NewHub(nil)}
	return a.surfaces(Options{Version: version}).Document()
}

// Handler answers every request of the server.
func (a *App) Handler() http.Handler { return a.handler }

// Run does what goes on beside the requests until ctx ends: it hears of facts and, where it has a
// database of the worker role, dispatches them.
func (a *App) Run(ctx context.Context) {
	var running sync.WaitGroup
	running.Go(func() { a.listener.Run(ctx) })
	running.Go(func() {
		a.listener.Watch(ctx, func(n queue.Note) {
			a.heard(n)
			a.hub.Publish(n)
		})
	})
	if a.dispatcher != nil {
		running.Go(func() {
			a.alive.Store(true)
			defer a.alive.Store(false)
			a.dispatcher.Run(ctx)
		})
	}
	running.Wait()
	slog.Debug("background work has ended")
}

// EndStreams ends the streams of events, which would keep a server from stopping.
func (a *App) EndStreams() { a.hub.Close() }

// Ready is closed once the server hears of facts.
func (a *App) Ready() <-chan struct{} { return a.listener.Ready() }
