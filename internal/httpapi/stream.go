package httpapi

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"qudao/internal/org"
)

// Events registers GET /events on a surface: the changes of documents that the caller may hear of, as
// server-sent events, until the session or the connection ends.
func (a *API) Events(s Surface, h *Hub) {
	op := Operation{ID: "events.listen", Method: http.MethodGet, Path: "/events", Surface: s, Permission: SignedIn, Object: Own,
		Zh: "实时变更", En: "Hear of changes as they happen", Stream: true,
		Doc: "Server-sent events: `event: change` with `data: {kind, id?, fact?}`. Without an id everything of the kind may have changed. " +
			"After a reconnection read again what is shown. A comment comes every 15 seconds."}
	a.streams[s.Prefix()+op.Path] = true
	Handle(a, op, func(ctx context.Context, who org.Actor, _ *struct{}) (*eventsOut, error) {
		line, err := h.open(who)
		if err != nil {
			return nil, err
		}
		ask := func(ctx context.Context) (org.Actor, error) { return a.resolve(ctx, s, callOf(ctx), true) }
		return &eventsOut{Body: func(c huma.Context) {
			defer h.leave(line)
			a.meters.streams.Inc()
			defer a.meters.streams.Dec()
			_, w := humago.Unwrap(c)
			line.run(c.Context(), w, ask)
		}}, nil
	})
}

type eventsOut struct {
	Body func(huma.Context)
}

// run writes until the client, the session or the server ends.
func (s *stream) run(ctx context.Context, w http.ResponseWriter, ask func(context.Context) (org.Actor, error)) {
	out := http.NewResponseController(w)
	send := func(text []byte) bool {
		if out.SetWriteDeadline(time.Now().Add(sendPatience)) != nil {
			return false
		}
		if _, err := w.Write(text); err != nil {
			return false
		}
		return out.Flush() == nil
	}
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("X-Accel-Buffering", "no")
	w.WriteHeader(http.StatusOK)
	if !send(fmt.Appendf(nil, "retry: %d\n\n", eventsRetryMs)) {
		return
	}
	beat, check := time.NewTicker(heartbeat), time.NewTicker(recheck)
	defer beat.Stop()
	defer check.Stop()
	for {
		text, limit := []byte(nil), fresh
		select {
		case <-ctx.Done():
			return
		case <-s.over:
			return
		case <-beat.C:
			text = []byte(": here\n\n")
		case <-check.C:
			limit = 0
		case <-s.wake:
		}
		if !s.alive(ctx, limit, ask) {
			return
		}
		if text == nil {
			var err error
			if text, err = s.told(ctx); err != nil {
				return // the client comes back and reads everything again
			}
		}
		if len(text) > 0 && !send(text) {
			return
		}
	}
}

// told is what waits to be told, as text of the stream.
func (s *stream) told(ctx context.Context) ([]byte, error) {
	changes, err := s.take(ctx)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, c := range changes {
		data, err := json.Marshal(c)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "event: change\ndata: %s\n\n", data)
	}
	return b.Bytes(), nil
}
