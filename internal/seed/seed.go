package seed

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"time"

	"qudao/internal/clock"
	"qudao/internal/demo"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Seed is the seed of the demo brand that `qudao serve --demo` loads.
const Seed = 1

// scope is who loads: it sees and writes every row.
var scope = pg.Scope{Actor: "system:seed", All: true}

// Present reports whether the database holds a brand already, demo or not.
func Present(ctx context.Context, db *pg.DB) (found bool, err error) {
	err = db.Read(ctx, scope, func(tx *pg.Tx) error {
		found, err = pg.Value[bool](ctx, tx, presentSQL)
		return err
	})
	return found, err
}

// IsDemo reports whether the brand that the database holds is the demo brand, so that Logins are true.
func IsDemo(ctx context.Context, db *pg.DB) (found bool, err error) {
	logins := Logins()
	err = db.Read(ctx, scope, func(tx *pg.Tx) error {
		found, err = pg.Value[bool](ctx, tx, isDemoSQL, logins[0].Username, logins[shownDealers+shownSubAccounts].Username)
		return err
	})
	return found, err
}

// Demo loads the demo brand as the role of ownerURL, which owns the schema, and tells how far it is. Personal
// data is sealed with keys, which the servers of the brand must have. The
// history ends at opt.Now; who wants to work with the brand passes the present. One transaction loads
// all of it, so whoever interrupts it begins anew.
//
// Errors: NotEmpty.
func Demo(ctx context.Context, ownerURL string, keys *secret.Keyring, opt demo.Options, progress func(string)) error {
	password, err := identity.New(nil).HashPassword(ctx, "demo", secret.NewText(Password))
	if err != nil {
		return err
	}
	db, err := pg.Open(ctx, pg.Config{URL: ownerURL, Conns: 2, Jobs: true, Keys: keys})
	if err != nil {
		return err
	}
	defer db.Close()
	brand := demo.Make(opt)
	now := brand.Now()
	err = db.Write(ctx, scope, func(tx *pg.Tx) error {
		l := &load{tx: tx, brand: brand, seed: opt.Seed, now: now, start: clock.Day(now).AddDate(0, -demo.HistoryMonths, 0), password: password, tell: progress}
		return l.run(ctx)
	})
	if err != nil {
		return err
	}
	return db.Write(ctx, scope, func(tx *pg.Tx) error {
		// Without figures about the new rows the first plans would be those for empty tables.
		if _, err := tx.Exec(ctx, patienceSQL); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, analyzeSQL); err != nil {
			return err
		}
		// No fact tells a server that already runs of all this.
		_, err := tx.Exec(ctx, refreshSQL)
		return err
	})
}

// load is one load of the brand, within its transaction.
type load struct {
	tx       *pg.Tx
	brand    *demo.Brand
	seed     uint64
	now      time.Time // the end of the history
	start    time.Time // its first day
	password identity.Hash
	tell     func(string)

	divisions, audiences, warehouses map[string]int32
	keepers                          map[string]person // staff by code
	dealers                          []buyer           // by index
	dealerIndex                      map[string]int
	spenders                         map[string]*spender // by dealer's code
	skus                             map[string]int      // index by code
	firstSKU                         int32               // id of the first; the others follow
	lists                            []priceList
}

// person is somebody who did something.
type person struct{ actor, name string }

func (l *load) run(ctx context.Context) error {
	if _, err := l.tx.Exec(ctx, patienceSQL); err != nil {
		return err
	}
	present, err := pg.Value[bool](ctx, l.tx, notEmptySQL)
	if err != nil {
		return err
	}
	if present {
		return NotEmpty.With()
	}
	months := (l.now.Year()-l.start.Year())*12 + int(l.now.Month()) - int(l.start.Month()) + 2
	if _, err := l.tx.Exec(ctx, partitionsSQL, l.start.Format(time.DateOnly), months); err != nil {
		return fmt.Errorf("make partitions of the history: %w", err)
	}
	restore, err := l.lift(ctx)
	if err != nil {
		return err
	}
	for _, step := range []struct {
		what string
		do   func(context.Context) error
	}{
		{"organisation", l.organisation}, {"dealers", l.people}, {"audiences", l.groups}, {"catalogue", l.goods}, {"sub-accounts", l.subAccounts},
		{"price lists", l.prices}, {"orders", l.orders}, {"stock", l.stock}, {"news", l.news}, {"first page", l.storefront}, {"comments", l.comments}, {"letterhead", l.letterhead},
	} {
		if err := step.do(ctx); err != nil {
			return fmt.Errorf("load %s: %w", step.what, err)
		}
	}
	for _, sql := range []string{forgetFactsSQL, beginSummariesSQL} {
		if _, err := l.tx.Exec(ctx, sql); err != nil {
			return err
		}
	}
	return restore(ctx)
}

func (l *load) letterhead(ctx context.Context) error {
	_, err := l.tx.Exec(ctx, letterheadSQL, l.brand.Name, l.brand.NameEN, l.brand.Address, l.brand.Phone)
	return err
}

func (l *load) say(format string, args ...any) {
	if l.tell != nil {
		l.tell(fmt.Sprintf(format, args...))
	}
}

// numbers are the random numbers of the n-th element of a kind: the same in every load of the seed.
type numbers struct{ *rand.ChaCha8 }

func (l *load) numbers(kind byte, n int) numbers {
	var seed [32]byte
	binary.LittleEndian.PutUint64(seed[:], l.seed)
	binary.LittleEndian.PutUint64(seed[8:], uint64(n))
	seed[16] = kind
	return numbers{rand.NewChaCha8(seed)}
}

func (r numbers) id(at time.Time) id.ID { return id.At(at, r) }
