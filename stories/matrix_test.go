package stories_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
)

// matrix walks over operations, principals and objects, and compares each answer with what the document
// declares: op.expects is the declaration, verdictOf the answer.
type matrix struct {
	*cast
	ops   []operation
	spare string // id of a key that nobody needs
	block string // id of a block of the first page
	asked int
	wrong []wrong

	refused map[string]bool // traces of the writes that were refused for want of a right
	noted   map[string]int  // how many of them, by principal
}

// The verdicts beside those of refusals, which are "403", the code and the permission that is missing.
const (
	in      = "in"  // done, or refused for what the thing is like
	unknown = "401" // nobody known
)

// expects is the verdict that the document declares for a principal, before any object is looked at.
func (op operation) expects(p *principal) string {
	switch {
	case op.Permission == httpapi.Public:
		return in
	case p.home != op.Surface:
		return unknown
	case p.turned != "":
		return p.turned
	case op.guarded() && !p.may.Has(op.Permission):
		return "403 permission_missing " + string(op.Permission)
	}
	return in
}

// verdictOf reads an answer.
func verdictOf(a *apitest.Answer) string {
	var p httpapi.Problem
	_ = json.Unmarshal(a.Body, &p) // what is no refusal has no code
	switch {
	case a.Status < 300, a.Status == http.StatusConflict, a.Status == http.StatusPreconditionFailed:
		return in
	case a.Status == http.StatusUnauthorized:
		return unknown
	case a.Status == http.StatusForbidden && p.Facts["permission"] != nil:
		return fmt.Sprintf("403 %s %s", p.Code, p.Facts["permission"])
	default:
		return fmt.Sprintf("%d %s", a.Status, p.Code)
	}
}

// wrong is an answer that the declaration does not bear out.
type wrong struct{ kind, who, operation, text string }

func (w wrong) String() string { return w.kind + ": " + w.who + ", " + w.operation + w.text }

func (m *matrix) tell(kind string, p *principal, op operation, format string, args ...any) {
	m.wrong = append(m.wrong, wrong{kind, p.name, op.ID, fmt.Sprintf(format, args...)})
}

// complain keeps what is wrong, and says whether it is an allowance or a denial.
func (m *matrix) complain(p *principal, op operation, what, want string, a *apitest.Answer) {
	kind := "wrong answer"
	switch got := verdictOf(a); {
	case got == want:
		return
	case want == in:
		kind = "wrong denial"
	case strings.HasPrefix(want, "40") && !strings.HasPrefix(got, "40"):
		kind = "wrong allow"
	}
	m.tell(kind, p, op, " of %s: want %s, got %d %.300s", what, want, a.Status, a.Body)
}

// sends makes one request of a principal and counts it.
func (m *matrix) sends(p *principal, op operation, r request) (a *apitest.Answer) {
	m.asked++
	who := p.at[op.Surface]
	switch {
	case strings.HasSuffix(op.ID, ".events.listen"):
		a = who.Glance()
	case op.ID == "office.import.create":
		a = who.Upload(r.path, "x.xlsx", m.sheet(), nil, apitest.Key())
	case op.ID == "office.picture.create", op.ID == "office.storefront.picture":
		a = who.Upload(r.path, "x.svg", []byte(square), nil, apitest.Key())
	case op.ID == "open.picture.upsert":
		a = who.PutFiles(r.path, [][]byte{[]byte(square)})
	case strings.HasSuffix(op.ID, ".comment.create"):
		a = who.Attach(r.path, fields{"text": "x"}, apitest.File{}, apitest.Key())
	default:
		a = who.sends(op, r)
	}
	if a.Status == http.StatusForbidden && op.changes() && p.turned == "" {
		m.refused[a.Header.Get("X-Request-Id")] = true
		m.noted[p.name]++
	}
	return a
}

// example is a request to an operation that names nothing of a dealer's.
func (m *matrix) example(op operation) (request, bool) {
	r, some := op.example()
	r.path = strings.NewReplacer("{id}", m.spare, "{block}", m.block).Replace(r.path)
	return r, some
}

// sheet is a workbook of stock that says nothing.
func (m *matrix) sheet() []byte {
	return book(m.t, []string{"仓库编码", "物料编码", "现存量"})
}

// cell is one operation asked for one object in one way.
type cell struct {
	what    string // "its own", "another's", "what is missing", "the brand's"
	request request
	named   belongings
	none    request // the same for what does not exist
}

// cells are the ways in which a principal asks an operation for what is in the worlds.
func (m *matrix) cells(p *principal, op operation) (out []cell) {
	mine, missing := m.mine, nowhere(m.theirs.belongings)
	if len(p.has) == 1 {
		mine = p.has[0]
	}
	for _, w := range []*world{m.theirs, m.mine} {
		for _, ask := range asks[op.ID] {
			c := cell{what: "another's", request: ask(w.belongings, mine.belongings), named: w.belongings, none: ask(missing, mine.belongings)}
			if p.keeps(op, w) {
				c.what = "its own"
			}
			out = append(out, c)
		}
	}
	return out
}

// walk asks every operation as every principal. Whatever must be turned away, and whatever asks for what is
// another's or missing, is asked first, under the eye of unchanged; what succeeds comes after it.
func (m *matrix) walk() {
	m.t.Helper()
	m.refuse()
	for _, p := range m.all {
		for _, op := range m.ops {
			m.letIn(p, op)
		}
	}
}

