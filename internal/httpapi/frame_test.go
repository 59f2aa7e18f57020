package httpapi_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"qudao/internal/fault"
	"qudao/internal/httpapi"
	"qudao/internal/identity"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/secret"
)

// The frame is tested on operations of its own: a small notebook that no surface has.

var tokens = map[string]org.Actor{
	"clerk":   {Kind: org.Staff, ID: "E1", StaffID: 1, Permissions: org.Of(org.OrderRead, org.OrderShip)},
	"reader":  {Kind: org.Staff, ID: "E2", StaffID: 2, Permissions: org.Of(org.OrderRead)},
	"account": {Kind: org.Dealer, ID: "a1", DealerID: 7, Permissions: org.Portal},
}

func door(_ context.Context, shown httpapi.Shown) (org.Actor, error) {
	who, ok := tokens[shown.Token]
	if !ok {
		return org.Actor{}, identity.SessionMissing
	}
	return who, nil
}

type line struct {
	SKU      string `json:"sku" minLength:"1" maxLength:"20"`
	Quantity int    `json:"quantity" minimum:"1"`
}

type note struct {
	ID   string `path:"id"`
	Body struct {
		Text     string      `json:"text" maxLength:"5"`
		Kind     string      `json:"kind,omitempty" enum:"plain,fancy"`
		Password secret.Text `json:"password,omitempty"`
		Lines    []line      `json:"lines,omitempty" maxItems:"2"`
	}
}

type edit struct {
	httpapi.Edit
	ID   string `path:"id"`
	Body struct {
		Text string `json:"text"`
	}
}

type said struct {
	Body struct {
		Text    string `json:"text"`
		Version int    `json:"version"`
		Who     string `json:"who"`
		Key     string `json:"key"`
		Hash    string `json:"hash"`
	}
}

var short = fault.Define(fault.Refused, "test_short", "只剩 {left}。", "Only {left} left.")

func server(t *testing.T) http.Handler {
	t.Helper()
	a := httpapi.New(httpapi.Config{Doors: map[httpapi.Surface]httpapi.Door{httpapi.Office: door, httpapi.Portal: door, httpapi.Open: door}})
	op := httpapi.Operation{Surface: httpapi.Office, Object: httpapi.Dealer, Zh: "记", En: "Note"}
	declare := func(id, method, path string, p org.Permission) httpapi.Operation {
		o := op
		o.ID, o.Method, o.Path, o.Permission = id, method, path, p
		return o
	}
	write := declare("note.write", http.MethodPost, "/notes/{id}", org.OrderShip)
	write.Idempotent = true
	httpapi.Handle(a, write, func(ctx context.Context, who org.Actor, in *note) (*said, error) {
		out := &said{}
		key, _ := once.From(ctx)
		out.Body.Text, out.Body.Who, out.Body.Key, out.Body.Hash = in.Body.Text, key.Principal+" "+key.Route, key.Key, string(key.Body)
		return out, nil
	})
	httpapi.Handle(a, declare("note.edit", http.MethodPut, "/notes/{id}", org.OrderShip), func(_ context.Context, _ org.Actor, in *edit) (*said, error) {
		out := &said{}
		out.Body.Version = in.Version
		return out, nil
	})
	httpapi.Handle(a, declare("note.read", http.MethodGet, "/notes/{id}", org.OrderRead), func(_ context.Context, _ org.Actor, in *struct {
		ID    string `path:"id"`
		Limit int    `query:"limit" maximum:"10"`
	}) (*said, error) {
		switch in.ID {
		case "broken":
			return nil, errors.New("a secret of the inside: hunter2")
		case "panic":
			panic("a secret of the inside: hunter2")
		case "short":
			return nil, short.At("lines[0].quantity", "left", 12)
		}
		return &said{}, nil
	})
	h, err := a.Handler(nil, http.NotFoundHandler())
	if err != nil {
		t.Fatal(err)
	}
	return h
}

type ask struct {
	method, path, body string
	token              string
	headers            []string
}

