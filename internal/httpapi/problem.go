package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"math"
	"net/http"
	"reflect"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"qudao/internal/fault"
)

// Problem is a refusal as callers read it: problem+json (RFC 9457).
type Problem struct {
	Type   string         `json:"type" doc:"urn:qudao:<code>" example:"urn:qudao:version_changed"`
	Title  string         `json:"title" doc:"The HTTP status in words."`
	Status int            `json:"status" doc:"The HTTP status."`
	Code   string         `json:"code" doc:"Stable name of the refusal; programs compare it." example:"version_changed"`
	Detail string         `json:"detail" doc:"One sentence in the caller's language."`
	Facts  map[string]any `json:"facts,omitempty" doc:"What the sentence speaks of, by name."`
	Errors []ProblemField `json:"errors,omitempty" doc:"The fields at fault."`
	Trace  string         `json:"trace" doc:"The request's id, as in X-Request-Id and in the log."`

	wait int // seconds for Retry-After; 0: none
}

// ProblemField is one place of the input that is wrong.
type ProblemField struct {
	Path   string         `json:"path" doc:"Where: a parameter's name, or a path in the body." example:"lines[2].quantity"`
	Code   string         `json:"code" doc:"Stable name of what is wrong."`
	Detail string         `json:"detail" doc:"One sentence in the caller's language."`
	Facts  map[string]any `json:"facts,omitempty" doc:"What the sentence speaks of, by name."`
}

// Error is the code; the sentence is for the caller alone.
func (p *Problem) Error() string { return p.Code }

// GetStatus is the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// GetHeaders are the headers that go with it.
func (p *Problem) GetHeaders() http.Header {
	if p.wait == 0 {
		return nil
	}
	return http.Header{"Retry-After": {strconv.Itoa(p.wait)}}
}

// ContentType is the type of every refusal.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// problemOf is the one place where an error becomes what the caller reads. Anything that is not a
// fault, and every fault of our own, is logged with the trace and told without details.
func problemOf(ctx context.Context, err error) *Problem {
	var done *Problem
	if errors.As(err, &done) {
		return done
	}
	f, ok := fault.As(err)
	c := callOf(ctx)
	if !ok || f.Kind == fault.Internal {
		f = InternalFailure.With("trace", c.trace)
		if ctx.Err() != nil {
			f = CallerGone.With() // nobody reads it but the log
		} else {
			slog.ErrorContext(ctx, "request failed", "trace", c.trace, "operation", c.operation, "error", err)
		}
	} else if f.HTTP() >= http.StatusInternalServerError {
		slog.WarnContext(ctx, "request put off", "trace", c.trace, "operation", c.operation, "error", err)
	}
	f = c.forCaller(f)
	c.code = f.Code
	if f.HTTP() == http.StatusForbidden {
		c.denied = f
	}
	p := &Problem{
		Type: "urn:qudao:" + f.Code, Title: http.StatusText(f.HTTP()), Status: f.HTTP(), Code: f.Code,
		Detail: f.Sentence(c.language, f.Facts), Facts: f.Facts, Trace: c.trace, wait: waitOf(f),
	}
	for _, field := range f.Fields {
		p.Errors = append(p.Errors, ProblemField{Path: field.Path, Code: field.Code,
			Detail: field.Sentence(c.language, field.Facts), Facts: field.Facts})
	}
	return p
}

// waitOf is how many seconds the caller should wait: what the fact retry_after (seconds) or until (a
// time) says, else one second for whatever passes by itself.
func waitOf(f *fault.Fault) int {
	if wait, ok := f.Facts["retry_after"].(int); ok {
		return wait
	}
	if until, ok := f.Facts["until"].(string); ok && f.Kind == fault.Busy {
		if at, err := time.Parse(time.RFC3339, until); err == nil {
			return max(1, int(math.Ceil(time.Until(at).Seconds())))
		}
	}
	if f.Kind == fault.Busy || f.HTTP() == http.StatusTooManyRequests {
		return 1
	}
	return 0
}

// writeProblem answers with a refusal where no operation was reached.
func writeProblem(w http.ResponseWriter, r *http.Request, err error) {
	p := problemOf(r.Context(), err)
	for name, values := range p.GetHeaders() {
		w.Header()[name] = values
	}
	w.Header().Set("Content-Type", p.ContentType(""))
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // a caller who has gone needs no answer
}

// What huma itself refuses becomes a Problem of the same form. It keeps these hooks process-wide.
func init() {
	huma.NewErrorWithContext = func(ctx huma.Context, status int, _ string, errs ...error) huma.StatusError {
		limit, body := bodyOfCall(ctx)
		return problemOf(ctx.Context(), refusalOf(status, limit, body, errs))
	}
	// Without a request there is nobody to speak to: huma asks for the type only.
	huma.NewError = func(status int, _ string, _ ...error) huma.StatusError {
		return &Problem{Status: status}
	}
}

// bodyOfCall is how many bytes the body of the operation called may have, and of which type it is.
func bodyOfCall(ctx huma.Context) (limit int64, body reflect.Type) {
	op := ctx.Operation()
	if op == nil {
		return defaultBody, nil
	}
	body, _ = op.Metadata[bodyKey].(reflect.Type)
	return op.MaxBodyBytes, body
}
