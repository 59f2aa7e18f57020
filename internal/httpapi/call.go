package httpapi

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"hash"
	"log/slog"
	"net/http"
	"regexp"
	"time"

	"golang.org/x/text/language"

	"qudao/internal/fault"
	"qudao/internal/org"
)

// call is what the frame knows of one request. The outermost step makes it, later steps fill it in,
// and the log and the metrics read it at the end.
type call struct {
	trace    string
	address  string
	language fault.Language
	began    time.Time

	operation string // id of the operation, "" before one is reached
	actor     org.Actor
	token     string       // the session's token or the API key, for the operations that end or re-check it
	version   int          // of If-Match
	key       string       // Idempotency-Key
	sent      hash.Hash    // SHA-256 of path, query and body as they were sent, once the body is read
	code      string       // of the problem answered
	denied    *fault.Fault // why the caller may not, where that is the answer
}

type callKey struct{}

func withCall(ctx context.Context, c *call) context.Context {
	return context.WithValue(ctx, callKey{}, c)
}

// callOf is never nil: outside a request it is an empty call in Chinese.
func callOf(ctx context.Context) *call {
	if c, ok := ctx.Value(callKey{}).(*call); ok {
		return c
	}
	return &call{language: fault.Chinese}
}

// Language is the caller's language, for texts of states and kinds in answers.
func Language(ctx context.Context) fault.Language { return callOf(ctx).language }

// Address is where the request came from, behind trusted proxies.
func Address(ctx context.Context) string { return callOf(ctx).address }

// Trace is the request's id.
func Trace(ctx context.Context) string { return callOf(ctx).trace }

// Log is the program's log with the request's trace and operation. Never give it what a caller sent.
func Log(ctx context.Context) *slog.Logger {
	c := callOf(ctx)
	return slog.With("trace", c.trace, "operation", c.operation)
}

// Token is the session token (portal, office) that the request carried, for signing out.
func Token(ctx context.Context) string { return callOf(ctx).token }

var traceForm = regexp.MustCompile(`^[A-Za-z0-9._-]{8,64}$`)

// traceOf is the caller's id of the request where it is harmless in a log, else a new one.
func traceOf(r *http.Request) string {
	if given := r.Header.Get("X-Request-Id"); traceForm.MatchString(given) {
		return given
	}
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails: it ends the program instead
	return hex.EncodeToString(b[:])
}

var languages = language.NewMatcher([]language.Tag{language.SimplifiedChinese, language.English})

// languageOf chooses Chinese unless the caller prefers English.
func languageOf(r *http.Request) fault.Language {
	switch header := r.Header.Get("Accept-Language"); header {
	case "", string(fault.Chinese):
		return fault.Chinese
	case string(fault.English):
		return fault.English
	default:
		if len(header) > 200 {
			return fault.Chinese
		}
		tags, _, err := language.ParseAcceptLanguage(header)
		if err != nil {
			return fault.Chinese
		}
		if _, at, sure := languages.Match(tags...); at == 1 && sure != language.No {
			return fault.English
		}
		return fault.Chinese
	}
}
