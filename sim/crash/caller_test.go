package crash

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"qudao/internal/seed"
)

// caller is somebody signed in to one surface.
type caller struct {
	base   string // http://host:port/api/office
	cookie string
	http   *http.Client
}

// signIn signs in by username, with the password of the demo brand.
func signIn(ctx context.Context, address, surface, username string) (*caller, error) {
	c := &caller{base: "http://" + address + "/api/" + surface, http: &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 4}}}
	body, err := json.Marshal(map[string]string{"username": username, "password": seed.Password})
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/session", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := c.http.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("sign in %s: %s", username, answer.Status)
	}
	// The cookie is for HTTPS alone; this machine to itself needs none.
	c.cookie, _, _ = strings.Cut(answer.Header.Get("Set-Cookie"), ";")
	return c, nil
}

// request is one intended effect, or a read.
type request struct {
	method, path string
	key          string // Idempotency-Key; a read has none
	version      int    // If-Match; 0: none
	body         any
}

// answer is what was said, once something was said.
type answer struct {
	status int
	code   string // of a refusal
	body   []byte
	sent   time.Time // when the attempt that was answered was sent
	tries  int
}

func (a answer) ok() bool { return a.status < 300 }

// send makes one attempt. An error, or an answer that asks to try again, leaves the outcome open.
func (c *caller) send(ctx context.Context, r request) (a answer, open bool) {
	var body io.Reader
	if r.body != nil {
		text, err := json.Marshal(r.body)
		if err != nil {
			panic(err) // the bodies are this package's own
		}
		body = bytes.NewReader(text)
	}
	h, err := http.NewRequestWithContext(ctx, r.method, c.base+r.path, body)
	if err != nil {
		panic(err)
	}
	h.Header.Set("Cookie", c.cookie)
	if r.body != nil {
		h.Header.Set("Content-Type", "application/json")
	}
	if r.key != "" {
		h.Header.Set("Idempotency-Key", r.key)
	}
	if r.version != 0 {
		h.Header.Set("If-Match", fmt.Sprintf("%q", fmt.Sprint(r.version)))
	}
	a.sent = time.Now()
	got, err := c.http.Do(h)
	if err != nil {
		return a, true
	}
	defer got.Body.Close()
	if a.body, err = io.ReadAll(got.Body); err != nil {
		return a, true
	}
	a.status = got.StatusCode
	if a.ok() {
		return a, false
	}
	var problem struct{ Code string }
	_ = json.Unmarshal(a.body, &problem) // whatever it is, it is no success
	a.code = problem.Code
	return a, a.status >= 500 || a.status == http.StatusTooManyRequests || a.code == "idempotency_running"
}
