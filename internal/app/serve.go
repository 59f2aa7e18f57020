package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"qudao/internal/pg"
)

const stopPatience = 20 * time.Second

// Config is everything Serve needs to know.
type Config struct {
	Addresses
	Options
	Addr    string // host:port to listen on
	Data    string // folder of a private PostgreSQL; empty: the usual
	Keyring Keyring
	Migrate bool // bring the schema up to date first, also on a PostgreSQL that is not private
	Out     io.Writer

	Demo bool // load the demo brand into an empty database, and tell the logins to it
}

// Serve runs a server until ctx ends, and stops it in order.
func Serve(ctx context.Context, c Config) (err error) {
	// The address first: nothing is started for a server that could not be reached.
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w", c.Addr, err)
	}
	defer listener.Close()
	d, err := Reach(ctx, c.Addresses, c.Data, c.Out)
	if err != nil {
		return err
	}
	d.Keyring = c.Keyring
	defer func() { err = errors.Join(err, d.Close()) }()
	if c.Migrate && !d.Private() {
		if err := d.Migrate(ctx, pg.Partitions{}); err != nil {
			return err
		}
	}
	pools, err := d.Open(ctx)
	if err != nil {
		return err
	}
	defer pools.Close()
	if pools.Jobs == nil {
		fmt.Fprintln(c.Out, "DATABASE_WORKER_URL is not set: run `qudao work` elsewhere, or live changes and jobs stand still.")
	}
	var logins []Login
	fresh := false
	if c.Demo {
		if logins, fresh, err = loadDemo(ctx, d, pools.App, c.Out); err != nil {
			return err
		}
	}
	if c.Mail.Base == "" {
		c.Mail.Base = "http://" + reachable(listener.Addr().String())
	}
	a, err := New(pools, c.Options)
	if err != nil {
		return err
	}
	defer a.Close()
	if fresh {
		if err := a.takeStock(ctx); err != nil {
			return err
		}
	}
	announce(c.Out, listener.Addr().String(), logins)
	return a.serve(ctx, listener)
}

// serve answers on the listener until ctx ends.
func (a *App) serve(ctx context.Context, listener net.Listener) error {
	background, stop := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		a.Run(background)
	}()
	defer func() {
		stop()
		<-ended
	}()
	server := NewServer(a.Handler())
	server.RegisterOnShutdown(a.EndStreams)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	slog.Info("stopping")
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopPatience)
	defer cancel()
	if err := server.Shutdown(patience); err != nil {
		return errors.Join(fmt.Errorf("requests were still running after %s: %w", stopPatience, err), server.Close())
	}
	return nil
}

// NewServer is an HTTP server whose callers cannot hold it up by being slow.
func NewServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 60 * time.Second, WriteTimeout: 60 * time.Second,
		IdleTimeout: 120 * time.Second, MaxHeaderBytes: 32 << 10,
		ErrorLog: slog.NewLogLogger(slog.Default().Handler(), slog.LevelWarn),
	}
}