// refuse is the part of the walk in which nothing may happen.
func (m *matrix) refuse() {
	m.t.Helper()
	m.refused, m.noted = map[string]bool{}, map[string]int{}
	m.Settle()
	m.unchanged(func() {
		for _, p := range m.all {
			for _, op := range m.ops {
				m.turnedAway(p, op)
			}
		}
	})
}

// known reports whether the matrix has a request for the operation.
func (m *matrix) known(op operation) bool {
	_, example := op.example()
	return example || len(asks[op.ID]) > 0
}

func (m *matrix) turnedAway(p *principal, op operation) {
	want := op.expects(p)
	example, some := m.example(op)
	if want != in {
		// Who may not learns nothing of what there is: one answer for everything.
		var first []byte
		requests := []request{example}
		if cells := m.cells(p, op); len(cells) > 0 {
			requests = append(requests, cells[0].request, cells[0].none)
		}
		if !some {
			requests = requests[1:]
		}
		if want == unknown || want == p.turned {
			requests = requests[:1]
		}
		for i, r := range requests {
			a := m.sends(p, op, r)
			m.complain(p, op, "anything", want, a)
			body := trace.ReplaceAll(a.Body, nil)
			if i > 0 && !bytes.Equal(body, first) {
				m.tell("wrong answer", p, op, ": a refusal depends on what is asked for: %s and %s", first, body)
			}
			first = body
		}
		return
	}
	if op.Permission == httpapi.Public {
		return
	}
	for _, c := range m.cells(p, op) {
		if c.what == "another's" {
			m.asMissing(p, op, c)
		}
	}
	if some && strings.Contains(op.path, "{") && len(asks[op.ID]) == 0 && !makes[op.ID] && further[op.ID] == nil {
		example.path = op.anywhere()
		a := m.sends(p, op, example)
		if a.Status != http.StatusNotFound && a.Status != http.StatusUnprocessableEntity {
			m.complain(p, op, "what is missing", "404 or 422", a)
		}
	}
}

// asMissing asks for what is another's: it is answered as what does not exist, but for the names given.
func (m *matrix) asMissing(p *principal, op operation, c cell) {
	foreign, none := m.sends(p, op, c.request), m.sends(p, op, c.none)
	one, other := without(foreign, c.named), without(none, nowhere(m.theirs.belongings))
	if foreign.Status != none.Status || !bytes.Equal(one, other) {
		m.tell("wrong answer", p, op, " %s tells another's from a missing one:\n%d %s\n%d %s", c.request.path, foreign.Status, one, none.Status, other)
	}
	for name := range foreign.Header {
		if one, other := foreign.Header.Get(name), none.Header.Get(name); one != other && !slices.Contains([]string{"Date", "X-Request-Id", "Content-Length"}, name) {
			m.tell("wrong answer", p, op, ": the header %s tells %q from %q", name, one, other)
		}
	}
	// Whatever comes of it, it is not for want of a right, and nothing of the other's comes out.
	if v := verdictOf(foreign); v == unknown || strings.HasPrefix(v, "403") || foreign.Status >= http.StatusInternalServerError {
		m.complain(p, op, c.what, in, foreign)
	}
	foreign.Body = one
	m.leaks(p, op, foreign)
}

func (m *matrix) letIn(p *principal, op operation) {
	if op.expects(p) != in || op.Permission == httpapi.Public && p.home != "" {
		return // to sign out would end the principal
	}
	want := in
	if more := further[op.ID]; more != nil && more(p) != "" {
		want = more(p)
	}
	for _, c := range m.cells(p, op) {
		if c.what == "its own" {
			a := m.sends(p, op, c.request)
			m.complain(p, op, c.what+" "+c.request.path, want, a)
			m.leaks(p, op, a)
		}
	}
	if r, some := m.example(op); some {
		a := m.sends(p, op, r)
		if op.Permission == httpapi.Public || strings.HasSuffix(op.ID, ".me.password") || strings.HasSuffix(op.ID, ".me.email") {
			// A wrong password is refused to whoever has the right to try one, and so is a dead link.
			if a.Status != http.StatusUnauthorized && a.Status != http.StatusNotFound && a.Status != http.StatusUnprocessableEntity && a.Status >= 300 {
				m.complain(p, op, "the brand's", in, a)
			}
			return
		}
		m.complain(p, op, "the brand's", want, a)
		m.leaks(p, op, a)
		m.empties(p, op, a)
	}
}

// leaks looks for what must not reach the principal.
func (m *matrix) leaks(p *principal, op operation, a *apitest.Answer) {
	found := m.found(a, p.hidden([]*world{m.theirs, m.mine}))
	if op.ID == "office.stock.movements" {
		// The ledger of the brand's stock is shared: every shipment stands in it, by an id that opens nothing.
		found = slices.DeleteFunc(found, func(word string) bool { return word == m.theirs.Shipment || word == m.mine.Shipment })
	}
	if len(found) > 0 {
		m.tell("wrong allow", p, op, " tells %q", found)
	}
}

// empties looks at the lists of whom nothing is there for: they are empty, and no refusal.
func (m *matrix) empties(p *principal, op operation, a *apitest.Answer) {
	if len(p.has) > 0 || op.Object != httpapi.Dealer || op.method != http.MethodGet || shared[op.ID] {
		return
	}
	var list struct{ Items []any }
	if json.Unmarshal(a.Body, &list) != nil || list.Items == nil || len(list.Items) > 0 {
		m.tell("wrong allow", p, op, " is not an empty list: %.300s", a.Body)
	}
}
