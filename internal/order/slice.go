package order

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/id"
	"qudao/internal/inventory"
	"qudao/internal/once"
	"qudao/internal/pg"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

// errStale says that a cache was older than the transaction. It never leaves the package.
var errStale = errors.New("order: decided on stale caches")

// errNarrow says that a line does not fit into the warehouses whose rows were read.
var errNarrow = errors.New("order: more warehouses are needed")

// sliceTime bounds the writing of one slice; the statement time-outs lie below it.
const sliceTime = 20 * time.Second

// writer writes slices of orders, each in one transaction of two round trips.
type writer struct {
	db    *pg.DB
	rule  *inventory.Sourcing
	book  *pricing.Book
	hints *hints
}

// place decides and writes a slice and sets each order's outcome. When the slice as a whole fails, its
// orders are written one by one, so that only the culprit fails.
func (w *writer) place(slice []*waiting) {
	ctx, cancel := context.WithTimeout(context.Background(), sliceTime)
	defer cancel()
	err := w.write(ctx, slice)
	if err == nil {
		return
	}
	if len(slice) == 1 {
		slice[0].placed, slice[0].err = Placed{}, err
		return
	}
	for _, o := range slice {
		o.placed, o.err = Placed{}, w.write(ctx, []*waiting{o})
	}
}

// write decides and writes a slice in one transaction. A nil error means that each order has its
// outcome. Stock is read without locks at first: the statement that takes it asks again, holds its locks
// for itself and the commit alone, and seldom finds that somebody was quicker. Then the rows are locked.
func (w *writer) write(ctx context.Context, slice []*waiting) error {
	wide, lock := false, false
	for {
		for _, o := range slice {
			o.placed, o.err = Placed{}, nil
		}
		d := &decision{slice: slice, writer: w, wide: wide, lock: lock}
		warehouses, err := w.rule.Warehouses(ctx)
		if err != nil {
			return err
		}
		d.warehouses = warehouses
		err = w.db.Write(ctx, sliceScope(slice), func(tx *pg.Tx) error {
			d.reset()
			if err := d.firstTrip(ctx, tx); err != nil {
				return err
			}
			if err := d.decide(tx.Began()); err != nil {
				return err
			}
			return d.secondTrip(ctx, tx)
		})
		if errors.Is(err, errNarrow) {
			wide = true
			continue
		}
		if pg.DividedByZero(err) && !lock {
			lock = true
			continue
		}
		return err
	}
}

// sliceScope sees exactly the rows of the slice's dealers. The rows themselves say which of several
// actors they come from; a lone order's actor is the transaction's.
func sliceScope(slice []*waiting) pg.Scope {
	if len(slice) == 1 {
		return slice[0].who.Scope()
	}
	var s pg.Scope
	for _, o := range slice {
		s.Dealers = append(s.Dealers, o.dealer.ID)
		s.Audiences = append(s.Audiences, o.dealer.Audiences...)
	}
	s.Dealers, s.Audiences = pg.Sorted(s.Dealers), pg.Sorted(s.Audiences)
	return s
}

// decision is one attempt at a slice: what the first trip found and what is to be written.
type decision struct {
	*writer
	slice      []*waiting
	wide       bool    // read every warehouse of the sourcing rule
	lock       bool    // lock what is read
	warehouses []int32 // in the order they are asked

	had      []bool               // by order: its key was had
	stored   map[int]once.Stored  // by order: what its key led to before
	versions versions             // of everything the slice was prepared from
	calls    []call               // by order: its number and its address
	limits   map[id.ID]*Allowance // by account: what its amounts allow; nil where no account of the slice has any
	active   map[int32]bool       // warehouses
	free     map[inventory.Place]qty.Quantity
	out      draft
}

func (d *decision) reset() {
	d.had = make([]bool, len(d.slice))
	d.stored = map[int]once.Stored{}
	d.versions = newVersions()
	d.calls = make([]call, len(d.slice))
	d.active = map[int32]bool{}
	d.free = map[inventory.Place]qty.Quantity{}
	d.limits = nil
	d.out = draft{}
}

// firstTrip begins, sets the scope, reads the time, tries the keys, reads what is stored for them and
// the versions of all that was used, and last the stock rows the slice may take.
func (d *decision) firstTrip(ctx context.Context, tx *pg.Tx) error {
	b := &pgx.Batch{}
	k := d.keys()
	if len(k.locks) > 0 {
		b.Queue(once.LockManySQL, k.locks).Query(func(rows pgx.Rows) error {
			var n int
			var got bool
			_, err := pgx.ForEachRow(rows, []any{&n, &got}, func() error { d.had[k.at[n-1]] = got; return nil })
			return err
		})
	}
	// In a later statement than the locks, so that it sees what their last holders left.
	d.askKnown(b, k)
	d.askLimits(b)
	skus, warehouses := inventory.LevelColumns(d.places())
	levels := inventory.LevelsSQL
	if d.lock {
		levels = inventory.LockLevelsSQL
	}
	b.Queue(levels, skus, warehouses).Query(func(rows pgx.Rows) error {
		var l inventory.Level
		_, err := pgx.ForEachRow(rows, []any{&l.SKU, &l.Warehouse, &l.OnHand, &l.Reserved, &l.Safety}, func() error {
			// A warehouse may have been closed since the rule was read.
			if d.active[l.Warehouse] {
				d.free[l.Place()] = l.Free()
			}
			return nil
		})
		d.hints.learn(d.free)
		return err
	})
	return tx.Send(ctx, b)
}

// keys are the idempotency keys of a slice, each once.
type keys struct {
	at                              []int // which order of the slice
	locks, principals, routes, keys []string
}

func (d *decision) keys() keys {
	k := keys{at: []int{}, principals: []string{}, routes: []string{}, keys: []string{}}
	seen := map[string]bool{}
	for i, o := range d.slice {
		if o.key == nil {
			d.had[i] = true
			continue
		}
		lock := o.key.LockText()
		if seen[lock] {
			continue // the same key twice in one slice: the second is told that the first still runs
		}
		seen[lock] = true
		k.at, k.locks = append(k.at, i), append(k.locks, lock)
		k.principals, k.routes, k.keys = append(k.principals, o.key.Principal), append(k.routes, o.key.Route), append(k.keys, o.key.Key)
	}
	return k
}

// places are the stock rows the slice may take: for each line the warehouses up to the first that,
// from what was last seen, has enough; all of them where that is not known, or in a wide attempt.
func (d *decision) places() []inventory.Place {
	var out []inventory.Place
	for _, o := range d.slice {
		for _, l := range o.lines {
			for _, w := range d.warehouses {
				p := inventory.Place{SKU: l.SKU, Warehouse: w}
				out = append(out, p)
				if !d.wide && d.hints.free(p) >= l.Quantity {
					break
				}
			}
		}
	}
	return out
}

func (d *decision) dealerIDs() []int32 {
	out := make([]int32, len(d.slice))
	for i, o := range d.slice {
		out[i] = o.dealer.ID
	}
	return out
}

func (d *decision) addressIDs() [][16]byte {
	out := make([][16]byte, len(d.slice))
	for i, o := range d.slice {
		out[i] = o.in.Address
	}
	return out
}
