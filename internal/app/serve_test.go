package app_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"qudao/internal/app"
	"qudao/internal/audit"
	"qudao/internal/pgtest"
)

// output is what a process prints, read while it runs.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// free is an address nobody listens on.
func free(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func ready(t *testing.T, address string) {
	t.Helper()
	for range 200 {
		response, err := http.Get("http://" + address + "/readyz")
		if err == nil {
			response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the server did not become ready")
}

func TestAServerStartsAndStopsInOrder(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	ctx, stop := context.WithCancel(t.Context())
	var out output
	address := free(t)
	ended := make(chan error, 1)
	go func() {
		ended <- app.Serve(ctx, app.Config{Addresses: app.Addresses{App: d.App, Worker: d.Worker}, Addr: address, Out: &out})
	}()
	ready(t, address)
	if !strings.Contains(out.String(), "http://"+address+"/office/") {
		t.Errorf("it does not say where it is: %s", out.String())
	}
	stop()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(25 * time.Second):
		t.Fatal("it does not stop")
	}
	if _, err := net.DialTimeout("tcp", address, time.Second); err == nil {
		t.Error("it still listens")
	}
}

func TestRefusalsToStart(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	for name, c := range map[string]struct {
		config app.Config
		want   string
	}{
		"a superuser":         {app.Config{Addresses: app.Addresses{App: d.Super}}, "superuser"},
		"no address to serve": {app.Config{Addresses: app.Addresses{Owner: d.Owner}}, "DATABASE_URL is not set"},
		"nobody to migrate":   {app.Config{Addresses: app.Addresses{App: d.App}, Migrate: true}, "DATABASE_OWNER_URL is not set"},
		"nobody to load":      {app.Config{Addresses: app.Addresses{App: d.App}, Demo: true}, "DATABASE_OWNER_URL is not set"},
		"no such address":     {app.Config{Addresses: app.Addresses{App: d.App}, Addr: "127.0.0.1:99999"}, "cannot listen on 127.0.0.1:99999"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if c.config.Addr == "" {
				c.config.Addr = "127.0.0.1:0"
			}
			c.config.Out = io.Discard
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			defer cancel()
			err := app.Serve(ctx, c.config)
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v, want one sentence with %q", err, c.want)
			}
		})
	}
}

func TestTheDocumentNeedsNoDatabase(t *testing.T) {
	t.Parallel()
	text, err := app.Document("1")
	if err != nil {
		t.Fatal(err)
	}
	again, err := app.Document("1")
	if err != nil || !bytes.Equal(text, again) {
		t.Errorf("the document is another one the second time: %v", err)
	}
	if !bytes.Contains(text, []byte(`"operationId": "office.session.create"`)) {
		t.Errorf("%.500s", text)
	}
}

func TestVerifyTellsEachInvariant(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	databases, err := app.Reach(t.Context(), app.Addresses{App: d.App}, "", io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	databases.Keyring.Path = filepath.Join(t.TempDir(), "keyring.json")
	var out output
	if err := errors.Join(app.Verify(t.Context(), databases, audit.Period{}, &out), databases.Close()); err != nil {
		t.Error(err)
	}
	lines := bufio.NewScanner(strings.NewReader(out.String()))
	for lines.Scan() {
		if strings.Contains(lines.Text(), "BROKEN") {
			t.Error(lines.Text())
		}
	}
	if !strings.Contains(out.String(), "invariants hold.") {
		t.Error(out.String())
	}
}
