package audit

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/pg"
)

// Wrong says what is wrong with the record.
type Wrong string

// What can be wrong.
const (
	RowChanged  Wrong = "changed"  // a row is not as it was sealed
	RowMissing  Wrong = "missing"  // a sealed row is gone
	RowInserted Wrong = "inserted" // a row stands among sealed ones and was never sealed
	SealBroken  Wrong = "seal"     // a seal was changed, or is not by this keyring
	SealMissing Wrong = "gap"      // a seal is gone
)

// Problem is one thing that is wrong.
type Problem struct {
	What Wrong
	Seal int64  // its number; 0: none
	Row  int64  // its id; 0: none
	Text string // in a sentence
}

// Period bounds what is verified, by the times of rows; a zero end is none.
type Period struct{ From, To time.Time }

// Verified is what a verification looked at.
type Verified struct {
	Seals    int
	Rows     int
	Problems []Problem // at most MaxProblems
}

// MaxProblems is how many problems are told.
const MaxProblems = 50

// Verify compares the record with its seals, seal by seal, so that neither its time nor its memory depends on more than
// the period. The chain is followed from the seal before the first one looked at.
func (s *Service) Verify(ctx context.Context, p Period) (Verified, error) {
	v := &verification{db: s.db, loose: map[int64]looseRow{}}
	var numbers []int64
	err := s.db.Read(ctx, sealing, func(tx *pg.Tx) (err error) {
		if numbers, err = pg.Column[int64](ctx, tx, sealNumbersSQL, moment(p.From), moment(p.To)); err != nil {
			return err
		}
		v.last, err = pg.One[seal](ctx, tx, lastSealSQL)
		if errors.Is(err, pgx.ErrNoRows) {
			return nil
		}
		return err
	})
	if err != nil {
		return v.out, fmt.Errorf("read the seals: %w", err)
	}
	for i, number := range numbers {
		if len(v.out.Problems) >= MaxProblems {
			break
		}
		first, final := i == 0 && p.From.IsZero(), i == len(numbers)-1 && p.To.IsZero()
		if err := v.one(ctx, number, first, final); err != nil {
			return v.out, fmt.Errorf("verify seal %d: %w", number, err)
		}
	}
	return v.out, v.strangers(ctx)
}

type looseRow struct {
	id    int64
	at    time.Time
	table string
	key   string
}

// verification is under way. Loose are rows that stood in the time of a seal which does not hold them: the seal of a
// neighbour does, or none.
type verification struct {
	db     *pg.DB
	out    Verified
	before seal // the last one looked at
	last   seal // the newest
	loose  map[int64]looseRow
}

func (v *verification) tell(what Wrong, seal, row int64, format string, args ...any) {
	if len(v.out.Problems) < MaxProblems {
		v.out.Problems = append(v.out.Problems, Problem{What: what, Seal: seal, Row: row, Text: fmt.Sprintf(format, args...)})
	}
}

// far are times that no row has.
var (
	longAgo  = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	farAhead = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
)

func (v *verification) one(ctx context.Context, number int64, first, final bool) error {
	return v.db.Read(ctx, sealing, func(tx *pg.Tx) error {
		s, err := pg.One[seal](ctx, tx, sealSQL, number)
		if err != nil {
			return err
		}
		if v.before.Number == 0 && number > 1 {
			if v.before, err = pg.One[seal](ctx, tx, sealSQL, number-1); err != nil && !errors.Is(err, pgx.ErrNoRows) {
				return err
			}
		}
		chained := number == 1 || v.before.Number == number-1
		if !chained {
			v.tell(SealMissing, number, 0, "seal %d is gone", number-1)
		}
		// The time from the last seal to this one is looked at too, for rows that were never sealed.
		from, to := s.FromAt, s.ToAt
		switch {
		case first:
			from = longAgo
		case v.before.Number != 0 && v.before.ToAt.Before(from):
			from = v.before.ToAt
		}
		if final {
			to = farAhead
		}
		rows, err := pg.All[sealedRow](ctx, tx, windowSQL, from, to, v.last.UntilXID, v.last.UntilID)
		if err != nil {
			return err
		}
		sound, err := v.compare(&s, rows)
		if err != nil {
			return err
		}
		if sound != nil && chained {
			good, err := tx.Keys().Signed(s.signed(v.before.Tag, sound), s.Tag)
			if err != nil {
				return err
			}
			if !good {
				v.tell(SealBroken, number, 0, "seal %d was changed, or was not made with this keyring", number)
			}
		}
		v.before = s
		v.out.Seals++
		v.out.Rows += s.Rows
		return nil
	})
}

// compare finds the rows of a seal, and returns them in its order; nil where they are not as they were.
func (v *verification) compare(s *seal, rows []sealedRow) ([]sealedRow, error) {
	if len(s.Digests) != s.Rows*digestBytes {
		v.tell(SealBroken, s.Number, 0, "seal %d was changed: its length is not that of %d rows", s.Number, s.Rows)
		return nil, nil
	}
	there := make(map[int64]*sealedRow, len(rows))
	for i := range rows {
		there[rows[i].ID] = &rows[i]
	}
	out := make([]sealedRow, 0, s.Rows)
	for at := 0; at < len(s.Digests); at += digestBytes {
		digest := s.Digests[at : at+digestBytes]
		id := int64(binary.BigEndian.Uint64(digest))
		delete(v.loose, id)
		r := there[id]
		delete(there, id)
		switch {
		case r == nil:
			v.tell(RowMissing, s.Number, id, "row %d of seal %d is gone (between %s and %s)", id, s.Number, s.FromAt.Format(time.RFC3339), s.ToAt.Format(time.RFC3339))
		case !bytes.Equal(r.digest(), digest):
			v.tell(RowChanged, s.Number, id, "row %d of seal %d was changed: %s %s at %s", id, s.Number, r.Table, r.Key, r.At.Format(time.RFC3339))
		default:
			out = append(out, *r)
		}
	}
	for id, r := range there {
		v.loose[id] = looseRow{id, r.At, r.Table, r.Key}
	}
	if len(out) != s.Rows {
		return nil, nil
	}
	return out, nil
}

// strangers tells the rows that no seal holds.
func (v *verification) strangers(ctx context.Context) error {
	for _, r := range v.loose {
		if len(v.out.Problems) >= MaxProblems {
			return nil
		}
		held := false
		err := v.db.Read(ctx, sealing, func(tx *pg.Tx) error {
			digests, err := pg.Column[[]byte](ctx, tx, sealsAtSQL, r.at)
			for _, list := range digests {
				for at := 0; at+digestBytes <= len(list); at += digestBytes {
					held = held || int64(binary.BigEndian.Uint64(list[at:])) == r.id
				}
			}
			return err
		})
		if err != nil {
			return err
		}
		if !held {
			v.tell(RowInserted, 0, r.id, "row %d was slipped in: %s %s at %s", r.id, r.table, r.key, r.at.Format(time.RFC3339))
		}
	}
	return nil
}
