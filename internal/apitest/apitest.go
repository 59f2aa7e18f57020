// Package apitest boots the real server on a fresh database with a small brand in it, and speaks to it
// over HTTP as its people and programs do. Stories, the authorization matrix and the tests of the edge
// stand on it.
//
//	s := apitest.Start(t)
//	desk := s.Office("desk")
//	desk.Get("/orders").Into(&list)
//	s.Portal("dealer1").Post("/orders", body, apitest.Key()).Refused(409, "stock_short")
//
// It owns the brand of tests (see brand.go) and the clients. It does not own any expectation of the
// trade.
package apitest

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"testing"
	"time"

	"qudao/internal/app"
	"qudao/internal/clock"
	"qudao/internal/identity"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
)

// The log of requests would bury what a failing test says.
func init() { slog.SetLogLoggerLevel(slog.LevelError) }

// Server is one running server with its own database.
type Server struct {
	t        testing.TB
	URL      string // http://127.0.0.1:port
	App      *app.App
	Database pgtest.Database
	DB       *pg.DB // as qudao_app

	super *pg.DB // as the superuser, opened when it is first asked for
}

// Config changes how a server is started.
type Config struct {
	Options app.Options
	Empty   bool        // without the brand
	Clock   clock.Clock // the time of the databases and of previews; nil is the machine's

	// Unguarded lets the server talk to PostgreSQL as the superuser, whom no policy binds: what still
	// keeps one dealer's rows from another is then the application alone.
	Unguarded bool

	idle bool // works no jobs
}

func (c Config) now() func() time.Time {
	if c.Clock == nil {
		return nil
	}
	return c.Clock.Now
}

func openPool(t testing.TB, c pg.Config) *pg.DB {
	t.Helper()
	c.Keys = pgtest.Keys()
	db, err := pg.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	return db
}

// Start boots a server with the brand of tests.
func Start(t testing.TB) *Server {
	t.Helper()
	return StartWith(t, Config{})
}

// StartWith boots a server. It is stopped with the test.
func StartWith(t testing.TB, c Config) *Server {
	t.Helper()
	return on(t, pgtest.New(t), c)
}

// Twin boots another server on the same database. It works no jobs, and its brand is the one that is there.
func (s *Server) Twin(c Config) *Server {
	s.t.Helper()
	c.Empty, c.idle = true, true
	return on(s.t, s.Database, c)
}

func on(t testing.TB, database pgtest.Database, c Config) *Server {
	t.Helper()
	asApp, asWorker := database.App, database.Worker
	if c.Unguarded {
		asApp, asWorker = database.Super, database.Super
	}
	pools := app.Pools{
		App:     openPool(t, pg.Config{URL: asApp, Conns: 12, Clock: c.now()}),
		Placing: openPool(t, pg.Config{URL: asApp, Conns: 4, Clock: c.now(), Params: order.PlacingParams()}),
	}
	if !c.idle {
		pools.Jobs = openPool(t, pg.Config{URL: asWorker, Conns: 6, Clock: c.now(), Jobs: true})
	}
	c.Options.Clock = c.Clock
	if c.Options.SignIns == 0 {
		c.Options.SignIns = 10_000 // everybody of a test comes from one address
	}
	a, err := app.New(pools, c.Options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.Close)
	s := &Server{t: t, App: a, Database: database, DB: pools.App}
	if !c.Empty {
		s.found()
	}
	s.run()
	return s
}

func (s *Server) run() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		s.t.Fatal(err)
	}
	s.URL = "http://" + listener.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		s.App.Run(ctx)
	}()
	server := app.NewServer(s.App.Handler())
	server.RegisterOnShutdown(s.App.EndStreams)
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			s.t.Error(err)
		}
	}()
	s.t.Cleanup(func() {
		patience, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := server.Shutdown(patience); err != nil {
			_ = server.Close()
		}
		stop()
		<-ended
	})
	<-s.App.Ready()
}

// Settle returns once everything that has happened so far is told, and all jobs that it caused are done.
func (s *Server) Settle() {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), time.Minute)
	defer cancel()
	if err := s.App.Settle(ctx); err != nil {
		s.t.Fatal(err)
	}
}

// System is the scope in which fixtures are written: it sees every row.
func (s *Server) System() pg.Scope { return org.NewSystem("apitest").Scope() }

// Write runs fn in a transaction that sees every row, to plant what a test needs.
func (s *Server) Write(fn func(ctx context.Context, tx *pg.Tx) error) {
	s.t.Helper()
	ctx := s.t.Context()
	if err := s.DB.Write(ctx, s.System(), func(tx *pg.Tx) error { return fn(ctx, tx) }); err != nil {
		s.t.Fatal(err)
	}
}

// APIKey makes an API key with the scopes and returns its plain text.
func (s *Server) APIKey(scopes ...org.Permission) (plain string) {
	s.t.Helper()
	in := identity.NewKey{Name: "test", Scopes: make([]string, len(scopes))}
	for i, scope := range scopes {
		in.Scopes[i] = string(scope)
	}
	s.Write(func(ctx context.Context, tx *pg.Tx) (err error) {
		_, plain, err = identity.CreateKeyTx(ctx, tx, in)
		return err
	})
	return plain
}
