package pricing

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"qudao/internal/money"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Book is the snapshot of lists and prices in one server. It is safe for concurrent use.
type Book struct {
	db    *pg.DB
	few   int   // prices a list may have to be read whole
	width int32 // SKUs in a block of a list with more

	mu         sync.RWMutex
	version    int64 // of the set of lists; 0: not loaded
	lists      []List
	base       []*List
	byAudience map[int32][]*List
	byDealer   map[int32][]*List
	prices     map[int32]*shelf // by list
	many       map[int32]bool   // lists found to have more prices than are read whole
	entries    int
	// epoch steps when anything is dropped: what was being read at that moment is not kept, because it
	// may be what was dropped.
	epoch int
}

// maxReads bounds how often one question reads again because prices change under it.
const maxReads = 20

// NewBook returns an empty book over db. It reads lists when it is first asked.
func NewBook(db *pg.DB) *Book { return &Book{db: db, few: wholeList, width: blockSize} }

// Used is what a decision was made on: the version of the set of lists, and of each list asked.
type Used struct {
	Book  int64
	Lists map[int32]int
}

// IDs are the lists, in order: the argument of versionsSQL.
func (u Used) IDs() []int32 { return slices.Sorted(maps.Keys(u.Lists)) }

// system sees all lists: the snapshot serves every dealer, and Offers chooses.
var system = pg.Scope{Actor: "system:pricing", All: true}

// Offers returns, for each SKU, the offers that exist for a dealer in these audiences, in the order of
// the sources, and notes the versions in used. It reads from PostgreSQL only what is not known yet.
func (b *Book) Offers(ctx context.Context, dealer int32, audiences, skus []int32, used *Used) (map[int32][]Offer, error) {
	if len(skus) == 0 {
		return map[int32][]Offer{}, nil // no list is asked, known or not: a cart may be empty
	}
	for range maxReads {
		lists, err := b.listsFor(ctx, dealer, audiences, used)
		if err != nil {
			return nil, err
		}
		out, missing := b.offers(lists, skus, used)
		if len(missing) == 0 {
			return out, nil
		}
		// All SKUs of the basket, known or not: a list that has a new version meanwhile starts afresh.
		if err := b.read(ctx, missing, pg.Sorted(skus)); err != nil {
			return nil, err
		}
	}
	return nil, pg.Busy.With()
}

// offers answers from what is known, under one lock, so that every list's prices are of one version.
// Where a list lacks an SKU there is no answer, only the lists to be read: a price that is not known yet
// must never look like one that does not exist.
func (b *Book) offers(lists []*List, skus []int32, used *Used) (out map[int32][]Offer, missing []int32) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	out = make(map[int32][]Offer, len(skus))
	used.Lists = make(map[int32]int, len(lists))
	for _, l := range lists {
		s := b.prices[l.ID]
		if !s.knows(skus) {
			missing = append(missing, l.ID)
			continue
		}
		used.Lists[l.ID] = s.version
		for _, sku := range skus {
			if t, _ := s.at(sku); len(t) > 0 {
				out[sku] = append(out[sku], Offer{List: l, Tiers: t})
			}
		}
	}
	return out, missing
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
	Sort(out)
	return out, nil
}

// load reads the set of lists, until nobody dropped it meanwhile.
func (b *Book) load(ctx context.Context) error {
	for {
		b.mu.RLock()
		loaded, epoch := b.version != 0, b.epoch
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
		b.keep(epoch, version, lists)
	}
}

func (b *Book) keep(epoch int, version int64, lists []List) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.epoch != epoch {
		return
	}
	b.version, b.lists, b.base = version, lists, nil
	b.byAudience, b.byDealer = map[int32][]*List{}, map[int32][]*List{}
	if b.prices == nil {
		b.prices, b.many = map[int32]*shelf{}, map[int32]bool{}
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
}

// Stale drops what is older than the versions found in the transaction, and reports whether anything
// in used was: then the caller asks for its offers again. found holds the versions of used.Lists.
func (b *Book) Stale(used Used, book int64, found map[int32]int) bool {
	stale := used.Book != book
	b.mu.Lock()
	defer b.mu.Unlock()
	if stale && b.version != book {
		b.version = 0
		b.epoch++
	}
	for list, version := range used.Lists {
		if found[list] == version {
			continue
		}
		stale = true
		// Another caller may have read the new prices already.
		if s := b.prices[list]; s != nil && s.version != found[list] {
			b.drop(list)
			b.epoch++
		}
	}
	return stale
}

// Forget makes the next question read the set of lists again. Prices of known lists are kept: they
// have versions of their own.
func (b *Book) Forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.version = 0
	b.epoch++
}

// ForgetList makes the next question read the list's prices again.
func (b *Book) ForgetList(list int32) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.drop(list)
	b.epoch++
}

// ForgetCode makes the next question read the prices of the list with this code again.
func (b *Book) ForgetCode(code string) {
	b.mu.RLock()
	var id int32
	for _, l := range b.lists {
		if l.Code == code {
			id = l.ID
		}
	}
	b.mu.RUnlock()
	b.ForgetList(id)
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
