package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/google/uuid"
)

// caller asks the server over HTTP.
type caller struct {
	url  string
	http *http.Client
}

// call is one request: with a body a POST of JSON, without one a GET. The outcome is of the whole answer.
func (c *caller) call(ctx context.Context, cookie, path string, body any) ([]byte, outcome) {
	method, content := http.MethodGet, io.Reader(nil)
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return nil, outcome{refused: err.Error()}
		}
		method, content = http.MethodPost, bytes.NewReader(text)
	}
	return c.send(ctx, method, cookie, path, "application/json", content)
}

func (c *caller) send(ctx context.Context, method, cookie, path, kind string, content io.Reader) ([]byte, outcome) {
	req, err := http.NewRequestWithContext(ctx, method, c.url+path, content)
	if err != nil {
		return nil, outcome{refused: err.Error()}
	}
	req.Header.Set("Cookie", cookie)
	if method != http.MethodGet {
		req.Header.Set("Content-Type", kind)
		req.Header.Set("Idempotency-Key", uuid.NewString())
	}
	o := outcome{due: time.Now()}
	resp, err := c.http.Do(req)
	if err != nil {
		o.done, o.refused = time.Now(), err.Error()
		return nil, o
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	o.done = time.Now()
	switch {
	case err != nil:
		o.refused = err.Error()
	case resp.StatusCode/100 != 2:
		o.refused = fmt.Sprintf("%d %s", resp.StatusCode, answer)
	}
	return answer, o
}
