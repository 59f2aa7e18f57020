package apitest

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"testing"

	"qudao/internal/httpapi"
	"qudao/internal/id"
	"qudao/internal/org"
)

// Header is a header of a request.
type Header struct{ Name, Value string }

// Key is a fresh Idempotency-Key.
func Key() Header { return Header{"Idempotency-Key", id.New().String()} }

// SameKey is a given Idempotency-Key.
func SameKey(key string) Header { return Header{"Idempotency-Key", key} }

// Version is the If-Match of an edit.
func Version(n int) Header {
	text, _ := json.Marshal(n) // a number cannot fail
	return Header{"If-Match", `"` + string(text) + `"`}
}

// English asks for answers in English.
func English() Header { return Header{"Accept-Language", "en"} }

// Client is somebody who uses one surface. Paths are below the surface's prefix.
type Client struct {
	t       testing.TB
	base    string
	HTTP    *http.Client
	Headers []Header // sent with each request
}

func (s *Server) client(surface httpapi.Surface) *Client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return &Client{t: s.t, base: s.URL + surface.Prefix(), HTTP: &http.Client{Jar: insecure{jar}}}
}

// Anonymous is somebody who is not signed in.
func (s *Server) Anonymous(surface httpapi.Surface) *Client { return s.client(surface) }

// Office signs in a member of staff by username.
func (s *Server) Office(username string) *Client {
	s.t.Helper()
	return s.client(httpapi.Office).SignIn(username, Password)
}

// Portal signs in an account of a dealer by username.
func (s *Server) Portal(username string) *Client {
	s.t.Helper()
	return s.client(httpapi.Portal).SignIn(username, Password)
}

// Program is a program with a new key of the scopes.
func (s *Server) Program(scopes ...org.Permission) *Client {
	s.t.Helper()
	c := s.client(httpapi.Open)
	c.Headers = []Header{{"Authorization", "Bearer " + s.APIKey(scopes...)}}
	return c
}

// SignIn signs in and keeps the session in the client's cookies.
func (c *Client) SignIn(username, password string) *Client {
	c.t.Helper()
	c.Post("/session", map[string]string{"username": username, "password": password}).OK()
	return c
}

// Get reads.
func (c *Client) Get(path string, headers ...Header) *Answer {
	c.t.Helper()
	return c.Do(http.MethodGet, path, nil, headers...)
}

// Post sends a body as JSON; nil is no body.
func (c *Client) Post(path string, body any, headers ...Header) *Answer {
	c.t.Helper()
	return c.Do(http.MethodPost, path, body, headers...)
}

// Put sends a body as JSON; nil is no body.
func (c *Client) Put(path string, body any, headers ...Header) *Answer {
	c.t.Helper()
	return c.Do(http.MethodPut, path, body, headers...)
}

// Delete deletes.
func (c *Client) Delete(path string, headers ...Header) *Answer {
	c.t.Helper()
	return c.Do(http.MethodDelete, path, nil, headers...)
}

// Request makes a request to a path below the surface's prefix, for what Do does not send.
func (c *Client) Request(method, path string, body io.Reader, headers ...Header) *http.Request {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.base+path, body)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, h := range append(append([]Header{}, c.Headers...), headers...) {
		r.Header.Set(h.Name, h.Value)
	}
	return r
}

// Do sends a request and reads the whole answer.
func (c *Client) Do(method, path string, body any, headers ...Header) *Answer {
	c.t.Helper()
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			c.t.Fatal(err)
		}
		content = bytes.NewReader(text)
		headers = append([]Header{{"Content-Type", "application/json"}}, headers...)
	}
	return c.Send(c.Request(method, path, content, headers...))
}

// Send sends a request and reads the whole answer.
func (c *Client) Send(r *http.Request) *Answer {
	c.t.Helper()
	response, err := c.HTTP.Do(r)
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	return &Answer{t: c.t, asked: r.Method + " " + r.URL.Path, Status: response.StatusCode, Header: response.Header, Body: text}
}

// Answer is what the server said.
type Answer struct {
	t      testing.TB
	asked  string
	Status int
	Header http.Header
	Body   []byte
}

// OK fails the test unless the call succeeded.
func (a *Answer) OK() *Answer {
	a.t.Helper()
	if a.Status >= 300 {
		a.t.Fatalf("%s: %d %s", a.asked, a.Status, a.Body)
	}
	return a
}

// Into reads the body of a call that succeeded.
func (a *Answer) Into(out any) *Answer {
	a.t.Helper()
	a.OK()
	if err := json.Unmarshal(a.Body, out); err != nil {
		a.t.Fatalf("%s: %v in %s", a.asked, err, a.Body)
	}
	return a
}

// Refused fails the test unless the call was refused with the status and the code.
func (a *Answer) Refused(status int, code string) httpapi.Problem {
	a.t.Helper()
	var p httpapi.Problem
	if !strings.HasPrefix(a.Header.Get("Content-Type"), "application/problem+json") || json.Unmarshal(a.Body, &p) != nil {
		a.t.Fatalf("%s: %d %s, want %d %s", a.asked, a.Status, a.Body, status, code)
	}
	if a.Status != status || p.Code != code {
		a.t.Fatalf("%s: %d %s (%s), want %d %s", a.asked, a.Status, p.Code, a.Body, status, code)
	}
	return p
}