func do(h http.Handler, a ask) *httptest.ResponseRecorder {
	var body io.Reader
	if a.body != "" {
		body = strings.NewReader(a.body)
	}
	r := httptest.NewRequest(a.method, "https://qudao.example"+a.path, body)
	if a.body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	if a.token != "" {
		r.AddCookie(&http.Cookie{Name: "__Host-qudao-office", Value: a.token})
	}
	for i := 0; i+1 < len(a.headers); i += 2 {
		r.Header.Set(a.headers[i], a.headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func refusal(t *testing.T, w *httptest.ResponseRecorder, status int, code string) httpapi.Problem {
	t.Helper()
	var p httpapi.Problem
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatalf("status %d, body %q: %v", w.Code, w.Body, err)
	}
	if w.Code != status || p.Code != code || p.Status != status || p.Type != "urn:qudao:"+code {
		t.Fatalf("got %d %q (%s), want %d %q: %s", w.Code, p.Code, p.Type, status, code, w.Body)
	}
	if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("Content-Type %q", got)
	}
	if p.Trace == "" || p.Trace != w.Header().Get("X-Request-Id") {
		t.Errorf("trace %q, header %q", p.Trace, w.Header().Get("X-Request-Id"))
	}
	return p
}

const key = "0123456789"

func TestWhoMayNotLearnsNothingElse(t *testing.T) {
	h := server(t)
	// The body is wrong as well, and the key is missing: the permission comes first.
	p := refusal(t, do(h, ask{method: "POST", path: "/api/office/notes/1", body: `{`, token: "reader"}), 403, "permission_missing")
	if p.Facts["permission"] != "order.ship" || !strings.Contains(p.Detail, "order.ship") {
		t.Errorf("the refusal does not name the permission: %+v", p)
	}
	refusal(t, do(h, ask{method: "POST", path: "/api/office/notes/1", body: `{`}), 401, "session_missing")
	refusal(t, do(h, ask{method: "POST", path: "/api/office/notes/1", body: `{`, token: "nobody"}), 401, "session_missing")
}

func TestCallersOfAnotherSurfaceAreNobodyHere(t *testing.T) {
	refusal(t, do(server(t), ask{method: "GET", path: "/api/office/notes/1", token: "account"}), 401, "session_missing")
}

func TestWrongInputIsToldByFieldAndNeverEchoed(t *testing.T) {
	h := server(t)
	for name, c := range map[string]struct {
		body, path, code string
	}{
		"unknown field":  {`{"text":"a","hunter2":1}`, "hunter2", "field_unknown"},
		"missing field":  {`{}`, "text", "field_required"},
		"too long":       {`{"text":"hunter2"}`, "text", "text_too_long"},
		"wrong type":     {`{"text":1}`, "text", "field_type"},
		"choice":         {`{"text":"a","kind":"hunter2"}`, "kind", "value_not_allowed"},
		"too many":       {`{"text":"a","lines":[{"sku":"a","quantity":1},{"sku":"a","quantity":1},{"sku":"a","quantity":1}]}`, "lines", "field_too_many"},
		"deep":           {`{"text":"a","lines":[{"sku":"a","quantity":1},{"sku":"b","quantity":0}]}`, "lines[1].quantity", "field_too_small"},
		"deep missing":   {`{"text":"a","lines":[{"sku":"a"}]}`, "lines[0].quantity", "field_required"},
		"password":       {`{"text":"a","password":7}`, "password", "field_type"},
		"wrong case":     {`{"Text":"a","text":"b"}`, "Text", "field_unknown"},
		"not an integer": {`{"text":"a","lines":[{"sku":"a","quantity":1.5}]}`, "lines[0].quantity", "field_type"},
	} {
		t.Run(name, func(t *testing.T) {
			w := do(h, ask{method: "POST", path: "/api/office/notes/1", body: c.body, token: "clerk", headers: []string{"Idempotency-Key", key}})
			p := refusal(t, w, 422, "invalid_input")
			if len(p.Errors) != 1 || p.Errors[0].Path != c.path || p.Errors[0].Code != c.code {
				t.Errorf("errors %+v, want %s at %s", p.Errors, c.code, c.path)
			}
			if name != "unknown field" && strings.Contains(w.Body.String(), "hunter2") {
				t.Errorf("the value comes back: %s", w.Body)
			}
			if strings.ContainsAny(w.Body.String(), "\x1f") || strings.Contains(w.Body.String(), `\u001f`) || strings.Contains(w.Body.String(), "{") && strings.Contains(p.Errors[0].Detail, "{") {
				t.Errorf("marks of the inside come out: %s", w.Body)
			}
		})
	}
	p := refusal(t, do(h, ask{method: "GET", path: "/api/office/notes/1?limit=11&color=red", token: "clerk"}), 422, "invalid_input")
	if len(p.Errors) == 0 || p.Errors[0].Path != "color" || p.Errors[0].Code != "field_unknown" {
		t.Errorf("query: %+v", p.Errors)
	}
	p = refusal(t, do(h, ask{method: "GET", path: "/api/office/notes/1?limit=x", token: "clerk"}), 422, "invalid_input")
	if len(p.Errors) != 1 || p.Errors[0].Path != "limit" || p.Errors[0].Code != "field_type" {
		t.Errorf("query: %+v", p.Errors)
	}
}

func TestBodiesThatAreNone(t *testing.T) {
	h := server(t)
	post := func(body string, headers ...string) *httptest.ResponseRecorder {
		return do(h, ask{method: "POST", path: "/api/office/notes/1", body: body, token: "clerk", headers: append([]string{"Idempotency-Key", key}, headers...)})
	}
	w := post(`{"password":"hunter2"`)
	refusal(t, w, 400, "body_unreadable")
	if strings.Contains(w.Body.String(), "hunter2") {
		t.Errorf("the body comes back: %s", w.Body)
	}
	refusal(t, post(""), 400, "body_missing")
	refusal(t, post("text=a", "Content-Type", "application/x-www-form-urlencoded"), 415, "body_type_wrong")
	refusal(t, post("text=a", "Content-Type", "text/plain"), 415, "body_type_wrong")
	p := refusal(t, post(`{"text":"`+strings.Repeat("a", 1<<20)+`"}`), 413, "body_too_large")
	if p.Facts["maximum"] != float64(1<<20) {
		t.Errorf("facts %v", p.Facts)
	}
}

func TestRefusalsSpeakTheCallersLanguage(t *testing.T) {
	h := server(t)
	for header, want := range map[string]string{
		"": "只剩 12。", "zh-CN": "只剩 12。", "en": "Only 12 left.", "en-GB,en;q=0.9,zh;q=0.1": "Only 12 left.", "zh;q=0.9,en;q=0.5": "只剩 12。", "fr": "只剩 12。",
	} {
		p := refusal(t, do(h, ask{method: "GET", path: "/api/office/notes/short", token: "clerk", headers: []string{"Accept-Language", header}}), 409, "test_short")
		if p.Detail != want || len(p.Errors) != 1 || p.Errors[0].Detail != want || p.Errors[0].Path != "lines[0].quantity" {
			t.Errorf("%q: %+v", header, p)
		}
	}
}

func TestOurOwnFailuresAreToldWithoutDetails(t *testing.T) {
	h := server(t)
	for _, id := range []string{"broken", "panic"} {
		w := do(h, ask{method: "GET", path: "/api/office/notes/" + id, token: "clerk", headers: []string{"X-Request-Id", "trace-0001"}})
		p := refusal(t, w, 500, "internal")
		if p.Trace != "trace-0001" || strings.Contains(w.Body.String(), "hunter2") {
			t.Errorf("%s: %s", id, w.Body)
		}
	}
}

func TestEditsNameTheirVersion(t *testing.T) {
	h := server(t)
	put := func(headers ...string) *httptest.ResponseRecorder {
		return do(h, ask{method: "PUT", path: "/api/office/notes/1", body: `{"text":"a"}`, token: "clerk", headers: headers})
	}
	refusal(t, put(), 428, "version_missing")
	for _, wrong := range []string{"3", `W/"3"`, `"a"`, `"0"`, `"1","2"`, `*`} {
		refusal(t, put("If-Match", wrong), 400, "version_invalid")
	}
	if w := put("If-Match", `"3"`); w.Code != 200 || !strings.Contains(w.Body.String(), `"version":3`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestUnsafeCallsNameTheirEffect(t *testing.T) {
	h := server(t)
	post := func(path, body, key string) *httptest.ResponseRecorder {
		return do(h, ask{method: "POST", path: path, body: body, token: "clerk", headers: []string{"Idempotency-Key", key}})
	}
	refusal(t, post("/api/office/notes/1", `{"text":"a"}`, ""), 400, "idempotency_key_missing")
	refusal(t, post("/api/office/notes/1", `{"text":"a"}`, "short"), 400, "idempotency_key_invalid")
	read := func(w *httptest.ResponseRecorder) (out struct{ Who, Key, Hash string }) {
		if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil || w.Code != 200 {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		return out
	}
	first := read(post("/api/office/notes/1", `{"text":"a"}`, key))
	if first.Who != "staff:E1 office.note.write" || first.Key != key || first.Hash == "" {
		t.Errorf("%+v", first)
	}
	if same := read(post("/api/office/notes/1", `{"text":"a"}`, key)); same.Hash != first.Hash {
		t.Error("the same request has another hash")
	}
	for _, other := range []struct{ path, body string }{{"/api/office/notes/1", `{"text":"b"}`}, {"/api/office/notes/2", `{"text":"a"}`}} {
		if read(post(other.path, other.body, key)).Hash == first.Hash {
			t.Errorf("%+v has the same hash", other)
		}
	}
}

func TestOtherSitesAreRefused(t *testing.T) {
	h := server(t)
	a := ask{method: "POST", path: "/api/office/notes/1", body: `{"text":"a"}`, token: "clerk"}
	for _, headers := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://evil.example"}} {
		a.headers = append([]string{"Idempotency-Key", key}, headers...)
		refusal(t, do(h, a), 403, "cross_site")
	}
	a.headers = []string{"Idempotency-Key", key, "Sec-Fetch-Site", "same-origin", "Origin", "https://qudao.example"}
	if w := do(h, a); w.Code != 200 {
		t.Errorf("our own page: %d %s", w.Code, w.Body)
	}
}

func TestUnknownAddressesAndMethods(t *testing.T) {
	h := server(t)
	refusal(t, do(h, ask{method: "GET", path: "/api/office/nothing", token: "clerk"}), 404, "not_found")
	refusal(t, do(h, ask{method: "DELETE", path: "/api/office/notes/1", token: "clerk"}), 405, "method_not_allowed")
}

func TestAnOperationWithoutPermissionStopsTheStart(t *testing.T) {
	whole := httpapi.Operation{ID: "note.read", Method: "GET", Path: "/notes", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "读", En: "Read"}
	register := func(op httpapi.Operation) (stopped any) {
		defer func() { stopped = recover() }()
		httpapi.Handle(httpapi.New(httpapi.Config{}), op, func(context.Context, org.Actor, *struct{}) (*said, error) { return nil, nil })
		return nil
	}
	if stopped := register(whole); stopped != nil {
		t.Fatalf("a whole declaration: %v", stopped)
	}
	for name, spoil := range map[string]func(*httpapi.Operation){
		"permission":         func(op *httpapi.Operation) { op.Permission = "" },
		"unknown permission": func(op *httpapi.Operation) { op.Permission = "order.fly" },
		"object":             func(op *httpapi.Operation) { op.Object = "" },
		"surface":            func(op *httpapi.Operation) { op.Surface = "" },
		"words":              func(op *httpapi.Operation) { op.Zh = "" },
		"id":                 func(op *httpapi.Operation) { op.ID = "note" },
		"keyed read":         func(op *httpapi.Operation) { op.Idempotent = true },
	} {
		op := whole
		spoil(&op)
		if register(op) == nil {
			t.Errorf("without %s it starts", name)
		}
	}
}

func TestAnswersOfTheAPIAreClosed(t *testing.T) {
	w := do(server(t), ask{method: "GET", path: "/api/office/notes/1", token: "clerk"})
	for name, want := range map[string]string{"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin"} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if w.Code != 200 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
