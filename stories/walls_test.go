package stories_test

import (
	"bytes"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
	"qudao/internal/org"
	"qudao/internal/pdftext"
)

// oneWall are the operations in which the policies alone keep principals apart, each with its reason. With
// the policies off they tell another's. The list only gets shorter: an operation that holds by itself must
// be taken off, and a new one that does not must not be put on without a second thought.
var oneWall = map[string]string{
	"office.audit.list": "the record stands below those who know of staff: it is read by a scope, not by an actor",
}

// memory are the operations in which the application alone keeps dealers apart, each with its reason: goods
// are the brand's and under no policy, and prices stand in the memory of the server, which reads them as
// the system. The list only gets shorter.
var memory = map[string]string{
	"portal.category.list":  "goods: chosen by the audiences of the dealer",
	"portal.product.list":   "goods and prices: chosen by the audiences of the dealer",
	"portal.product.read":   "goods and prices: chosen by the audiences of the dealer",
	"portal.part.recognise": "goods and prices: chosen by the audiences of the dealer",
}

// The policies alone, over the API: the application believes that it serves the dealer D1 and the rep of D1,
// lets everything of theirs pass, and asks for it; the policies hold it for D2 and the rep of D2. Nothing of
// D1's comes out, and no row changes.
func TestThePoliciesAloneKeepEverybodyApart(t *testing.T) {
	s := begin(t)
	m := wallOf(s)
	m.represents("D1", "E-"+m.narrowOf("theirs"))
	rep := m.member("staff of D1", "theirs", org.Of(every("")...))
	rep.narrow = true
	m.all = slices.DeleteFunc(m.all, func(p *principal) bool { return p != rep && p.name != "dealer1" })
	s.Settle()
	for _, p := range m.all {
		p.has = []*world{m.mine} // whatever the application thinks
	}
	s.mistake("dealers", "int[]", s.ids(`SELECT ARRAY[id] FROM dealer.dealer WHERE code = $1`, "D1", "D2"))
	s.mistake("audiences", "int[]", s.ids(`SELECT audience_ids FROM dealer.dealer WHERE code = $1`, "D1", "D2"))
	s.mistake("staff_scope", "int", s.ids(`SELECT id FROM org.staff WHERE code = $1`, "E-theirs", "E-narrow"))
	s.mistake("actor", "text", s.ids(`SELECT 'account:' || a.id FROM dealer.account a JOIN identity.login l ON l.id = a.login_id WHERE l.username = $1`, "dealer1", "dealer2"))
	answers := map[string]int{}
	s.unchanged(func() {
		for _, p := range m.all {
			for _, op := range m.ops {
				if op.expects(p) == in && op.concerns() && op.Permission != httpapi.Public {
					for _, c := range m.cells(p, op) {
						m.leaks(p, op, m.sends(p, op, c.request))
					}
				}
			}
			m.listens(p, func(op operation, path string) {
				a := p.at[op.Surface].Get(path)
				if m.leaks(p, op, a); a.Status == http.StatusOK {
					answers[p.name]++
				}
			})
		}
	})
	leaky := map[string]bool{}
	for _, w := range m.wrong {
		if leaky[w.operation] = true; memory[w.operation] == "" {
			t.Errorf("without the application: %s", w)
		}
	}
	for id := range memory {
		if !leaky[id] {
			t.Errorf("%s holds without the application too: take it off memory", id)
		}
	}
	if answers["dealer1"] < 10 || answers[rep.name] < 30 {
		t.Errorf("they hardly get an answer: %v", answers)
	}
	// The mistake is a real one: what the policies let through is the other's.
	if n := s.counts(org.Actor{Kind: org.Dealer, DealerID: s.DealerID("D1")}.Scope(), "orders.orders WHERE dealer_id = (SELECT id FROM dealer.dealer WHERE code = 'D2')"); n != 2 {
		t.Errorf("in the scope of D1 there are %d orders of D2", n)
	}
}

// mistake makes a function that the policies ask take one for the other. Who signs in is still known.
func (s *story) mistake(function, kind string, ids [2]string) {
	s.t.Helper()
	s.Exec(fmt.Sprintf(`CREATE OR REPLACE FUNCTION pg.%[1]s() RETURNS %[2]s LANGUAGE sql STABLE PARALLEL SAFE AS $$
	SELECT CASE WHEN current_setting('qudao.%[1]s', true) = '%[3]s' AND current_setting('qudao.actor', true) NOT LIKE 'system:%%' THEN '%[4]s' ELSE nullif(current_setting('qudao.%[1]s', true), '') END::%[2]s $$`, function, kind, ids[0], ids[1]))
}

// ids are the keys of two things by their codes, as a scope writes them down.
func (s *story) ids(sql, one, other string) (out [2]string) {
	s.t.Helper()
	for i, code := range []string{one, other} {
		if err := s.Super().Pool().QueryRow(s.t.Context(), "SELECT ("+sql+")::text", code).Scan(&out[i]); err != nil {
			s.t.Fatal(err)
		}
	}
	return out
}

// The application alone: the server talks to PostgreSQL as one whom no policy binds, and still nobody finds
// anything of another's, but by the operations that stand in oneWall.
func TestTheApplicationAloneKeepsEverybodyApart(t *testing.T) {
	t.Parallel()
	m := wallOf(&story{apitest.StartWith(t, apitest.Config{Unguarded: true}), t})
	m.refuse()
	m.listen()
	m.exports("staff of D2", "orders", "dealers")
	m.standsOpen()
}

