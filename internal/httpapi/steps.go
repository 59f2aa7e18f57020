package httpapi

import (
	"context"
	"crypto/sha256"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"qudao/internal/org"
)

// steps is everything that comes before the input is read: limits, who asks, whether they may, and the
// headers that the operation needs.
func (a *API) steps(op Operation, edit bool) func(huma.Context, func(huma.Context)) {
	perAddress := newRate(op.PerMinute)
	return func(ctx huma.Context, next func(huma.Context)) {
		r, w := humago.Unwrap(ctx)
		c := callOf(r.Context())
		c.operation = op.id()
		defer a.noted(r, c, op)
		if err := a.admit(r, c, op, edit, perAddress); err != nil {
			writeProblem(w, r, err)
			return
		}
		limit := op.MaxBody
		if limit == 0 {
			limit = defaultBody
		}
		r.Body = http.MaxBytesReader(w, r.Body, limit)
		if c.key != "" {
			r.Body = c.hashing(r)
		}
		next(ctx)
		if r.MultipartForm != nil {
			_ = r.MultipartForm.RemoveAll() // files of a form; at worst they stay in the temporary folder
		}
	}
}

func (a *API) admit(r *http.Request, c *call, op Operation, edit bool, perAddress *rate) error {
	if err := perAddress.take(c.address); err != nil {
		return err
	}
	who, err := a.authenticate(r, c, op)
	if err != nil {
		return err
	}
	c.actor = who
	if op.Permission != Public && op.Permission != SignedIn {
		if err := who.Require(op.Permission); err != nil {
			return err
		}
	}
	if op.unsafe() {
		if err := bodyType(r); err != nil {
			return err
		}
		if c.key, err = keyOf(r, op.Idempotent); err != nil {
			return err
		}
	}
	if edit {
		c.version, err = versionOf(r)
	}
	return err
}

// authenticate finds the actor. Whoever belongs to another surface is nobody here.
func (a *API) authenticate(r *http.Request, c *call, op Operation) (org.Actor, error) {
	c.token = a.tokenOf(r, op.Surface)
	if op.Permission == Public {
		return org.Actor{Address: c.address, Trace: c.trace}, nil
	}
	if c.token == "" {
		return org.Actor{}, op.Surface.unsigned()
	}
	return a.resolve(r.Context(), op.Surface, c, false)
}

// resolve asks the door of the surface who the token's holder is.
func (a *API) resolve(ctx context.Context, s Surface, c *call, quiet bool) (org.Actor, error) {
	who, err := a.config.Doors[s](ctx, Shown{Token: c.token, Address: c.address, Quiet: quiet})
	if err != nil {
		return org.Actor{}, err
	}
	if who.Kind != s.caller() {
		return org.Actor{}, s.unsigned()
	}
	who.Address, who.Trace = c.address, c.trace
	return who, nil
}

func (a *API) tokenOf(r *http.Request, s Surface) string {
	if s == Open {
		scheme, key, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		if !strings.EqualFold(scheme, "Bearer") {
			return ""
		}
		return strings.TrimSpace(key)
	}
	cookie, err := r.Cookie(a.cookieName(s))
	if err != nil {
		return ""
	}
	return cookie.Value
}

// bodyType lets in JSON and uploads: what a plain form of another site could send is refused.
func bodyType(r *http.Request) error {
	if r.ContentLength == 0 {
		return nil
	}
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/json" && kind != "multipart/form-data" {
		return BodyTypeWrong.With("wanted", "application/json")
	}
	return nil
}

func keyOf(r *http.Request, required bool) (string, error) {
	key := r.Header.Get("Idempotency-Key")
	if key == "" {
		if required {
			return "", IdempotencyKeyMissing
		}
		return "", nil
	}
	if len(key) < 8 || len(key) > 128 || strings.ContainsFunc(key, func(c rune) bool { return c <= ' ' || c > '~' }) {
		return "", IdempotencyKeyInvalid
	}
	return key, nil
}

// versionOf reads If-Match: one strong tag with the number of the version.
func versionOf(r *http.Request) (int, error) {
	tag := r.Header.Get("If-Match")
	if tag == "" {
		return 0, VersionMissing
	}
	if len(tag) < 3 || tag[0] != '"' || tag[len(tag)-1] != '"' {
		return 0, VersionInvalid
	}
	n, err := strconv.ParseInt(tag[1:len(tag)-1], 10, 32)
	if err != nil || n < 1 {
		return 0, VersionInvalid
	}
	return int(n), nil
}

// hashing is the request's body, which is hashed as it is read. The hash is of what was sent, not of what
// was understood of it: types that mask themselves would make two different bodies alike.
func (c *call) hashing(r *http.Request) io.ReadCloser {
	c.sent = sha256.New()
	_, _ = io.WriteString(c.sent, r.URL.Path+"?"+r.URL.RawQuery+"\n"+r.Header.Get("If-Match")+"\n")
	return struct {
		io.Reader
		io.Closer
	}{io.TeeReader(r.Body, c.sent), r.Body}
}
