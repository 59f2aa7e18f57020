package httpapi

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"qudao/internal/fault"
)

// begin makes the call of a request: its trace, address and language.
func (a *API) begin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &call{trace: traceOf(r), address: a.addressOf(r), language: languageOf(r), began: time.Now()}
		h := w.Header()
		h.Set("X-Request-Id", c.trace)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r.WithContext(withCall(r.Context(), c)))
	})
}

// closed are the headers of every answer of the API: nothing to keep, nothing to run.
func closed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		w.Header().Add("Vary", "Accept-Language")
		next.ServeHTTP(w, r)
	})
}

// sameSite refuses what another site makes a browser send. Programs send no such headers and pass;
// they have no cookie to misuse.
func sameSite(next http.Handler) http.Handler {
	guard := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := guard.Check(r); err != nil {
			writeProblem(w, r, CrossSite)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// addressOf is where a request comes from: the peer, or, where the peer is a trusted proxy, the last
// address in X-Forwarded-For that no trusted proxy wrote.
func (a *API) addressOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return "" // a socket of this machine has no address
	}
	if !a.trusted(host) {
		return host
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0; i-- {
		hop := strings.TrimSpace(hops[i])
		if _, err := netip.ParseAddr(hop); err != nil {
			break
		}
		host = hop
		if !a.trusted(hop) {
			break
		}
	}
	return host
}

func (a *API) trusted(host string) bool {
	address, err := netip.ParseAddr(host)
	if err != nil {
		return false
	}
	for _, p := range a.config.Proxies {
		if p.Contains(address.Unmap()) {
			return true
		}
	}
	return false
}

// unmatched answers below /api where no operation is: 405 where another method has one, else 404.
func (a *API) unmatched(w http.ResponseWriter, r *http.Request) {
	for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch} {
		other := r.Clone(r.Context())
		other.Method = method
		if _, pattern := a.mux.Handler(other); pattern != "" && pattern != everything {
			writeProblem(w, r, MethodWrong)
			return
		}
	}
	writeProblem(w, r, fault.NotFound)
}

// recovered turns a panic of one request into an internal refusal, so that it ends nothing else.
func recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			switch p := recover(); p {
			case nil:
			case http.ErrAbortHandler:
				panic(p)
			default:
				writeProblem(w, r, errors.Join(errPanic, panicError(p)))
			}
		}()
		next.ServeHTTP(w, r)
	})
}
