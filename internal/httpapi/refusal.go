package httpapi

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"qudao/internal/fault"
	"qudao/internal/org"
)

// Refusal is a change that somebody known asked for without the right to it.
type Refusal struct {
	Who       org.Actor
	Operation string
	Code      string         // of the fault
	Facts     map[string]any // of the fault, and the path that was asked for
}

const (
	// refusalsNoted is how many refusals of one principal are put on the record a minute: enough to see
	// what somebody tries, too few to fill a disk with.
	refusalsNoted = 20
	noteWithin    = 2 * time.Second
	pathNoted     = 200
)

// noted hands a refused write to the record, before its answer leaves. The record is of no use to the
// caller: that it could not be written changes no answer, and is logged.
func (a *API) noted(r *http.Request, c *call, op Operation) {
	if a.config.Refused == nil || c.denied == nil || !op.unsafe() || c.actor.Kind == "" {
		return
	}
	if a.refusals.take(c.actor.Principal()) != nil {
		a.meters.unnoted.Inc()
		return
	}
	// A caller who hangs up is on the record too.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), noteWithin)
	defer cancel()
	if err := a.config.Refused(ctx, Refusal{c.actor, op.id(), c.denied.Code, factsOf(c.denied, r.URL.EscapedPath())}); err != nil {
		slog.ErrorContext(ctx, "a refusal is not on the record", "trace", c.trace, "operation", op.id(), "error", err)
	}
}

func factsOf(f *fault.Fault, path string) map[string]any {
	out := map[string]any{"path": path[:min(len(path), pathNoted)]}
	for name, value := range f.Facts {
		out[name] = value
	}
	return out
}