// exports looks into the files that a principal gets.
func (m *matrix) exports(name string, kinds ...string) {
	m.t.Helper()
	p := m.all[slices.IndexFunc(m.all, func(p *principal) bool { return p.name == name })]
	for _, kind := range kinds {
		var r run
		who := p.at[httpapi.Office]
		who.Post("/exports", fields{"kind": kind}, apitest.Key()).Into(&r)
		if r = who.finished(r); r.State != "done" || r.Total == 0 {
			m.t.Errorf("the export of %s is %+v", kind, r)
			continue
		}
		m.leaks(p, operation{ID: "export of " + kind}, who.Get("/runs/"+r.ID+"/file").OK())
	}
}

// The policies add nothing to what the application says: two servers on one database, of which one talks to
// PostgreSQL as one whom no policy binds, answer every read alike, to the byte, to counts and sums.
func TestThePoliciesChangeNoAnswer(t *testing.T) {
	s := begin(t)
	m := wallOf(s)
	s.Settle()
	open := s.Twin(apitest.Config{Unguarded: true})
	for _, p := range m.all {
		bare := (&story{open, t}).showing(p.home, p.token)
		m.listens(p, func(op operation, path string) {
			guarded, unguarded := p.at[op.Surface].Get(path), bare.Get(path)
			one, other := told(t, guarded), told(t, unguarded)
			if guarded.Status != unguarded.Status || !bytes.Equal(one, other) {
				m.tell("wrong allow", p, op, " %s: with the policies %d %.600s\nwithout %d %.600s", path, guarded.Status, one, unguarded.Status, other)
			}
		})
	}
	m.standsOpen()
}

// told is what an answer says, in the rows of a workbook where it is one.
func told(t *testing.T, a *apitest.Answer) []byte {
	if bytes.HasPrefix(a.Body, []byte("PK")) {
		return fmt.Append(nil, rowsOf(t, a.Body))
	}
	if bytes.HasPrefix(a.Body, []byte("%PDF")) {
		return printedAt.ReplaceAll([]byte(pdftext.Text(t, a.Body)), nil)
	}
	return trace.ReplaceAll(a.Body, nil)
}

// printedAt is the minute that stands in the foot of a paper.
var printedAt = regexp.MustCompile(`打印 [0-9: -]+`)

// wallOf is a matrix of those whom rows are kept from: people of dealers and staff with a narrow scope.
func wallOf(s *story) *matrix {
	s.t.Helper()
	c := castOf(s)
	s.APIKey()
	m := &matrix{cast: c, ops: operations(s.t), spare: s.text(`SELECT id FROM identity.api_key`), block: s.text(`SELECT id FROM storefront.block LIMIT 1`)}
	for username, has := range map[string]*world{"dealer1": c.theirs, "dealer2": c.mine} {
		c.add(principal{name: username, home: httpapi.Portal, token: c.token(httpapi.Portal, username), may: org.Portal, has: []*world{has}, master: true})
	}
	c.add(principal{name: "dealer3", home: httpapi.Portal, token: c.token(httpapi.Portal, "dealer3"), may: org.Portal})
	c.represents("D2", "E-"+c.narrowOf("narrow"))
	c.member("staff of D2", "narrow", org.Of(every("")...), c.mine).narrow = true
	c.member("staff of no dealer", c.narrowOf("nobodys"), org.Of(every("")...)).narrow = true
	return m
}

// listens calls every operation that tells something, for the principal's own and for the brand's things, in
// every way that the stories know.
func (m *matrix) listens(p *principal, call func(op operation, path string)) {
	for _, op := range m.ops {
		if op.expects(p) != in || !op.reads() {
			continue
		}
		paths := slices.Clone(reads[op.ID])
		for _, c := range m.cells(p, op) {
			if c.what == "its own" {
				paths = append(paths, c.request.path)
			}
		}
		if !strings.Contains(op.path, "{") {
			paths = append(paths, op.path)
		}
		for _, path := range paths {
			call(op, path)
		}
	}
}

// listen looks for what must not be told in whatever is told.
func (m *matrix) listen() {
	for _, p := range m.all {
		m.listens(p, func(op operation, path string) { m.leaks(p, op, p.at[op.Surface].Get(path)) })
	}
}

// standsOpen fails the story when an operation that is not known to stands open.
func (m *matrix) standsOpen() {
	m.t.Helper()
	for _, w := range m.wrong {
		if oneWall[w.operation] == "" {
			m.t.Errorf("without the policies: %s", w)
		}
	}
}

// What stands on one wall is known by its name: with the policies off it tells another's.
func TestWhatStandsOnOneWallIsKnown(t *testing.T) {
	t.Parallel()
	m := wallOf(&story{apitest.StartWith(t, apitest.Config{Unguarded: true}), t})
	m.ops = slices.DeleteFunc(m.ops, func(op operation) bool { return oneWall[op.ID] == "" })
	m.refuse()
	m.listen()
	for _, op := range m.ops {
		if !slices.ContainsFunc(m.wrong, func(w wrong) bool { return w.operation == op.ID }) {
			t.Errorf("%s holds without the policies too: take it off oneWall", op.ID)
		}
	}
	if len(m.ops) != len(oneWall) {
		t.Errorf("oneWall names %d operations, of which %d exist", len(oneWall), len(m.ops))
	}
}
