// Package stories_test tells what people and programs can do with Qudao, and what they cannot, in
// sentences of the trade: one file a rule, named by its sentence.
//
// Every story runs through the real HTTP handler, on a real database of its own, with the worker
// running. It sets up with what stands in this file and in given_test.go, acts over HTTP as a person or
// a program would, and looks at effects: answers, stock, rows. It owns no rule of the trade.
//
// Always true: a refusal is asked for in both languages, and every table is the same before and after.
package stories_test

import (
	"encoding/json"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
	"qudao/internal/org"
	"qudao/internal/render"
	"qudao/internal/verify"
)

// Workbooks are read by a child of the program, which here is the test.
func TestMain(m *testing.M) {
	render.Child()
	os.Exit(m.Run())
}

// story is one brand on one server.
type story struct {
	*apitest.Server
	t *testing.T
}

// begin starts a story on the brand of tests (internal/apitest).
func begin(t *testing.T) *story {
	t.Helper()
	t.Parallel()
	return &story{apitest.Start(t), t}
}

// person is somebody at a page of the portal or the office, or a program with a key.
type person struct {
	*apitest.Client
	s *story
}

func (s *story) staff(username string) person { return person{s.Office(username), s} }

// program is a program with a new key of the scopes, which was used a moment ago: the first use of a key
// in a minute is written down.
func (s *story) program(scopes ...org.Permission) person {
	s.t.Helper()
	p := person{s.Program(scopes...), s}
	p.Get("/stock")
	return p
}

// line asks for a quantity of an SKU.
type line struct {
	SKU      string `json:"sku"`
	Quantity any    `json:"quantity"`
}

func want(sku string, quantity any) line { return line{sku, quantity} }

// buyer is the master account of a dealer.
type buyer struct {
	person
	Address string // id of its ship-to address
}

func (s *story) buyer(username string) buyer {
	s.t.Helper()
	b := buyer{person: person{s.Portal(username), s}}
	var list struct{ Items []struct{ ID string } }
	b.Get("/addresses").Into(&list)
	b.Address = list.Items[0].ID
	return b
}

// order is what the buyer sends to place these lines.
func (b buyer) order(lines ...line) map[string]any {
	return map[string]any{"address_id": b.Address, "lines": append([]line{}, lines...)}
}

// asks places an order, whatever comes of it.
func (b buyer) asks(lines ...line) *apitest.Answer {
	b.s.t.Helper()
	return b.Post("/orders", b.order(lines...), apitest.Key())
}

// placed is what a placed order is known by.
type placed struct{ ID, Number string }

// places places an order, which must succeed.
func (b buyer) places(lines ...line) (p placed) {
	b.s.t.Helper()
	b.asks(lines...).Into(&p)
	return p
}

// order is an order as everybody reads it.
type order struct {
	ID, Number, State, Total, Net, Tax, Goods string
	Version                                   int
	Actions                                   []string
	Lines                                     []struct {
		Line                                  int
		SKU                                   string
		Quantity, Reserved, Shipped, Received json.Number
		Cancelled                             json.Number
		Price, Amount, Net, Tax               string
		Trace                                 struct{ Steps []step }
	}
	Shipments []struct {
		ID, Number, Carrier, Tracking, State string
		Warehouse                            *struct{ Code string }
		Lines                                []struct {
			Line               int
			Quantity, Received json.Number
		}
	}
	Timeline []struct {
		Seq             int
		Node, Text, Who string
	}
}

// step is one rule in a trace of a price.
type step struct {
	Kind, Rule, Reason, Price string
	Applied                   bool
}

// sees reads an order, which must be there.
func (p person) sees(number string) (o order) {
	p.s.t.Helper()
	p.Get("/orders/" + number).Into(&o)
	return o
}

// moves accepts, rejects or cancels an order as it stands.
func (p person) moves(o order, move string) *apitest.Answer {
	p.s.t.Helper()
	return p.Post("/orders/"+o.ID+"/"+move, map[string]any{"reason": reasonOf(move)}, apitest.Key(), apitest.Version(o.Version))
}

func reasonOf(move string) string {
	if move == "accept" {
		return ""
	}
	return "客户要求"
}

// accepts accepts an order as it stands.
func (p person) accepts(number string) (o order) {
	p.s.t.Helper()
	p.moves(p.sees(number), "accept").Into(&o)
	return o
}

// sent is a line's number and how much of it goes or comes.
type sent struct {
	Line     int `json:"line"`
	Quantity int `json:"quantity"`
}

