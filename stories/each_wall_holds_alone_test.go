package stories_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// whose says, of each table under a policy, which of its rows are the dealer's whose key is $1: every
// other row must not exist for it. A new table under a policy without a line fails the story.
var whose = map[string]string{
	"audit.change":          "dealer_id = $1",
	"blob.file":             "owner IN (SELECT 'account:' || id FROM dealer.account WHERE dealer_id = $1)",
	"dealer.account":        "dealer_id = $1",
	"dealer.address":        "dealer_id = $1",
	"dealer.audience":       "false",
	"dealer.dealer":         "id = $1",
	"dealer.rep_term":       "dealer_id = $1",
	"inventory.reservation": "dealer_id = $1",
	"orders.line":           "dealer_id = $1",
	"orders.orders":         "dealer_id = $1",
	"orders.shipment":       "dealer_id = $1",
	"orders.shipment_line":  "dealer_id = $1",
	"pricing.price":         "list_id IN (SELECT id FROM pricing.price_list WHERE " + itsLists + ")",
	"pricing.price_list":    itsLists,
	"purchasing.cart_line":  "dealer_id = $1",
	"queue.fact":            "dealer_id = $1",
	"spreadsheet.run":       "dealer_id = $1",
	"timeline.node":         "dealer_id = $1",
}

// itsLists are the price lists that concern a dealer: its own, those of its audiences, and the base.
const itsLists = `(dealer_id = $1 OR kind = 'base' OR audience_id = ANY (SELECT unnest(audience_ids) FROM dealer.dealer WHERE id = $1))`

// The policies alone: with no condition of the application, a dealer's scope holds the dealer's rows, all
// of them, and no other, in every table there is.
func TestThePoliciesAloneKeepDealersApart(t *testing.T) {
	s := begin(t)
	worlds := []*world{s.world(jade), s.world(amber)}
	s.narrow("D2")
	s.Settle()
	guarded := s.column(`SELECT c.oid::regclass::text FROM pg_class c WHERE c.relrowsecurity AND NOT c.relispartition ORDER BY 1`)
	for table := range whose {
		if !slices.Contains(guarded, table) {
			t.Errorf("%s is not under a policy", table)
		}
	}
	for i, w := range worlds {
		key := s.DealerID(w.Dealer)
		scope := s.scopeOf(w)
		for _, table := range guarded {
			its, known := whose[table]
			if !known {
				t.Errorf("%s is under a policy, and whose does not say which rows are a dealer's", table)
				continue
			}
			want := s.Int(fmt.Sprintf(`SELECT count(*)::int FROM %s WHERE %s AND $1::int IS NOT NULL`, table, its), key)
			if got := s.counts(scope, table); got != want {
				t.Errorf("in the scope of %s, %s has %d rows and not %d", w.Dealer, table, got, want)
			}
			all := s.Int(`SELECT count(*)::int FROM ` + table)
			if want == 0 && its != "false" && table != "dealer.rep_term" || want == all {
				t.Errorf("%s of %s says nothing: %d rows of %d", table, w.Dealer, want, all)
			}
			if got := s.counts(pg.Scope{Actor: "nobody:0"}, table); got != 0 {
				t.Errorf("without a scope %s has %d rows", table, got)
			}
		}
		// The same under writing: nothing of the other's can be changed or taken.
		other := s.DealerID(worlds[1-i].Dealer)
		for _, statement := range []string{
			`UPDATE orders.orders SET remark = 'x' WHERE dealer_id = $1`, `UPDATE orders.line SET shipped = shipped WHERE dealer_id = $1`,
			`DELETE FROM purchasing.cart_line WHERE dealer_id = $1`, `DELETE FROM dealer.address WHERE dealer_id = $1`,
			`UPDATE pricing.price_list SET name = 'x' WHERE dealer_id = $1`, `UPDATE inventory.reservation SET open = quantities WHERE dealer_id = $1`,
		} {
			if n := s.changes(scope, statement, other); n != 0 {
				t.Errorf("in the scope of %s, %s changes %d rows", w.Dealer, statement, n)
			}
		}
	}
}

