package httpapi

import (
	"math"
	"net/http"
	"sync"
	"time"

	limiter "golang.org/x/time/rate"
)

// rate bounds how often one address may call an operation, or one principal may do something. A nil rate
// bounds nothing.
type rate struct {
	perMinute int

	mu    sync.Mutex
	by    map[string]*limiter.Limiter
	swept time.Time
}

func newRate(perMinute int) *rate {
	if perMinute == 0 {
		return nil
	}
	return &rate{perMinute: perMinute, by: map[string]*limiter.Limiter{}}
}

// take counts a call of the address, or refuses it with TooMany.
func (l *rate) take(address string) error {
	if l == nil {
		return nil
	}
	now := time.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sweep(now)
	one, ok := l.by[address]
	if !ok {
		one = limiter.NewLimiter(limiter.Limit(float64(l.perMinute)/60), l.perMinute)
		l.by[address] = one
	}
	if one.AllowN(now, 1) {
		return nil
	}
	missing := 1 - one.TokensAt(now)
	return TooMany.With("retry_after", int(math.Ceil(missing*60/float64(l.perMinute))))
}

// sweep forgets the addresses that have been quiet long enough to have their whole allowance back.
func (l *rate) sweep(now time.Time) {
	if now.Sub(l.swept) < time.Minute {
		return
	}
	l.swept = now
	for address, one := range l.by {
		if one.TokensAt(now) >= float64(l.perMinute) {
			delete(l.by, address)
		}
	}
}

// shed answers Overloaded while more requests are being worked on than the database could answer in
// reasonable time. Streams wait without work and are counted elsewhere.
func (a *API) shed(next http.Handler) http.Handler {
	places := make(chan struct{}, a.config.InFlight)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if a.streams[r.URL.Path] {
			next.ServeHTTP(w, r)
			return
		}
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
			next.ServeHTTP(w, r)
		default:
			a.meters.shed.Inc()
			writeProblem(w, r, Overloaded)
		}
	})
}
