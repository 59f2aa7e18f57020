package simulate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

// client is somebody who uses one surface.
type client struct {
	prefix   string // of the surface
	username string
	dealer   *dealer // of a dealer's account
	cookie   string
	bearer   string
	since    time.Time // of the session
	seen     time.Time // when its last use was surely noted
}

// sent is a request as it can be repeated.
type sent struct {
	by      *client
	method  string
	path    string // below the surface's prefix
	body    any
	key     string
	version int  // of If-Match; 0: none
	first   bool // only by the first server, whose caches are never stale
}

// answer is what a server said.
type answer struct {
	status int
	code   string   // of a refusal
	fields []string // at fault, "path:code", in order
	body   []byte
}

func (a answer) String() string {
	return strings.TrimSpace(fmt.Sprintf("%d %s %s", a.status, a.code, strings.Join(a.fields, " ")))
}

// recorder takes an answer in memory.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (w *recorder) Header() http.Header { return w.header }

func (w *recorder) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
}

func (w *recorder) Write(b []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(b)
}

// send sends a request to a server, once.
func (r *run) send(server int, q sent) (answer, http.Header, error) {
	var content []byte
	if q.body != nil {
		var err error
		if content, err = json.Marshal(q.body); err != nil {
			return answer{}, nil, err
		}
	}
	request, err := http.NewRequestWithContext(r.ctx, q.method, "http://127.0.0.1"+q.by.prefix+q.path, bytes.NewReader(content))
	if err != nil {
		return answer{}, nil, err
	}
	request.RemoteAddr = "127.0.0.1:1024"
	if q.body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if q.key != "" {
		request.Header.Set("Idempotency-Key", q.key)
	}
	if q.version != 0 {
		request.Header.Set("If-Match", fmt.Sprintf("%q", fmt.Sprint(q.version)))
	}
	if q.by.cookie != "" {
		request.Header.Set("Cookie", q.by.cookie)
	}
	if q.by.bearer != "" {
		request.Header.Set("Authorization", "Bearer "+q.by.bearer)
	}
	w := &recorder{header: http.Header{}}
	r.handlers[server].ServeHTTP(w, request)
	a := answer{status: max(w.status, http.StatusOK), body: w.body.Bytes()}
	if a.status >= http.StatusBadRequest {
		var p struct {
			Code   string
			Errors []struct{ Path, Code string }
		}
		if err := json.Unmarshal(a.body, &p); err != nil {
			return a, w.header, fmt.Errorf("%s %s: %d %s: %w", q.method, q.path, a.status, a.body, err)
		}
		a.code = p.Code
		for _, f := range p.Errors {
			a.fields = append(a.fields, f.Path+":"+f.Code)
		}
		slices.Sort(a.fields)
	}
	return a, w.header, nil
}

const (
	faulty   = 18               // requests of a hundred, of those that change something, whose commit is to fail
	patience = 30 * time.Second // for an answer through failures
	rest     = 5 * time.Millisecond
)

// ask sends a request and repeats it through failures until it is answered. A request with a key may be
// chosen to fail at its commit.
func (r *run) ask(q sent) (answer, error) {
	server := r.server(q)
	if q.key != "" && r.chance(faulty) {
		r.arm(pick(r, atCommit))
	}
	a, err := r.through(server, q)
	if f := r.disarm(); f != "" {
		r.coverage.Faults[f]++
		r.faulted()
	}
	if err != nil {
		return a, err
	}
	r.digest.add("%d %s: %s %s", r.step, r.operation, q.method, a)
	return a, nil
}

// server is where a request arrives.
func (r *run) server(q sent) int {
	if q.first {
		return 0
	}
	return r.rng.IntN(len(r.servers))
}

// through repeats a request, with its key, until it gets an answer that says what became of it. A
// failure is expected after a fault; without one only a busy database may put it off.
func (r *run) through(server int, q sent) (answer, error) {
	for begun := time.Now(); ; {
		a, _, err := r.send(server, q)
		if err != nil {
			return a, err
		}
		failed := r.happened()
		switch {
		case a.status == http.StatusServiceUnavailable && failed == Again:
			return a, r.differs("%s %s: the product does not repeat a transaction that PostgreSQL wants repeated", q.method, q.path)
		case a.status == http.StatusServiceUnavailable && q.repeatable():
			if failed == "" {
				r.coverage.PutOff++
			}
		case a.status >= http.StatusInternalServerError && failed != "" && failed != Again:
		case a.code == "idempotency_running":
		default:
			return a, nil
		}
		if time.Since(begun) > patience {
			return a, r.differs("%s %s is answered %s for %s, fault %q", q.method, q.path, a, patience, failed)
		}
		time.Sleep(rest)
	}
}

// repeatable reports whether saying it again, after it was put off, does nothing more.
func (q sent) repeatable() bool { return q.key != "" || q.method != http.MethodPost }

// want is an answer as the model says it must be.
type want struct {
	status int
	code   string
	fields []string
}

func done() want { return want{status: http.StatusOK} }

func refused(status int, code string, fields ...string) want {
	return want{status: status, code: code, fields: slices.Sorted(slices.Values(fields))}
}

func (w want) ok() bool { return w.status < 300 }

func (w want) String() string {
	return answer{status: w.status, code: w.code, fields: w.fields}.String()
}

// matches reports whether it is the answer that was foreseen.
func (a answer) matches(w want) bool {
	return a.status == w.status && a.code == w.code && slices.Equal(a.fields, w.fields)
}

// expect asks, and tells a difference between the answer and the model's.
func (r *run) expect(q sent, w want) (answer, error) {
	a, err := r.ask(q)
	if err != nil {
		return a, err
	}
	return a, r.match(q, a, w)
}

func (r *run) match(q sent, a answer, w want) error {
	if a.matches(w) {
		return nil
	}
	body, _ := json.Marshal(q.body)
	return r.differs("%s %s by %s %s\n  sent     %s\n  answered %s %s\n  foreseen %s", q.method, q.by.prefix+q.path, q.by.username, q.key, body, a, a.body, w)
}

// into reads an answer's body.
func (r *run) into(a answer, out any) error {
	if err := json.Unmarshal(a.body, out); err != nil {
		return r.differs("the answer %s cannot be read: %v", a.body, err)
	}
	return nil
}
