package httpapi

import (
	"context"
	"fmt"
	"net/http"
	"reflect"
	"regexp"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"qudao/internal/once"
	"qudao/internal/org"
)

// What an operation can ask for beside a permission that staff hold.
const (
	Public   org.Permission = "public"    // anybody, signed in or not
	SignedIn org.Permission = "signed-in" // any caller of the surface
)

// Object says whose objects an operation touches, so that a test can try it with somebody else's.
type Object string

// The scopes of objects.
const (
	Own    Object = "own"    // of the caller alone: the session, the cart, runs
	Dealer Object = "dealer" // of one dealer; another dealer's are not found
	Brand  Object = "brand"  // of the brand, the same for all who may
)

const (
	defaultBody = 1 << 20
	// MaxUpload is the greatest size of an uploaded file and what goes with it.
	MaxUpload = 21 << 20
)

// Operation declares one operation of the API. ID, Method, Path, Surface, Permission, Object, Zh and En
// are required.
type Operation struct {
	ID         string // resource and verb, "order.cancel"; the surface is put before it
	Method     string
	Path       string // below the surface's prefix: "/orders/{id}/cancel"
	Surface    Surface
	Permission org.Permission // one that org declares, Public or SignedIn
	Object     Object
	Idempotent bool   // Idempotency-Key is required
	Zh, En     string // what it does, a few words in each language
	Doc        string // more, in English, where the words do not suffice

	Status    int   // of success; 0 is 200, or 204 without a body
	MaxBody   int64 // bytes of the body; 0 is 1 MiB
	PerMinute int   // most calls a minute of one address; 0 is no limit
	Stream    bool  // the answer goes on for long: it is not counted as work in flight
}

var idForm = regexp.MustCompile(`^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)+$`)

func (op Operation) id() string { return string(op.Surface) + "." + op.ID }

func (op Operation) unsafe() bool {
	return op.Method != http.MethodGet && op.Method != http.MethodHead
}

// check tells what the declaration lacks.
func (op Operation) check() error {
	switch {
	case !idForm.MatchString(op.ID):
		return fmt.Errorf("the id must be a resource and a verb")
	case op.Surface != Portal && op.Surface != Office && op.Surface != Open:
		return fmt.Errorf("there is no surface %q", op.Surface)
	case op.Method == "" || !strings.HasPrefix(op.Path, "/"):
		return fmt.Errorf("method or path is missing")
	case op.Permission != Public && op.Permission != SignedIn && !org.Known(op.Permission) && !org.Portal.Has(op.Permission):
		return fmt.Errorf("%q is no permission", op.Permission)
	case op.Object != Own && op.Object != Dealer && op.Object != Brand:
		return fmt.Errorf("the scope of the object is missing")
	case op.Zh == "" || op.En == "":
		return fmt.Errorf("the words are missing in one language")
	case op.Idempotent && !op.unsafe():
		return fmt.Errorf("a read takes no Idempotency-Key")
	}
	return nil
}

// Edit is embedded in the input of an operation that edits on a version: If-Match is then required,
// and Version is the number in it.
type Edit struct {
	Version int `json:"version"`
}

func (e *Edit) setVersion(n int) { e.Version = n }

type versioned interface{ setVersion(int) }

// ContentHasher is an input that hashes its own content, such as an uploaded file, for the
// idempotency key. Other inputs are hashed as they were sent.
type ContentHasher interface{ ContentHash() ([]byte, error) }

// Handle registers an operation. A declaration that lacks something is a programming error and panics:
// no server starts with an operation that anybody may call by oversight.
//
// fn gets the actor, who has the permission, and the decoded input. It returns a fault, any other
// error, or the answer.
func Handle[I, O any](a *API, op Operation, fn func(ctx context.Context, who org.Actor, in *I) (*O, error)) {
	if err := op.check(); err != nil {
		panic(fmt.Sprintf("httpapi: operation %s %s %q: %v", op.Method, op.Path, op.ID, err))
	}
	_, edit := any(new(I)).(versioned)
	if a.seen[op.id()] {
		panic("httpapi: two operations have the id " + op.id())
	}
	a.seen[op.id()] = true
	a.surface = op.Surface
	d := a.describe(op, edit)
	d.Metadata = map[string]any{bodyKey: bodyOf(reflect.TypeFor[I]())}
	huma.Register(a.huma, d, func(ctx context.Context, in *I) (*O, error) {
		c := callOf(ctx)
		if v, ok := any(in).(versioned); ok {
			v.setVersion(c.version)
		}
		ctx, err := withKey(ctx, op, c, in)
		if err != nil {
			return nil, problemOf(ctx, err)
		}
		out, err := fn(ctx, c.actor, in)
		if err != nil {
			return nil, problemOf(ctx, err)
		}
		return out, nil
	})
}

// withKey hands the caller's idempotency key, with what it was sent for, to the use case.
func withKey(ctx context.Context, op Operation, c *call, in any) (context.Context, error) {
	if c.key == "" || op.Permission == Public {
		return ctx, nil
	}
	body := c.sent.Sum(nil)
	if own, ok := in.(ContentHasher); ok {
		// The boundary of an upload differs each time; what it says does not.
		var err error
		if body, err = own.ContentHash(); err != nil {
			return ctx, err
		}
	}
	return once.With(ctx, once.Key{Principal: c.actor.Principal(), Route: op.id(), Key: c.key, Body: body}), nil
}

// describe is the operation in the OpenAPI document, with the steps before its handler.
func (a *API) describe(op Operation, edit bool) huma.Operation {
	resource, _, _ := strings.Cut(op.ID, ".")
	d := huma.Operation{
		OperationID: op.id(), Method: op.Method, Path: op.Surface.Prefix() + op.Path,
		Tags: []string{string(op.Surface) + "/" + resource}, Summary: op.Zh, Description: op.En,
		DefaultStatus: op.Status, MaxBodyBytes: op.MaxBody,
		Extensions: map[string]any{
			"x-surface": op.Surface, "x-permission": op.Permission, "x-object-scope": op.Object,
			"x-idempotent": op.Idempotent, "x-versioned": edit,
		},
		Middlewares: huma.Middlewares{a.steps(op, edit)},
	}
	if op.Doc != "" {
		d.Description += "\n\n" + op.Doc
	}
	if d.MaxBodyBytes == 0 {
		d.MaxBodyBytes = defaultBody
	}
	if op.Stream {
		d.Responses = map[string]*huma.Response{"200": {Description: "The stream.",
			Content: map[string]*huma.MediaType{"text/event-stream": {Schema: &huma.Schema{Type: "string"}}}}}
	}
	if op.Permission == Public {
		d.Security = []map[string][]string{{}}
	} else {
		d.Security = []map[string][]string{{op.Surface.security(): {}}}
	}
	if op.Idempotent {
		d.Parameters = append(d.Parameters, &huma.Param{Name: "Idempotency-Key", In: "header", Required: true,
			Schema: &huma.Schema{Type: "string"}, Description: "Names the intended effect; the same key and content have one effect and one answer."})
	}
	if edit {
		d.Parameters = append(d.Parameters, &huma.Param{Name: "If-Match", In: "header", Required: true,
			Schema: &huma.Schema{Type: "string"}, Description: `The version the edit was made on, quoted: "3".`})
	}
	return d
}
