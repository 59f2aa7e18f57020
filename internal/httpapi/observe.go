package httpapi

import (
	"crypto/subtle"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"net/netip"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// meters are the figures of this server.
type meters struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	shed     prometheus.Counter
	unnoted  prometheus.Counter
	streams  prometheus.Gauge
}

func newMeters() *meters {
	m := &meters{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "qudao_http_requests_total",
			Help: "Requests by operation and status."}, []string{"operation", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "qudao_http_request_seconds",
			Help: "How long operations took.", Buckets: []float64{.002, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}}, []string{"operation"}),
		shed: prometheus.NewCounter(prometheus.CounterOpts{Name: "qudao_http_shed_total", Help: "Requests put off because too many were in work."}),
		unnoted: prometheus.NewCounter(prometheus.CounterOpts{Name: "qudao_http_refusals_unnoted_total",
			Help: "Refused writes left off the record because their principal had too many in a minute."}),
		streams: prometheus.NewGauge(prometheus.GaugeOpts{Name: "qudao_event_streams", Help: "Open streams of events."}),
	}
	m.registry.MustRegister(m.requests, m.seconds, m.shed, m.unnoted, m.streams,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Registry is where other parts of the program put their figures.
func (a *API) Registry() prometheus.Registerer { return a.meters.registry }

// status remembers what was answered.
type status struct {
	http.ResponseWriter
	code int
}

func (s *status) WriteHeader(code int) {
	if s.code == 0 {
		s.code = code
	}
	s.ResponseWriter.WriteHeader(code)
}

func (s *status) Write(b []byte) (int, error) {
	if s.code == 0 {
		s.code = http.StatusOK
	}
	return s.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach deadlines and flushing.
func (s *status) Unwrap() http.ResponseWriter { return s.ResponseWriter }

// observed counts and logs each call of an operation, and each refusal, after its answer. Neither
// bodies nor queries are written down.
func (a *API) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s := &status{ResponseWriter: w}
		next.ServeHTTP(s, r)
		c := callOf(r.Context())
		if c.operation == "" && s.code < http.StatusBadRequest {
			return // pages, health and metrics
		}
		took := time.Since(c.began)
		operation := c.operation
		if operation == "" {
			operation = "none"
		}
		a.meters.requests.WithLabelValues(operation, strconv.Itoa(s.code)).Inc()
		if !a.streams[r.URL.Path] {
			a.meters.seconds.WithLabelValues(operation).Observe(took.Seconds())
		}
		principal := ""
		if c.actor.Kind != "" {
			principal = c.actor.Principal()
		}
		slog.InfoContext(r.Context(), "request", "trace", c.trace, "method", r.Method, "operation", operation,
			"status", s.code, "code", c.code, "ms", float64(took.Microseconds())/1000, "principal", principal, "address", c.address)
	})
}

// metrics are the figures of the server.
func (a *API) metrics() http.Handler {
	return a.operators(promhttp.HandlerFor(a.meters.registry, promhttp.HandlerOpts{}))
}

// profiles tell where the server's time and memory go: go tool pprof http://…/debug/pprof/profile
func (a *API) profiles() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	return a.operators(mux)
}

// operators lets in this machine, and who has the token.
func (a *API) operators(inner http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !fromHere(r) && !a.hasMetricsToken(r) {
			writeProblem(w, r, KeyMissing)
			return
		}
		inner.ServeHTTP(w, r)
	})
}

func fromHere(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return true
	}
	address, err := netip.ParseAddr(host)
	// A proxy on this machine speaks for somebody else.
	return err == nil && address.Unmap().IsLoopback() && r.Header.Get("X-Forwarded-For") == ""
}

func (a *API) hasMetricsToken(r *http.Request) bool {
	want := "Bearer " + a.config.MetricsToken
	return a.config.MetricsToken != "" && subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(want)) == 1
}
