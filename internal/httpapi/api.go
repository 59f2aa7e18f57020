package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"reflect"
	"runtime/debug"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"qudao/internal/org"
)

// Door tells who holds a token. It refuses with a fault.
type Door func(ctx context.Context, shown Shown) (org.Actor, error)

// Shown is what a request shows at a door.
type Shown struct {
	Token   string // of a session, or an API key
	Address string
	Quiet   bool // only asking: it does not count as use of the session
}

// Config is what the frame is given.
type Config struct {
	Doors           map[Surface]Door
	InsecureCookies bool           // session cookies without Secure, for trials over plain HTTP
	Proxies         []netip.Prefix // whose X-Forwarded-For is believed
	InFlight        int            // most requests worked on at once; 0 is 256
	SignIns         int            // most attempts to sign in a minute from one address; 0 is 10
	MetricsToken    string         // lets /metrics and /debug/pprof be read from elsewhere than this machine
	Version         string
	Refused         func(context.Context, Refusal) error // puts a refused write on the record; nil: nothing does
}

// API is the frame: operations are registered with Handle, then Handler serves them.
type API struct {
	config   Config
	mux      *http.ServeMux
	huma     huma.API
	seen     map[string]bool
	streams  map[string]bool // paths whose answers go on for long
	meters   *meters
	refusals *rate // of principals, not of addresses

	surface Surface // whose operation is being registered: types without a name are named for it
}

const everything = "/api/"

// New makes a frame without operations.
func New(c Config) *API {
	if c.InFlight == 0 {
		c.InFlight = 256
	}
	if c.SignIns == 0 {
		c.SignIns = 10
	}
	a := &API{config: c, mux: http.NewServeMux(), seen: map[string]bool{}, streams: map[string]bool{}, meters: newMeters(), refusals: newRate(refusalsNoted)}
	a.huma = humago.New(a.mux, a.document())
	return a
}

func (a *API) document() huma.Config {
	c := huma.DefaultConfig("Qudao", a.config.Version)
	c.CreateHooks = nil // no $schema in bodies, no Link made of the request's host
	c.DocsPath, c.SchemasPath, c.OpenAPIPath = "", "", ""
	c.RejectUnknownQueryParameters = true
	c.Transformers = append(c.Transformers, withoutPrices)
	c.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", a.schemaName)
	c.Info.Description = "Qudao: the brand's distribution system. Three surfaces: /api/portal (dealers), " +
		"/api/office (staff), /api/open (programs). Refusals are application/problem+json with a stable code."
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"portal": {Type: "apiKey", In: "cookie", Name: "__Host-qudao-portal"},
		"office": {Type: "apiKey", In: "cookie", Name: "__Host-qudao-office"},
		"key":    {Type: "http", Scheme: "bearer"},
	}
	return c
}

// schemaName puts the surface before the names of its types, portal's Order is PortalOrder, and the package
// before those of the domain, catalog's Card is CatalogCard: packages may use one word each in its own sense.
func (a *API) schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Name() == "" {
		return a.surface.title() + name
	}
	for _, s := range []Surface{Portal, Office, Open} {
		if strings.Contains(t.PkgPath()+"."+t.Name(), "internal/httpapi/"+string(s)+".") {
			return s.title() + name
		}
	}
	if pkg, ours := strings.CutPrefix(t.PkgPath(), "qudao/internal/"); ours && !strings.HasPrefix(pkg, "httpapi") {
		return strings.ToUpper(pkg[:1]) + pkg[1:] + name
	}
	return name
}

// SignIns is how many passwords one address may try a minute, for Operation.PerMinute.
func (a *API) SignIns() int { return a.config.SignIns }

// Document is the OpenAPI document of everything registered, as indented JSON.
func (a *API) Document() ([]byte, error) {
	text, err := json.MarshalIndent(a.huma.OpenAPI(), "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write the OpenAPI document: %w", err)
	}
	return append(text, '\n'), nil
}

// OpenAPI is the document's model, for tests that walk over all operations.
func (a *API) OpenAPI() *huma.OpenAPI { return a.huma.OpenAPI() }

// Handler serves the API, health and metrics, and everything else by pages.
func (a *API) Handler(h Health, pages http.Handler) (http.Handler, error) {
	text, err := a.Document()
	if err != nil {
		return nil, err
	}
	a.mux.HandleFunc(everything, a.unmatched)
	api := http.NewServeMux()
	api.HandleFunc("GET /api/openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(text)
	})
	api.Handle("/", a.shed(sameSite(a.mux)))
	all := http.NewServeMux()
	all.Handle("/api/", closed(api))
	all.HandleFunc("GET /healthz", healthy)
	all.HandleFunc("GET /readyz", h.ready)
	all.Handle("GET /metrics", a.metrics())
	all.Handle("GET /debug/pprof/", a.profiles())
	all.Handle("/", pages)
	return a.begin(a.observed(recovered(all))), nil
}

var errPanic = errors.New("panic")

func panicError(p any) error { return fmt.Errorf("%v\n%s", p, debug.Stack()) }
