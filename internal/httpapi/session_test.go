package httpapi_test

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"qudao/internal/apitest"
	"qudao/internal/app"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/office"
	"qudao/internal/httpapi/portal"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

func TestSigningInAndOut(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	desk := s.Office("desk")
	var me office.Me
	desk.Get("/me").Into(&me)
	if me.Staff != (office.Person{Code: "E2", Name: "林晓燕", Username: "desk"}) || me.DataScope != "all" || len(me.Permissions) == 0 || me.Roles[0].Code != "order_desk" {
		t.Errorf("%+v", me)
	}
	out := desk.Delete("/session").OK()
	if cookie := out.Header.Get("Set-Cookie"); !strings.HasPrefix(cookie, "__Host-qudao-office=;") || !strings.Contains(cookie, "Max-Age=0") {
		t.Errorf("the cookie stays: %q", cookie)
	}
	desk.Get("/me").Refused(401, "session_missing")
	desk.Delete("/session").OK()

	var mine portal.Me
	s.Portal("dealer1").Get("/me", apitest.English()).Into(&mine)
	if mine.Dealer.Code != "D1" || mine.Account.Name != "王小明" || mine.Account.Username != "dealer1" || mine.Dealer.Level.Name != "金牌" || mine.Language != "en" {
		t.Errorf("%+v", mine)
	}
}

func TestTheCookieStaysBetweenBrowserAndServer(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	in := map[string]string{"username": "desk", "password": apitest.Password}
	cookie := s.Anonymous(httpapi.Office).Post("/session", in).OK().Header.Get("Set-Cookie")
	for _, want := range []string{"__Host-qudao-office=", "; Path=/", "; HttpOnly", "; Secure", "; SameSite=Lax"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("%q lacks %q", cookie, want)
		}
	}
	if strings.Contains(cookie, "Max-Age") || strings.Contains(cookie, "Domain") {
		t.Errorf("%q", cookie)
	}
}

func TestADoorLetsInItsOwnPeopleOnly(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	s.Anonymous(httpapi.Office).Post("/session", map[string]string{"username": "dealer1", "password": apitest.Password}).Refused(401, "login_wrong")
	// A dealer's token shown as a staff cookie is nobody's.
	answer := s.Anonymous(httpapi.Portal).Post("/session", map[string]string{"username": "dealer1", "password": apitest.Password}).OK()
	token, _, _ := strings.Cut(strings.TrimPrefix(answer.Header.Get("Set-Cookie"), "__Host-qudao-portal="), ";")
	s.Anonymous(httpapi.Office).Get("/me", apitest.Header{Name: "Cookie", Value: "__Host-qudao-office=" + token}).Refused(401, "session_missing")
	s.Anonymous(httpapi.Portal).Get("/me", apitest.Header{Name: "Cookie", Value: "__Host-qudao-portal=" + token}).OK()
}

func TestWrongPasswordsLockTheName(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	nobody := s.Anonymous(httpapi.Portal)
	try := func(username, password string, headers ...apitest.Header) *apitest.Answer {
		return nobody.Post("/session", map[string]string{"username": username, "password": password}, headers...)
	}
	for range 5 {
		p := try("dealer1", "wrong", apitest.English()).Refused(401, "login_wrong")
		if p.Detail != "The username or the password is not right." {
			t.Fatalf("%+v", p)
		}
	}
	locked := try("dealer1", apitest.Password)
	p := locked.Refused(429, "login_locked")
	if wait := locked.Header.Get("Retry-After"); len(wait) != 3 || !strings.Contains(p.Detail, "15") {
		t.Errorf("Retry-After %q, %+v", wait, p)
	}
	try("dealer2", apitest.Password).OK()
	// A name that does not exist is answered in the same words.
	try("nobody-here", "wrong").Refused(401, "login_wrong")
}

