package httpapi

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"

	"qudao/internal/fault"
)

func TestTheCallersAddressBehindProxies(t *testing.T) {
	a := New(Config{Proxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}})
	for _, c := range []struct{ peer, forwarded, want string }{
		{"192.0.2.7:1234", "", "192.0.2.7"},
		{"192.0.2.7:1234", "203.0.113.9", "192.0.2.7"}, // not a proxy of ours: it may say what it likes
		{"10.0.0.1:1234", "203.0.113.9", "203.0.113.9"},
		{"10.0.0.1:1234", "198.51.100.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"},
		{"10.0.0.1:1234", "nonsense", "10.0.0.1"},
		{"10.0.0.1:1234", "", "10.0.0.1"},
		{"[2001:db8::1]:1234", "", "2001:db8::1"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = c.peer
		if c.forwarded != "" {
			r.Header.Set("X-Forwarded-For", c.forwarded)
		}
		if got := a.addressOf(r); got != c.want {
			t.Errorf("%s via %q: %s, want %s", c.peer, c.forwarded, got, c.want)
		}
	}
}

func TestAnAddressIsHeldBackAndLetInAgain(t *testing.T) {
	l := newRate(2)
	for range 2 {
		if err := l.take("192.0.2.1"); err != nil {
			t.Fatal(err)
		}
	}
	f, ok := fault.As(l.take("192.0.2.1"))
	if !ok || f.Definition != TooMany || f.Facts["retry_after"] != 30 {
		t.Errorf("the third call: %v", f)
	}
	if err := l.take("192.0.2.2"); err != nil {
		t.Errorf("another address: %v", err)
	}
	l.sweep(time.Now().Add(2 * time.Minute))
	if len(l.by) != 0 {
		t.Errorf("%d addresses are kept for nothing", len(l.by))
	}
}

func TestTooMuchWorkIsPutOff(t *testing.T) {
	a := New(Config{InFlight: 1})
	held, release := make(chan struct{}), make(chan struct{})
	h := a.begin(a.shed(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		close(held)
		<-release
	})))
	done := make(chan struct{})
	go func() {
		defer close(done)
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/api/x", nil))
	}()
	<-held
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/x", nil))
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") != "1" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	close(release)
	<-done
}

func TestFiguresAreForThisMachineAndWhoHasTheToken(t *testing.T) {
	a := New(Config{MetricsToken: "figures-token"})
	h := a.begin(a.metrics())
	for _, c := range []struct {
		peer, token, forwarded string
		want                   int
	}{
		{"127.0.0.1:1", "", "", 200}, {"[::1]:1", "", "", 200}, {"192.0.2.1:1", "", "", 401}, {"192.0.2.1:1", "wrong", "", 401},
		{"192.0.2.1:1", "figures-token", "", 200}, {"127.0.0.1:1", "", "192.0.2.1", 401},
	} {
		r := httptest.NewRequest(http.MethodGet, "/metrics", nil)
		r.RemoteAddr = c.peer
		if c.token != "" {
			r.Header.Set("Authorization", "Bearer "+c.token)
		}
		if c.forwarded != "" {
			r.Header.Set("X-Forwarded-For", c.forwarded)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.want {
			t.Errorf("%+v: %d", c, w.Code)
		}
	}
}
