package stories_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/dealer"
	"qudao/internal/httpapi"
)

// subAccount is an account of the company as its master sees it.
type subAccount struct {
	ID, Name, Username, State string
	Roles                     []string
	Version                   int
	Used                      string
	Limits                    *struct {
		PerOrder string `json:"per_order"`
		PerMonth string `json:"per_month"`
	}
}

// sub is the account of the master's company with a username.
func (b buyer) sub(username string) subAccount {
	b.s.t.Helper()
	var list struct{ Items []subAccount }
	b.Get("/accounts").Into(&list)
	i := slices.IndexFunc(list.Items, func(a subAccount) bool { return a.Username == username })
	if i < 0 {
		b.s.t.Fatalf("there is no account %s among %+v", username, list.Items)
	}
	return list.Items[i]
}

// narrows makes an account of the master's company, limits it, and signs it in.
func (b buyer) narrows(code, username string, limits fields, roles ...string) buyer {
	b.s.t.Helper()
	b.s.Enrol(code, username, dealer.RoleBuyer)
	a := b.sub(username)
	if roles == nil {
		roles = []string{"buyer"}
	}
	b.Put("/accounts/"+a.ID, fields{"name": a.Name, "roles": roles, "limits": limits}, apitest.Version(a.Version)).OK()
	return b.s.buyer(username)
}

// money is how every amount and price stands in an answer: a decimal text.
var moneyText = regexp.MustCompile(`"-?\d+\.\d{2,}"`)

// Whoever may see no prices is told none: not by any operation of the portal, in no answer, export or paper,
// and cannot put goods in order by them.
func TestASubAccountWithoutPricesIsToldNone(t *testing.T) {
	s := begin(t)
	w := s.world(amber)
	w.buyer.narrows("D2", "clerk", fields{"hides_prices": true, "per_order": "5000", "per_month": "9000.50"})
	c := &cast{story: s, theirs: w, mine: w}
	clerk := c.add(principal{name: "a sub-account without prices", home: httpapi.Portal, token: s.token(httpapi.Portal, "clerk"), may: rights[dealer.RoleBuyer], has: []*world{w}})
	m := &matrix{cast: c, ops: operations(t)}
	told := 0
	look := func(op operation, a *apitest.Answer) {
		told++
		if found := s.found(a, w.prices()); len(found) > 0 || moneyText.Match(a.Body) || bytes.Contains(a.Body, []byte(`"trace":{"`)) {
			t.Errorf("%s tells %q: %d %.400s", op.ID, found, a.Status, a.Body)
		}
	}
	for _, op := range m.ops {
		if op.Surface != httpapi.Portal || op.expects(clerk) != in || op.Permission == httpapi.Public {
			continue
		}
		for _, cell := range m.cells(clerk, op) {
			look(op, m.sends(clerk, op, cell.request))
		}
		if r, some := m.example(op); some {
			look(op, m.sends(clerk, op, r))
		}
	}
	if told < 60 {
		t.Errorf("only %d answers were looked at", told)
	}
	desk := person{clerk.at[httpapi.Portal].Client, s}
	for _, sort := range []string{"price", "-price"} {
		s.refuses(no{409, "prices_hidden", "sort", "prices_hidden"}, func(language apitest.Header) *apitest.Answer { return desk.Get("/products?sort="+sort, language) })
	}
	var r run
	desk.Post("/exports", fields{"kind": "orders"}, apitest.Key()).Into(&r)
	if r = desk.finished(r); r.State != "done" {
		t.Fatalf("the export is %+v", r)
	}
	file := desk.Get("/runs/" + r.ID + "/file").OK()
	look(operation{ID: "the exported file"}, file)
	if header := strings.Join(rowsOf(t, file.Body)[0], " "); strings.Contains(header, "单价") || strings.Contains(header, "金额") || strings.Contains(header, "总额") || !strings.Contains(header, "数量") {
		t.Errorf("the file has the columns %s", header)
	}
	s.holds()
}

// prices are the world's prices and sums, as they stand in answers, files and on paper.
func (w *world) prices() []string {
	out := []string{amber.own, amber.special, "19.14", "86.22"}
	for _, number := range []string{w.Number, w.ShippedNumber} {
		o := w.buyer.sees(number)
		out = append(out, o.Total)
	}
	return out
}

// What was exported while the prices could be seen is no longer handed out to whoever may not see them now.
func TestAnOldExportIsNotAWayToPrices(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	d.places(want("S2", 1))
	clerk := d.narrows("D2", "clerk", fields{})
	var r run
	clerk.Post("/exports", fields{"kind": "orders"}, apitest.Key()).Into(&r)
	r = clerk.finished(r)
	clerk.Get("/runs/" + r.ID + "/file").OK()
	a := d.sub("clerk")
	d.Put("/accounts/"+a.ID, fields{"name": a.Name, "roles": a.Roles, "limits": fields{"hides_prices": true}}, apitest.Version(a.Version)).OK()
	s.refuses(no{status: 403, code: "run_file_hidden"}, func(language apitest.Header) *apitest.Answer { return clerk.Get("/runs/"+r.ID+"/file", language) })
}
