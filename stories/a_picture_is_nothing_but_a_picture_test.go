package stories_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"qudao/internal/apitest"
)

// What staff upload is shown to dealers as a picture, under a policy that lets it do nothing else, and may be
// kept for ever; what is no picture is refused with its reason.
func TestAPictureIsNothingButAPicture(t *testing.T) {
	s := begin(t)
	product, buyer := s.staff("admin"), s.buyer("dealer1")
	upload := func(content string) *apitest.Answer {
		return product.Upload("/products/P1/pictures", "x.png", []byte(content), nil, apitest.Key())
	}
	for code, content := range map[string]string{
		"picture_type_wrong":      "GIF89a",
		"picture_broken":          "\x89PNG\r\n\x1a\n",
		"picture_svg_unsafe":      strings.Replace(square, "<rect", `<rect onload="x()"`, 1),
		"picture_svg_too_complex": strings.Replace(square, "<rect", strings.Repeat("<g>", 60)+"<rect", 1),
		"picture_svg_empty":       strings.Replace(square, "rect", "metadata", 1),
	} {
		a := upload(content)
		if got := verdictOf(a); !strings.Contains(got, code) {
			t.Errorf("%.40q: %s, want %s", content, got, code)
		}
	}
	if a := s.staff("warehouse").Upload("/products/P1/pictures", "x.svg", []byte(square), nil, apitest.Key()); a.Status != http.StatusForbidden {
		t.Errorf("who may not edit products: %d", a.Status)
	}
	a := upload(strings.Replace(square, "<rect", "<desc>1</desc><rect", 1))
	if a.Status != http.StatusOK {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	var shown struct{ Images []string }
	if got := buyer.Get("/products/P1"); got.Status != http.StatusOK {
		t.Fatalf("%d %s", got.Status, got.Body)
	} else {
		got.Into(&shown)
	}
	if len(shown.Images) != 1 {
		t.Fatalf("the dealer sees %v", shown.Images)
	}
	get := func(path string, headers ...string) *http.Response {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		answer, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = answer.Body.Close() })
		return answer
	}
	m := get(shown.Images[0] + "/96")
	for name, want := range map[string]string{
		"Content-Type": "image/svg+xml", "X-Content-Type-Options": "nosniff", "Cache-Control": "public, max-age=31536000, immutable",
	} {
		if got := m.Header.Get(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
	if policy := m.Header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'; style-src 'unsafe-inline'") {
		t.Errorf("the policy is %q", policy)
	}
	var body bytes.Buffer
	if _, err := body.ReadFrom(m.Body); err != nil || !strings.Contains(body.String(), "<rect") {
		t.Errorf("it shows %s, %v", body.String(), err)
	}
	if again := get(shown.Images[0]+"/96", "If-None-Match", m.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
		t.Errorf("what the browser has is sent again: %d", again.StatusCode)
	}
	for _, path := range []string{"/media/", "/media/x", shown.Images[0] + "/97", shown.Images[0] + "/096", "/media/00000000000000000000000000000000/96"} {
		if none := get(path); none.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", path, none.StatusCode)
		}
	}
}
