package pricing

import (
	"context"
	"slices"
	"sync"
	"time"

	"qudao/internal/money"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Book is the snapshot of lists and prices in one server. It is safe for concurrent use.
type Book struct {
	db *pg.DB

	mu         sync.RWMutex
	version    int64 // of the set of lists; 0: not loaded
	base       []*List
	byAudience map[int32][]*List
	byDealer   map[int32][]*List
	prices     map[int32]*shelf // by list
	entries    int
}

// shelf is what is known of one list's prices, all read at one version.
type shelf struct {
	version int
	tiers   map[int32]Tiers // by SKU; an empty entry says the list has no price for it
}

// maxEntries bounds the prices a server keeps: beyond it all are dropped and read again when asked for.
const maxEntries = 2_000_000

// NewBook returns an empty book over db. It reads lists when it is first asked.
func NewBook(db *pg.DB) *Book { return &Book{db: db} }

// Used is what a decision was made on: the version of the set of lists, and of each list asked.
type Used struct {
	Book  int64
	Lists map[int32]int
}

// system sees all lists: the snapshot serves every dealer, and Offers chooses.
var system = pg.Scope{Actor: "system:pricing", All: true}

// Offers returns, for each SKU, the offers that exist for a dealer in these audiences, in the order of
// the sources, and notes the versions in used. It reads from PostgreSQL only what is not known yet.
func (b *Book) Offers(ctx context.Context, dealer int32, audiences, skus []int32, used *Used) (map[int32][]Offer, error) {
	lists, err := b.listsFor(ctx, dealer, audiences, used)
	if err != nil {
		return nil, err
	}
	if err := b.warm(ctx, lists, skus); err != nil {
		return nil, err
	}
	out := make(map[int32][]Offer, len(skus))
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, l := range lists {
		s := b.prices[l.ID]
		if s == nil {
			continue // dropped between warm and here: the version check will tell
		}
		if used.Lists == nil {
			used.Lists = make(map[int32]int, len(lists))
		}
		used.Lists[l.ID] = s.version
		for _, sku := range skus {
			if t := s.tiers[sku]; len(t) > 0 {
				out[sku] = append(out[sku], Offer{List: l, Tiers: t})
			}
		}
	}
	return out, nil
}

// listsFor returns the lists for a dealer in the order of the sources, valid now or not: validity is
// judged by Evaluate at the moment of the basket.
func (b *Book) listsFor(ctx context.Context, dealer int32, audiences []int32, used *Used) ([]*List, error) {
	if err := b.load(ctx); err != nil {
		return nil, err
	}
	b.mu.RLock()
	defer b.mu.RUnlock()
	used.Book = b.version
	out := slices.Clone(b.byDealer[dealer])
	for _, a := range audiences {
		out = append(out, b.byAudience[a]...)
	}
	out = append(out, b.base...)
	slices.SortFunc(out, precedes)
	return out, nil
}

func (b *Book) load(ctx context.Context) error {
	b.mu.RLock()
	loaded := b.version != 0
	b.mu.RUnlock()
	if loaded {
		return nil
	}
	var version int64
	var lists []List
	err := b.db.Read(ctx, system, func(tx *pg.Tx) (err error) {
		// The version first: a set of lists that is newer than its version is only read once more.
		if version, err = pg.Value[int64](ctx, tx, bookVersionSQL); err != nil {
			return err
		}
		lists, err = pg.All[List](ctx, tx, activeListsSQL)
		return err
	})
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.version, b.base = version, nil
	b.byAudience, b.byDealer = map[int32][]*List{}, map[int32][]*List{}
	if b.prices == nil {
		b.prices = map[int32]*shelf{}
	}
	for i := range lists {
		l := &lists[i]
		switch {
		case l.AudienceID != nil:
			b.byAudience[*l.AudienceID] = append(b.byAudience[*l.AudienceID], l)
		case l.DealerID != nil:
			b.byDealer[*l.DealerID] = append(b.byDealer[*l.DealerID], l)
		default:
			b.base = append(b.base, l)
		}
	}
	return nil
}

// warm reads the prices of (list, SKU) pairs that are not known.
func (b *Book) warm(ctx context.Context, lists []*List, skus []int32) error {
	var missingLists, missingSKUs []int32
	b.mu.RLock()
	for _, l := range lists {
		s := b.prices[l.ID]
		lacks := false
		for _, sku := range skus {
			if s == nil {
				missingSKUs, lacks = append(missingSKUs, sku), true
			} else if _, known := s.tiers[sku]; !known {
				missingSKUs, lacks = append(missingSKUs, sku), true
			}
		}
		if lacks {
			missingLists = append(missingLists, l.ID)
		}
	}
	b.mu.RUnlock()
	if len(missingLists) == 0 {
		return nil
	}
	return b.read(ctx, missingLists, pg.Sorted(missingSKUs))
}

// priceRow is one list's ladder for one SKU with the version both were read at.
type priceRow struct {
	List    int32   `db:"list_id"`
	Version int     `db:"version"`
	SKU     int32   `db:"sku_id"`
	Minimum []int64 `db:"minimums"`
	Price   []int64 `db:"prices"`
}

func (b *Book) read(ctx context.Context, lists, skus []int32) error {
	var rows []priceRow
	var versions []listVersion
	err := b.db.Read(ctx, system, func(tx *pg.Tx) (err error) {
		// Versions first: prices newer than their version are found stale at the check and read again.
		if versions, err = pg.All[listVersion](ctx, tx, VersionsSQL, lists); err != nil {
			return err
		}
		rows, err = pg.All[priceRow](ctx, tx, pricesSQL, lists, skus)
		return err
	})
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.entries > maxEntries {
		b.prices, b.entries = map[int32]*shelf{}, 0
	}
	for _, v := range versions {
		s := b.prices[v.ID]
		if s == nil || s.version != v.Version {
			s = &shelf{version: v.Version, tiers: map[int32]Tiers{}}
			b.prices[v.ID] = s
		}
		for _, sku := range skus {
			if _, known := s.tiers[sku]; !known {
				s.tiers[sku] = nil
				b.entries++
			}
		}
	}
	for _, r := range rows {
		s := b.prices[r.List]
		if s == nil {
			continue
		}
		s.tiers[r.SKU] = r.tiers()
	}
	return nil
}

type listVersion struct {
	ID      int32 `db:"id"`
	Version int   `db:"version"`
}

// Stale drops what is older than the versions found in the transaction, and reports whether anything
// in used was: then the caller asks for its offers again. found holds the versions of used.Lists.
func (b *Book) Stale(used Used, book int64, found map[int32]int) bool {
	stale := used.Book != book
	if stale {
		b.Forget()
	}
	for list, version := range used.Lists {
		if found[list] != version {
			stale = true
			b.ForgetList(list)
		}
	}
	return stale
}

// Forget makes the next question read the set of lists again. Prices of known lists are kept: they
// have versions of their own.
func (b *Book) Forget() {
	b.mu.Lock()
	b.version = 0
	b.mu.Unlock()
}

// ForgetList makes the next question read the list's prices again.
func (b *Book) ForgetList(list int32) {
	b.mu.Lock()
	if s := b.prices[list]; s != nil {
		b.entries -= len(s.tiers)
		delete(b.prices, list)
	}
	b.mu.Unlock()
}

// Price is one answer of Prices.
type Price struct {
	Price money.Price
	List  *List
	Tiers Tiers
}

// Prices returns the price of each SKU at its first quantity for a dealer now, for pages. A SKU without
// a price is not in the answer.
func (b *Book) Prices(ctx context.Context, dealer int32, audiences, skus []int32, first map[int32]qty.Quantity, at time.Time) (map[int32]Price, error) {
	var used Used
	offers, err := b.Offers(ctx, dealer, audiences, skus, &used)
	if err != nil {
		return nil, err
	}
	out := make(map[int32]Price, len(skus))
	for sku, list := range offers {
		for _, o := range list {
			if !o.List.ValidAt(at) {
				continue
			}
			if step, ok := o.Tiers.At(first[sku]); ok {
				out[sku] = Price{Price: step.Price, List: o.List, Tiers: o.Tiers}
				break
			}
		}
	}
	return out, nil
}

func (r priceRow) tiers() Tiers {
	out := make(Tiers, len(r.Minimum))
	for i := range r.Minimum {
		out[i] = Tier{Minimum: qty.Quantity(r.Minimum[i]), Price: money.Price(r.Price[i])}
	}
	return out
}