// ships sends lines of an order out of a warehouse.
func (p person) ships(number, warehouse, tracking string, lines ...sent) *apitest.Answer {
	p.s.t.Helper()
	return p.Post("/orders/"+number+"/shipments", map[string]any{"warehouse": warehouse, "carrier": "顺丰", "tracking": tracking, "lines": lines}, apitest.Key())
}

// arrival is a placed order that was accepted and shipped whole, waiting to be received.
func (s *story) arrival(b buyer, desk, warehouse person, lines ...line) order {
	s.t.Helper()
	p := b.places(lines...)
	o := desk.accepts(p.Number)
	var out []sent
	for _, l := range o.Lines {
		n, err := l.Quantity.Int64()
		if err != nil {
			s.t.Fatal(err)
		}
		out = append(out, sent{l.Line, int(n)})
	}
	warehouse.ships(p.Number, "W1", "SF-"+p.Number, out...).Into(&o)
	return o
}

// free is how many pieces of an SKU may still be promised.
func (s *story) free(sku string) int {
	s.t.Helper()
	return s.Int(`SELECT coalesce(sum(greatest(on_hand - reserved - safety, 0)), 0)::int / 1000 FROM inventory.level l JOIN catalog.sku k ON k.id = l.sku_id WHERE k.code = $1`, sku)
}

// holds fails the story unless every invariant holds.
func (s *story) holds() {
	s.t.Helper()
	results, err := verify.All(s.t.Context(), s.Super())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, v := range verify.Violations(results) {
		s.t.Errorf("invariant %s: %s", v.Invariant, v.Row)
	}
}

// unchanged fails the story when what happens leaves any row of any table different. What was told of
// before has arrived by then.
func (s *story) unchanged(happens func()) {
	s.t.Helper()
	s.Settle()
	before := s.Rows()
	happens()
	for _, table := range s.Rows().Changed(before) {
		s.t.Errorf("a refused call changed %s", table)
	}
}

// no is the refusal that is expected: its status and code and, where a field is at fault, its place and
// the field's code.
type no struct {
	status          int
	code, at, field string
}

// refuses fails the story unless the call, in Chinese and in English, is refused as expected and changes
// nothing. It returns the refusal in English.
func (s *story) refuses(want no, ask func(language apitest.Header) *apitest.Answer) (said httpapi.Problem) {
	s.t.Helper()
	s.unchanged(func() {
		s.t.Helper()
		chinese := ask(apitest.Header{Name: "Accept-Language", Value: "zh-CN"}).Refused(want.status, want.code)
		said = ask(apitest.English()).Refused(want.status, want.code)
		s.words(chinese.Detail, said.Detail)
		if want.at == "" {
			return
		}
		field, zh := at(said, want.at), at(chinese, want.at)
		if field == nil || zh == nil || field.Code != want.field || zh.Code != want.field {
			s.t.Errorf("%s says %+v, want %s at %s", want.code, said.Errors, want.field, want.at)
			return
		}
		s.words(zh.Detail, field.Detail)
	})
	return said
}

// at is what a refusal says of one place.
func at(p httpapi.Problem, path string) *httpapi.ProblemField {
	if i := slices.IndexFunc(p.Errors, func(f httpapi.ProblemField) bool { return f.Path == path }); i >= 0 {
		return &p.Errors[i]
	}
	return nil
}

// words fails the story unless there is a sentence in each language, with every fact filled in.
func (s *story) words(chinese, english string) {
	s.t.Helper()
	han := func(r rune) bool { return unicode.Is(unicode.Han, r) }
	if !strings.ContainsFunc(chinese, han) || chinese == english || !strings.HasSuffix(english, ".") && !strings.HasSuffix(english, "}") {
		s.t.Errorf("no sentence in each language: %q, %q", chinese, english)
	}
	if strings.ContainsAny(chinese+english, "{}") {
		s.t.Errorf("a fact is missing in %q, %q", chinese, english)
	}
}

// eventually asks again until the story is so far, or its patience ends.
func (s *story) eventually(what string, so func() bool) {
	s.t.Helper()
	const look = 20 * time.Millisecond
	for end := time.Now().Add(apitest.Patience); !so(); time.Sleep(look) {
		if time.Now().After(end) {
			s.t.Fatalf("it never came to this: %s", what)
		}
	}
}

// escape is a text as a part of an address.
func escape(text string) string { return url.QueryEscape(text) }

// sums reports whether an amount is the sum of two others, to the cent.
func sums(whole, one, other string) bool {
	cents := func(text string) int {
		n, err := strconv.Atoi(strings.Replace(text, ".", "", 1))
		if err != nil || !strings.Contains(text, ".") || len(text)-strings.Index(text, ".") != 3 {
			return -1 << 40
		}
		return n
	}
	return cents(whole) == cents(one)+cents(other)
}
