package httpapi

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"time"
)

// Probe is one thing that must work before this server takes requests.
type Probe struct {
	Name  string
	Check func(ctx context.Context) error
}

// Health is all of them.
type Health []Probe

// healthy says that the process answers; nothing is asked of anybody else, so that a database that is
// away makes nobody restart this server.
func healthy(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write([]byte("ok\n"))
}

// ready says by its status whether a load balancer should send requests here, and which part is not
// ready. Why it is not is in the log alone.
func (h Health) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	answer := map[string]string{}
	code := http.StatusOK
	for _, p := range h {
		answer[p.Name] = "ok"
		if err := p.Check(ctx); err != nil {
			slog.WarnContext(ctx, "not ready", "part", p.Name, "error", err)
			answer[p.Name] = "failing"
			code = http.StatusServiceUnavailable
		}
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(answer)
}
