package webui

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func pages(t *testing.T, files fstest.MapFS) http.Handler {
	t.Helper()
	h, err := handler(files)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func get(h http.Handler, address string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, address, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

var both = fstest.MapFS{
	"dist/portal/index.html":            {Data: []byte("<p>portal</p>")},
	"dist/portal/assets/index-ab12.js":  {Data: []byte(strings.Repeat("const a = 1;\n", 200))},
	"dist/office/index.html":            {Data: []byte("<p>office</p>")},
	"dist/office/assets/index-cd34.css": {Data: []byte("p { color: red }")},
}

func TestAnyAddressOpensItsApp(t *testing.T) {
	h := pages(t, both)
	for address, want := range map[string]string{
		"/": "portal", "/orders/SO1": "portal", "/products/x.y": "portal",
		"/office/": "office", "/office/orders/SO1": "office",
	} {
		w := get(h, address)
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: %d %q, want the %s", address, w.Code, w.Body, want)
		}
		if got := w.Header().Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s may be kept: %q", address, got)
		}
		if got := w.Header().Get("Content-Security-Policy"); !strings.Contains(got, "script-src 'self';") {
			t.Errorf("%s: policy %q", address, got)
		}
	}
	if w := get(h, "/office"); w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != "/office/" {
		t.Errorf("/office: %d to %q", w.Code, w.Header().Get("Location"))
	}
}

func TestAssetsAreKeptAndPacked(t *testing.T) {
	h := pages(t, both)
	w := get(h, "/assets/index-ab12.js", "Accept-Encoding", "gzip, br")
	if w.Code != http.StatusOK || w.Header().Get("Content-Encoding") != "gzip" || w.Header().Get("Content-Type") != "text/javascript; charset=utf-8" {
		t.Fatalf("%d %v", w.Code, w.Header())
	}
	if !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("Cache-Control %q", w.Header().Get("Cache-Control"))
	}
	if again := get(h, "/assets/index-ab12.js", "If-None-Match", w.Header().Get("ETag")); again.Code != http.StatusNotModified {
		t.Errorf("asked again with its tag: %d", again.Code)
	}
	if plain := get(h, "/assets/index-ab12.js"); plain.Header().Get("Content-Encoding") != "" || plain.Body.Len() != 2600 {
		t.Errorf("plain: %v, %d bytes", plain.Header(), plain.Body.Len())
	}
	if missing := get(h, "/assets/index-old.js"); missing.Code != http.StatusNotFound {
		t.Errorf("a missing asset answers %d", missing.Code)
	}
}

func TestWithoutPagesItSaysHowToBuildThem(t *testing.T) {
	h := pages(t, fstest.MapFS{"dist/.keep": {}})
	for _, address := range []string{"/", "/office/"} {
		if w := get(h, address); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "make web") {
			t.Errorf("%s: %d %q", address, w.Code, w.Body)
		}
	}
}