// A member of staff who sees one dealer has all rows of that dealer, and none of another, in every table
// that says whose its rows are.
func TestThePoliciesAloneKeepRepsApart(t *testing.T) {
	s := begin(t)
	s.world(jade)
	s.world(amber)
	s.narrow("D2")
	s.Settle()
	scope := org.Actor{Kind: org.Staff, ID: "E-narrow", StaffID: int32(s.Int(`SELECT id FROM org.staff WHERE code = 'E-narrow'`)), OwnDealers: true}.Scope()
	theirs, mine, looked := s.DealerID("D1"), s.DealerID("D2"), 0
	for _, table := range s.column(`SELECT c.oid::regclass::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'dealer_id' WHERE c.relrowsecurity AND NOT c.relispartition`) {
		if table == "spreadsheet.run" {
			continue // its owner's alone
		}
		looked++
		rows := func(dealer int32) string { return fmt.Sprintf("%s WHERE dealer_id = %d", table, dealer) }
		if n := s.counts(scope, rows(theirs)); n != 0 {
			t.Errorf("%s shows %d rows of another rep's dealer", table, n)
		}
		if n, all := s.counts(scope, rows(mine)), s.Int(`SELECT count(*)::int FROM `+rows(mine)); n != all {
			t.Errorf("%s shows %d of %d rows of the rep's own dealer", table, n, all)
		}
	}
	if looked < 12 {
		t.Errorf("only %d tables say whose their rows are", looked)
	}
}

// scopeOf is the scope in which the requests of a world's buyer run.
func (s *story) scopeOf(w *world) pg.Scope {
	s.t.Helper()
	var me struct{ Account struct{ ID string } }
	w.buyer.Get("/me").Into(&me)
	key := s.DealerID(w.Dealer)
	var audiences []int32
	if err := s.Super().Pool().QueryRow(s.t.Context(), `SELECT audience_ids FROM dealer.dealer WHERE id = $1`, key).Scan(&audiences); err != nil {
		s.t.Fatal(err)
	}
	return org.Actor{Kind: org.Dealer, ID: me.Account.ID, DealerID: key, Audiences: audiences}.Scope()
}

// column is a list of texts as the superuser sees it.
func (s *story) column(sql string) (out []string) {
	s.t.Helper()
	rows, err := s.Super().Pool().Query(s.t.Context(), sql)
	if err != nil {
		s.t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			s.t.Fatal(err)
		}
		out = append(out, text)
	}
	return out
}

// counts is how many rows a table has in a scope, for the role that serves.
func (s *story) counts(scope pg.Scope, table string) (n int) {
	s.t.Helper()
	err := s.DB.Read(s.t.Context(), scope, func(tx *pg.Tx) (err error) {
		n, err = pg.Value[int](s.t.Context(), tx, `SELECT count(*)::int FROM `+table)
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

// changes is how many rows a statement changes in a scope. Nothing is kept.
func (s *story) changes(scope pg.Scope, sql string, args ...any) (n int64) {
	s.t.Helper()
	err := s.DB.Write(s.t.Context(), scope, func(tx *pg.Tx) (err error) {
		if n, err = tx.Exec(s.t.Context(), sql, args...); err == nil {
			err = errBack
		}
		return err
	})
	if !errors.Is(err, errBack) {
		s.t.Fatal(err)
	}
	return n
}

var errBack = errors.New("leave everything as it was")

// oneWall are the operations in which the policies alone keep principals apart, each with its reason. With
// the policies off they tell another's. The list only gets shorter: an operation that holds by itself must
// be taken off, and a new one that does not must not be put on without a second thought.
var oneWall = map[string]string{
	"office.audit.list": "the record stands below those who know of staff: it is read by a scope, not by an actor",
}

// The application alone: the server talks to PostgreSQL as one whom no policy binds, and still nobody finds
// anything of another's, but by the operations that stand in oneWall.
func TestTheApplicationAloneKeepsEverybodyApart(t *testing.T) {
	t.Parallel()
	m := wallOf(&story{apitest.StartWith(t, apitest.Config{Unguarded: true}), t})
	m.refuse()
	m.listen()
	m.standsOpen()
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
	return trace.ReplaceAll(a.Body, nil)
}

// wallOf is a matrix of those whom rows are kept from: people of dealers and staff with a narrow scope.
func wallOf(s *story) *matrix {
	s.t.Helper()
	c := castOf(s)
	s.APIKey()
	m := &matrix{cast: c, ops: operations(s.t), spare: s.text(`SELECT id FROM identity.api_key`)}
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
