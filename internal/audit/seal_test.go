package audit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"qudao/internal/audit"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/secret"
)

// sealed is a record with rows in it, all of them sealed.
type sealed struct {
	t     *testing.T
	app   *pg.DB
	super *pg.DB
	*audit.Service
	worker string
}

func record(t *testing.T, batches, rows int) *sealed {
	t.Helper()
	app, d := pgtest.Open(t)
	s := &sealed{t, app, pgtest.OpenURL(t, d.Super, nil), audit.New(pgtest.OpenURL(t, d.Worker, nil)), d.Worker}
	for b := range batches {
		s.write(b, rows)
		s.seals(rows)
	}
	return s
}

// seals seals the rows once they are settled: transactions of other tests' databases count, too.
func (s *sealed) seals(rows int) {
	s.t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		n, err := s.Seal(s.t.Context())
		if err != nil || n > rows {
			s.t.Fatalf("%d rows are sealed, not %d, %v", n, rows, err)
		}
		if rows -= n; rows == 0 {
			return
		}
	}
	s.t.Fatalf("%d rows are never sealed", rows)
}

func (s *sealed) write(batch, rows int) {
	s.t.Helper()
	err := s.app.Write(s.t.Context(), all, func(tx *pg.Tx) error {
		_, err := tx.Exec(s.t.Context(), "INSERT INTO org.division (code, name) SELECT $1 || '-' || n, '事业部' || n FROM generate_series(1, $2::int) n", fmt.Sprint(batch), rows)
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *sealed) exec(sql string) {
	s.t.Helper()
	if _, err := s.super.Pool().Exec(s.t.Context(), sql); err != nil {
		s.t.Fatal(err)
	}
}

func (s *sealed) verify(p audit.Period) audit.Verified {
	s.t.Helper()
	v, err := s.Verify(s.t.Context(), p)
	if err != nil {
		s.t.Fatal(err)
	}
	return v
}

func TestWhatWasSealedIsAsItWas(t *testing.T) {
	t.Parallel()
	s := record(t, 3, 7)
	s.write(9, 2) // not sealed yet
	if v := s.verify(audit.Period{}); v.Seals != 3 || v.Rows != 21 || len(v.Problems) > 0 {
		t.Errorf("%+v", v)
	}
	s.seals(2)
	if n, err := s.Seal(t.Context()); n != 0 || err != nil {
		t.Errorf("nothing more: %d, %v", n, err)
	}
	if v := s.verify(audit.Period{}); v.Rows != 23 || len(v.Problems) > 0 {
		t.Errorf("%+v", v)
	}
}

// A transaction that is late must neither be skipped nor be sealed before it is over.
func TestARowOfALateTransactionIsSealedLater(t *testing.T) {
	t.Parallel()
	s := record(t, 1, 1)
	err := s.app.Write(t.Context(), all, func(tx *pg.Tx) error {
		if _, err := tx.Exec(t.Context(), "INSERT INTO org.division (code, name) VALUES ('LATE', '晚到')"); err != nil {
			return err
		}
		s.write(1, 3) // begun later, over earlier
		if n, err := s.Seal(t.Context()); n != 0 || err != nil {
			t.Errorf("%d rows are sealed before the first transaction is over, %v", n, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s.seals(4)
	if v := s.verify(audit.Period{}); len(v.Problems) > 0 {
		t.Errorf("%+v", v.Problems)
	}
}

func TestEachTamperingIsFoundAndNamed(t *testing.T) {
	t.Parallel()
	const slip = `INSERT INTO audit.change (id, at, actor, address, trace, action, tbl, key, after, xid) SELECT 900000, %s, 'staff:E9', '', '', 'update', 'org.role', 'admin', '{}', %s FROM audit.change ORDER BY id LIMIT 1 OFFSET 4`
	for name, c := range map[string]struct {
		sql  string
		what audit.Wrong
		says string
	}{
		"a changed value":             {`UPDATE audit.change SET after = after || '{"name":"别的"}' WHERE id = 5`, audit.RowChanged, "row 5 of seal 1 was changed: org.division 0-5"},
		"another actor":               {`UPDATE audit.change SET actor = 'staff:E9' WHERE id = 12`, audit.RowChanged, "row 12 of seal 2"},
		"another time":                {`UPDATE audit.change SET at = at - interval '1 ms' WHERE id = 12`, audit.RowChanged, "row 12"},
		"a row that is gone":          {`DELETE FROM audit.change WHERE id = 5`, audit.RowMissing, "row 5 of seal 1 is gone"},
		"the last row":                {`DELETE FROM audit.change WHERE id = 30`, audit.RowMissing, "row 30 of seal 3"},
		"a row slipped in":            {fmt.Sprintf(slip, "at", "xid"), audit.RowInserted, "row 900000 was slipped in: org.role admin"},
		"one before all others":       {fmt.Sprintf(slip, "at - interval '1 second'", "'1'"), audit.RowInserted, "row 900000"},
		"one dated into the future":   {fmt.Sprintf(slip, "at + interval '1 day'", "xid"), audit.RowInserted, "row 900000"},
		"a row with its digest":       {`UPDATE audit.change SET key = 'X' WHERE id = 5; UPDATE audit.seal SET digests = overlay(digests PLACING '\x00'::bytea FROM 73) WHERE number = 1`, audit.RowChanged, "row 5"},
		"a digest left out":           {`DELETE FROM audit.change WHERE id = 10; UPDATE audit.seal SET digests = substr(digests, 1, 144), rows = 9 WHERE number = 1`, audit.SealBroken, "seal 1 was changed"},
		"a seal that is gone":         {`DELETE FROM audit.seal WHERE number = 2`, audit.SealMissing, "seal 2 is gone"},
		"the first seal":              {`DELETE FROM audit.seal WHERE number = 1`, audit.SealMissing, "seal 1 is gone"},
		"a seal's time":               {`UPDATE audit.seal SET at = at + interval '1 hour' WHERE number = 2`, audit.SealBroken, "seal 2 was changed"},
		"two seals that are swapped":  {`UPDATE audit.seal SET number = CASE number WHEN 1 THEN 101 ELSE 102 END WHERE number < 3; UPDATE audit.seal SET number = CASE number WHEN 101 THEN 2 ELSE 1 END WHERE number > 100`, audit.SealBroken, "seal 1 was changed"},
		"rows kept from being sealed": {`UPDATE audit.seal SET until_id = 1000, until_xid = '99999999' WHERE number = 3; INSERT INTO org.division (code, name) VALUES ('NEW', '新')`, audit.RowInserted, "org.division NEW"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := record(t, 3, 10)
			s.exec(c.sql)
			for _, p := range s.verify(audit.Period{}).Problems {
				if p.What == c.what && strings.Contains(p.Text, c.says) {
					return
				}
			}
			t.Errorf("not found: %+v", s.verify(audit.Period{}).Problems)
		})
	}
}

// Who has the database alone can make no seals: the key is elsewhere.
func TestASealOfAnotherKeyIsNone(t *testing.T) {
	t.Parallel()
	s := record(t, 1, 3)
	s.exec(`UPDATE audit.change SET actor = 'staff:E9' WHERE id = 2; DELETE FROM audit.seal`)
	stranger := &sealed{t: t, Service: audit.New(s.otherKeys())}
	stranger.seals(3)
	v := s.verify(audit.Period{})
	if len(v.Problems) != 1 || v.Problems[0].What != audit.SealBroken {
		t.Errorf("%+v", v.Problems)
	}
}

// A period is verified by its own seals alone, whatever is wrong elsewhere.
func TestAPeriodIsVerifiedByItself(t *testing.T) {
	t.Parallel()
	s := record(t, 3, 5)
	var from, to string
	if err := s.super.Pool().QueryRow(t.Context(), `SELECT to_char(from_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), to_char(to_at + interval '1 us', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') FROM audit.seal WHERE number = 2`).Scan(&from, &to); err != nil {
		t.Fatal(err)
	}
	p := audit.Period{From: at(t, from), To: at(t, to)}
	s.exec(`UPDATE audit.change SET key = 'X' WHERE id = 1`)
	if v := s.verify(p); v.Seals != 1 || v.Rows != 5 || len(v.Problems) > 0 {
		t.Errorf("%+v", v)
	}
	s.exec(`UPDATE audit.change SET key = 'X' WHERE id = 7`)
	if v := s.verify(p); len(v.Problems) != 1 || v.Problems[0].Row != 7 {
		t.Errorf("%+v", v)
	}
}

// Rows of many months lie in many partitions; a seal may hold rows of several.
func TestASealHoldsRowsOfSeveralMonths(t *testing.T) {
	t.Parallel()
	s := record(t, 1, 2)
	s.exec(`SELECT pg.make_partitions((now() - interval '3 months')::date, 5)`)
	s.exec(`INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, after) SELECT now() - n * interval '1 month', 'staff:E1', '', '', 'update', 'org.role', 'r' || n, '{}' FROM generate_series(0, 3) n`)
	s.seals(4)
	if v := s.verify(audit.Period{}); len(v.Problems) > 0 || v.Rows != 6 {
		t.Errorf("%+v", v)
	}
	s.exec(`DELETE FROM audit.change WHERE key = 'r2'`)
	if v := s.verify(audit.Period{}); len(v.Problems) != 1 || v.Problems[0].What != audit.RowMissing {
		t.Errorf("%+v", v.Problems)
	}
}

// The roles that serve can neither change the record nor its seals.
func TestWhoServesCannotTamper(t *testing.T) {
	t.Parallel()
	s := record(t, 1, 1)
	for _, sql := range []string{`UPDATE audit.change SET key = 'X'`, `DELETE FROM audit.change`, `UPDATE audit.seal SET rows = 1`, `DELETE FROM audit.seal`,
		`INSERT INTO audit.seal SELECT number + 1, at, from_at, to_at, rows, digests, tag, until_xid, until_id FROM audit.seal`} {
		err := s.app.Write(t.Context(), all, func(tx *pg.Tx) error {
			_, err := tx.Exec(t.Context(), sql)
			return err
		})
		if err == nil {
			t.Errorf("%s is allowed", sql)
		}
	}
}

func TestSealingKeepsUpWithManyRows(t *testing.T) {
	t.Parallel()
	s := record(t, 0, 0)
	s.exec(`INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, after)
		SELECT now() + n * interval '1 ms', 'staff:E1', '', '', 'update', 'org.role', 'r' || n, '{"name":"x"}' FROM generate_series(1, 5000) n`)
	s.seals(5000)
	if v := s.verify(audit.Period{}); v.Rows != 5000 || v.Seals != 3 || len(v.Problems) > 0 {
		t.Errorf("%+v", v)
	}
}

// otherKeys is the database with the keys of somebody else.
func (s *sealed) otherKeys() *pg.DB {
	s.t.Helper()
	db, err := pg.Open(s.t.Context(), pg.Config{URL: s.worker, Conns: 2, Keys: secret.Ephemeral()})
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(db.Close)
	return db
}

func at(t *testing.T, text string) time.Time {
	t.Helper()
	out, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