func TestSigningInIsBounded(t *testing.T) {
	t.Parallel()
	s := apitest.StartWith(t, apitest.Config{Options: app.Options{SignIns: 3}})
	nobody := s.Anonymous(httpapi.Portal)
	for range 3 {
		nobody.Post("/session", map[string]string{"username": "x", "password": "y"}).Refused(401, "login_wrong")
	}
	answer := nobody.Post("/session", map[string]string{"username": "dealer2", "password": apitest.Password})
	answer.Refused(429, "too_many_requests")
	if answer.Header.Get("Retry-After") == "" {
		t.Error("no Retry-After")
	}
}

func TestAChangedPasswordEndsTheOtherSessions(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	here, there := s.Portal("dealer1"), s.Portal("dealer1")
	p := here.Put("/me/password", map[string]string{"old": "wrong", "new": "Another-horse-8"}).Refused(422, "password_wrong")
	if len(p.Errors) != 1 || p.Errors[0].Path != "old" {
		t.Errorf("%+v", p)
	}
	here.Put("/me/password", map[string]string{"old": apitest.Password, "new": "Another-horse-8"}).OK()
	here.Get("/me").OK()
	there.Get("/me").Refused(401, "session_missing")
	s.Anonymous(httpapi.Portal).SignIn("dealer1", "Another-horse-8")
}

// operation is what the OpenAPI document says of one.
type operation struct {
	ID         string `json:"operationId"`
	Permission string `json:"x-permission"`
	Object     string `json:"x-object-scope"`
	Surface    string `json:"x-surface"`
}

// operations calls fn for every operation of the document, with a path that has its parameters filled.
func operations(t *testing.T, s *apitest.Server, fn func(method, path string, op operation)) {
	t.Helper()
	var document struct {
		Paths map[string]map[string]operation `json:"paths"`
	}
	if err := json.Unmarshal([]byte(read(t, s, "/api/openapi.json")), &document); err != nil {
		t.Fatal(err)
	}
	parameter := regexp.MustCompile(`\{[a-z_]+\}`)
	for path, methods := range document.Paths {
		for method, op := range methods {
			if op.Permission == "" || op.Object == "" || !strings.HasPrefix(path, "/api/"+op.Surface+"/") || !strings.HasPrefix(op.ID, op.Surface+".") {
				t.Errorf("%s %s does not say who may: %+v", method, path, op)
			}
			below := strings.TrimPrefix(path, "/api/"+op.Surface)
			fn(strings.ToUpper(method), parameter.ReplaceAllString(below, "x"), op)
		}
	}
}

func TestEveryOperationAsksWhoAndWhetherTheyMay(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	nobody := map[string]*apitest.Client{"portal": s.Anonymous(httpapi.Portal), "office": s.Anonymous(httpapi.Office), "open": s.Anonymous(httpapi.Open)}
	signed := map[string]*apitest.Client{"office": s.Office("idle"), "open": s.Program()}
	asked := 0
	operations(t, s, func(method, path string, op operation) {
		if op.Permission == "public" {
			return
		}
		asked++
		if answer := nobody[op.Surface].Do(method, path, nil); answer.Status != http.StatusUnauthorized {
			t.Errorf("%s lets in somebody unknown: %d %s", op.ID, answer.Status, answer.Body)
		}
		who, ok := signed[op.Surface]
		if !ok || op.Permission == "signed-in" {
			return
		}
		if p := who.Do(method, path, nil).Refused(http.StatusForbidden, "permission_missing"); p.Facts["permission"] != op.Permission {
			t.Errorf("%s names %v, not %s", op.ID, p.Facts, op.Permission)
		}
	})
	if asked < 8 {
		t.Errorf("only %d operations", asked)
	}
}

// listener is an open stream of events.
type listener struct {
	t       *testing.T
	changes chan httpapi.Change
	ended   chan struct{}
}

func listen(t *testing.T, c *apitest.Client) *listener {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	response, err := c.HTTP.Do(c.Request(http.MethodGet, "/events", nil).WithContext(ctx))
	if err != nil || response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != "text/event-stream" {
		t.Fatalf("%v %+v", err, response)
	}
	l := &listener{t: t, changes: make(chan httpapi.Change, 100), ended: make(chan struct{})}
	go func() {
		defer close(l.ended)
		defer response.Body.Close()
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var c httpapi.Change
				if json.Unmarshal([]byte(data), &c) == nil {
					l.changes <- c
				}
			}
		}
	}()
	return l
}

