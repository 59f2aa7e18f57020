package apitest

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"qudao/internal/httpapi"
)

// Patience is how long a test waits for what is told. Long, because facts are told in order, and a
// transaction of any other test of the cluster may hold them up.
const Patience = time.Minute

// Stream is an open stream of events.
type Stream struct {
	t       testing.TB
	changes chan httpapi.Change
	heard   []httpapi.Change
}

// Listen opens the client's stream of events. It ends with the test.
func (c *Client) Listen() *Stream {
	c.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	c.t.Cleanup(cancel)
	response, err := c.HTTP.Do(c.Request(http.MethodGet, "/events", nil).WithContext(ctx))
	if err != nil {
		c.t.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		c.t.Fatalf("GET /events: %d", response.StatusCode)
	}
	s := &Stream{t: c.t, changes: make(chan httpapi.Change, 1000)}
	go func() {
		defer close(s.changes)
		defer response.Body.Close()
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
			data, ok := strings.CutPrefix(lines.Text(), "data: ")
			var change httpapi.Change
			if ok && json.Unmarshal([]byte(data), &change) == nil {
				s.changes <- change
			}
		}
	}()
	return s
}

// Glance opens the client's stream of events and, where it opens, leaves it at once: the answer has no body.
func (c *Client) Glance(headers ...Header) *Answer {
	c.t.Helper()
	ctx, cancel := context.WithCancel(c.t.Context())
	defer cancel()
	request := c.Request(http.MethodGet, "/events", nil, headers...).WithContext(ctx)
	response, err := c.HTTP.Do(request)
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	out := &Answer{t: c.t, asked: "GET /events", Status: response.StatusCode, Header: response.Header}
	if response.StatusCode != http.StatusOK {
		if out.Body, err = io.ReadAll(response.Body); err != nil {
			c.t.Fatal(err)
		}
	}
	return out
}

// Hears waits until the stream tells the change.
func (s *Stream) Hears(want httpapi.Change) {
	s.t.Helper()
	patience := time.After(Patience)
	for {
		select {
		case change, open := <-s.changes:
			if !open {
				s.t.Fatalf("the stream ended before %+v", want)
			}
			s.heard = append(s.heard, change)
			if change == want {
				return
			}
		case <-patience:
			s.t.Fatalf("did not hear %+v, but %+v", want, s.heard)
		}
	}
}

// Heard is what the stream has told so far, as far as Hears has waited.
func (s *Stream) Heard() []httpapi.Change { return s.heard }
