package report_test

import (
	"errors"
	"slices"
	"testing"

	. "qudao/internal/ordertest"
	"qudao/internal/org"
	"qudao/internal/report"
)

// What a dealer ordered counts as whose it was at the end of the day; a handover takes nothing of what was
// before from the old rep.
func TestSalesStayWithWhoseTheDealerWas(t *testing.T) {
	t.Parallel()
	w := New(t, 3, 1)
	s := report.New(w.DB)
	desk := w.Staff("desk", org.OrderRead)
	for _, name := range []string{"old", "next"} {
		w.Exec(`INSERT INTO identity.login (id, kind, username, password_hash, changed_at, created_at) VALUES (gen_random_uuid(), 'staff', $1, 'x', now(), now())`, name)
		w.Exec(`INSERT INTO org.staff (code, name, login_id, data_scope) SELECT username, username, id, 'all' FROM identity.login WHERE username = $1`, name)
	}
	// The first dealer changed hands three days ago, the second in the middle of that day, the third has nobody.
	w.Exec(`INSERT INTO dealer.rep_term (dealer_id, staff_id, since, until)
		SELECT d, s.id, CASE s.code WHEN 'old' THEN day - interval '90 days' ELSE turn END, CASE s.code WHEN 'old' THEN turn END
		FROM org.staff s, (SELECT ((now() AT TIME ZONE 'Asia/Shanghai')::date - 3)::timestamp AT TIME ZONE 'Asia/Shanghai' AS day) x,
		LATERAL (VALUES (1, day), (2, day + interval '10 hours')) v(d, turn) WHERE s.code IN ('old', 'next')`)
	for back, cents := range []int{1, 10, 100, 1000, 10_000, 100_000} {
		w.Exec(`INSERT INTO report.daily SELECT d, (now() AT TIME ZONE 'Asia/Shanghai')::date - $1::int, 1, $2::bigint FROM generate_series(1, 3) d`, back, cents)
	}
	got, err := s.Reps(t.Context(), desk, 30)
	if err != nil || len(got) != 3 {
		t.Fatalf("got %+v, %v", got, err)
	}
	sums := map[string]report.Figure{}
	for _, r := range got {
		sums[r.Code] = r.Figure
	}
	for code, want := range map[string]report.Figure{"": {Orders: 6, Amount: 111_111}, "old": {Orders: 4, Amount: 220_000}, "next": {Orders: 8, Amount: 2_222}} {
		if sums[code] != want {
			t.Errorf("%q: %+v, want %+v", code, sums[code], want)
		}
	}
	if !slices.IsSortedFunc(got, func(a, b report.ByRep) int { return int(b.Amount - a.Amount) }) {
		t.Errorf("not who sold most first: %+v", got)
	}
	if _, err := s.Reps(t.Context(), desk, 0); !errors.Is(err, report.PeriodWrong) {
		t.Errorf("no period: %v", err)
	}
	if _, err := s.Reps(t.Context(), w.Dealer(1), 30); !errors.Is(err, org.Forbidden) {
		t.Errorf("a dealer: %v", err)
	}
	narrow := desk
	narrow.StaffID, narrow.OwnDealers = 77, true
	w.Exec(`INSERT INTO pg.scope_dealer VALUES (77, 3)`)
	if got, err := s.Reps(t.Context(), narrow, 30); err != nil || len(got) != 1 || got[0].Code != "" {
		t.Errorf("of the own dealers alone: %+v, %v", got, err)
	}
}