// hears waits for one change and fails on any other of the test's own before it.
// Long, because facts are told in order: a transaction of any other test may hold them up.
func (l *listener) hears(want httpapi.Change) {
	l.t.Helper()
	patience := time.After(45 * time.Second)
	for {
		select {
		case got := <-l.changes:
			if !strings.HasSuffix(got.Fact, ".told") {
				continue
			}
			if got != want {
				l.t.Errorf("heard %+v, want %+v", got, want)
			}
			return
		case <-l.ended:
			l.t.Fatalf("the stream ended before %+v", want)
		case <-patience:
			l.t.Fatalf("did not hear %+v", want)
		}
	}
}

func state(t *testing.T, s *apitest.Server, kind, docKind, doc string, dealer int32) {
	t.Helper()
	s.Write(func(ctx context.Context, tx *pg.Tx) error {
		f, err := queue.Of(kind, docKind, doc, 1, dealer, nil)
		if err != nil {
			return err
		}
		return queue.PutTx(ctx, tx, f)
	})
}

func TestEventsReachThoseTheyConcern(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	one, two := listen(t, s.Portal("dealer1")), listen(t, s.Portal("dealer2"))
	desk, rep := listen(t, s.Office("desk")), listen(t, s.Office("rep1"))
	d1, d2 := s.DealerID("D1"), s.DealerID("D2")

	state(t, s, "order.told", "order", "o-2", d2)
	state(t, s, "order.told", "order", "o-1", d1)
	state(t, s, "staff.told", "staff", "E9", 0)
	state(t, s, "secret.told", "secret", "s-1", d1)
	// The last one is for everybody with product.read, and marks the end: a dealer learns no code.
	marker := func(t *testing.T, l *listener, id string) {
		t.Helper()
		l.hears(httpapi.Change{Kind: "product", ID: id, Fact: "product.told"})
	}
	state(t, s, "product.told", "product", "P1", 0)

	one.hears(httpapi.Change{Kind: "order", ID: "o-1", Fact: "order.told"})
	marker(t, one, "")
	two.hears(httpapi.Change{Kind: "order", ID: "o-2", Fact: "order.told"})
	marker(t, two, "")
	rep.hears(httpapi.Change{Kind: "order", ID: "o-1", Fact: "order.told"})
	marker(t, rep, "P1")
	desk.hears(httpapi.Change{Kind: "order", ID: "o-2", Fact: "order.told"})
	desk.hears(httpapi.Change{Kind: "order", ID: "o-1", Fact: "order.told"})
	marker(t, desk, "P1")
}

func TestAStreamEndsWithItsSession(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	desk := s.Office("desk")
	line := listen(t, desk)
	desk.Delete("/session").OK()
	select {
	case <-line.ended:
	case <-time.After(5 * time.Second):
		t.Error("the stream goes on without its session")
	}
}

func TestProgramsShowAKey(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	// No operation is needed to see that the key's door works: an unknown path is unknown to everybody.
	s.Program(org.OrderRead).Get("/nothing").Refused(404, "not_found")
}

func TestHealthAndFigures(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	s.Office("desk").Get("/me").OK()
	for path, want := range map[string]string{
		"/healthz": "ok", "/readyz": `"dispatcher":"ok"`, "/metrics": `qudao_http_requests_total{operation="office.me.read",status="200"} 1`,
	} {
		if text := read(t, s, path); !strings.Contains(text, want) {
			t.Errorf("%s: %.300s", path, text)
		}
	}
	if text := read(t, s, "/metrics"); !strings.Contains(text, "qudao_facts_lag_seconds 0") || !strings.Contains(text, "qudao_database_connections ") {
		t.Errorf("%.2000s", text)
	}
}

func read(t *testing.T, s *apitest.Server, path string) string {
	t.Helper()
	response, err := http.Get(s.URL + path)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var b strings.Builder
	if _, err := bufio.NewReader(response.Body).WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
