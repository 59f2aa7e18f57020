package stories_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"qudao/internal/org"
	"qudao/internal/pg"
)

// whose says, of each table under a policy, which of its rows are the dealer's whose key is $1: every
// other row must not exist for it. A new table under a policy without a line fails the story.
var whose = map[string]string{
	"audit.change":              "dealer_id = $1",
	"audit.seal":                "false",
	"blob.file":                 "owner IN (SELECT 'account:' || id FROM dealer.account WHERE dealer_id = $1)",
	"dealer.account":            "dealer_id = $1",
	"dealer.account_limit":      "dealer_id = $1",
	"dealer.address":            "dealer_id = $1",
	"dealer.audience":           "false",
	"dealer.dealer":             "id = $1",
	"dealer.rep_term":           "dealer_id = $1",
	"inventory.reservation":     "dealer_id = $1",
	"notification.announcement": "state = 'published' AND (everybody OR audience_ids && (SELECT audience_ids FROM dealer.dealer WHERE id = $1))",
	"notification.message":      "dealer_id = $1 AND receiver = 'dealer:' || $1::int",
	"notification.reader":       itsPrincipals,
	"notification.seen":         itsPrincipals,
	"orders.line":               "dealer_id = $1",
	"orders.orders":             "dealer_id = $1",
	"orders.shipment":           "dealer_id = $1",
	"orders.spent":              "dealer_id = $1",
	"orders.shipment_line":      "dealer_id = $1",
	"pricing.price":             "list_id IN (SELECT id FROM pricing.price_list WHERE " + itsLists + ")",
	"pricing.price_list":        itsLists,
	"purchasing.cart_line":      "dealer_id = $1",
	"purchasing.shopping_line":  "dealer_id = $1",
	"purchasing.shopping_list":  "dealer_id = $1",
	"queue.fact":                "dealer_id = $1",
	"report.daily":              "dealer_id = $1",
	"report.goods":              "dealer_id = $1",
	"spreadsheet.run":           "dealer_id = $1",
	"storefront.block":          "shown AND (everybody OR audience_ids && (SELECT audience_ids FROM dealer.dealer WHERE id = $1))",
	"timeline.attachment":       "dealer_id = $1 AND NOT internal",
	"timeline.comment":          "dealer_id = $1 AND NOT internal",
	"timeline.node":             "dealer_id = $1",
}

// itsPrincipals are the people of a dealer.
const itsPrincipals = `principal IN (SELECT 'account:' || id FROM dealer.account WHERE dealer_id = $1)`

// itsLists are the price lists that concern a dealer: its own, those of its audiences, and the base.
const itsLists = `(dealer_id = $1 OR kind = 'base' OR audience_id = ANY (SELECT unnest(audience_ids) FROM dealer.dealer WHERE id = $1))`

// The policies alone: with no condition of the application, a dealer's scope holds the dealer's rows, all
// of them, and no other, in every table there is.
func TestThePoliciesAloneKeepDealersApart(t *testing.T) {
	s := begin(t)
	worlds := []*world{s.world(jade), s.world(amber)}
	s.narrow("D2")
	s.Settle()
	s.eventually("the summaries hold both dealers", func() bool {
		return s.Int(`SELECT count(DISTINCT dealer_id)::int FROM report.daily`) == 2 && s.Int(`SELECT count(DISTINCT dealer_id)::int FROM report.goods`) == 2
	})
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
			`DELETE FROM purchasing.cart_line WHERE dealer_id = $1`, `DELETE FROM purchasing.shopping_list WHERE dealer_id = $1`, `DELETE FROM dealer.address WHERE dealer_id = $1`,
			`DELETE FROM dealer.account_limit WHERE dealer_id = $1`, `UPDATE pricing.price_list SET name = 'x' WHERE dealer_id = $1`, `UPDATE inventory.reservation SET open = quantities WHERE dealer_id = $1`,
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
