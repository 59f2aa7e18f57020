package order

import (
	"encoding/hex"
	"maps"
	"slices"

	"github.com/jackc/pgx/v5"

	"qudao/internal/money"
	"qudao/internal/once"
)

// versions are what the transaction finds of everything the slice was prepared from.
type versions struct {
	dealers map[int32]int
	skus    map[int32]int
	lists   map[int32]int
	book    int64
	rule    Rule
}

func newVersions() versions {
	return versions{dealers: map[int32]int{}, skus: map[int32]int{}, lists: map[int32]int{}}
}

// call is what is read for one order of the slice by itself.
type call struct {
	number  int64
	address string // as the order keeps it; empty: the dealer has no such address
}

// askKnown queues the one statement that reads what is stored for the keys, all versions, the active
// warehouses, and each order's number and address.
func (d *decision) askKnown(b *pgx.Batch, k keys) {
	dealers, skus, lists := map[int32]bool{}, map[int32]bool{}, map[int32]bool{}
	for _, o := range d.slice {
		dealers[o.dealer.ID] = true
		for _, item := range o.items {
			skus[item.ID] = true
		}
		for list := range o.used.Lists {
			lists[list] = true
		}
	}
	b.Queue(knownSQL, k.principals, k.routes, k.keys, sortedKeys(dealers), sortedKeys(skus), sortedKeys(lists), d.dealerIDs(), d.addressIDs()).Query(func(rows pgx.Rows) error {
		var what string
		var key int32
		var value int64
		var text, more *string
		_, err := pgx.ForEachRow(rows, []any{&what, &key, &value, &text, &more}, func() error {
			if what == "key" {
				hash, err := hex.DecodeString(*text)
				d.stored[k.at[key-1]] = once.Stored{BodyHash: hash, Result: []byte(*more)}
				return err
			}
			d.learn(what, key, value, text)
			return nil
		})
		return err
	})
}

func (d *decision) learn(what string, key int32, value int64, text *string) {
	v := &d.versions
	switch what {
	case "call":
		c := call{number: value}
		if text != nil {
			c.address = *text
		}
		d.calls[key-1] = c
	case "dealer":
		v.dealers[key] = int(value)
	case "sku":
		v.skus[key] = int(value)
	case "list":
		v.lists[key] = int(value)
	case "book":
		v.book = value
	case "warehouse":
		d.active[key] = true
	case "auto_accept":
		v.rule.AutoAcceptBelow = money.Amount(value)
	case "review_hours":
		v.rule.ReviewHours = int(value)
	}
}

// stale reports whether an order was prepared from something older, and tells the price book.
func (d *decision) stale(o *waiting) bool {
	if d.versions.dealers[o.dealer.ID] != o.dealer.Version {
		return true
	}
	for _, item := range o.items {
		if d.versions.skus[item.ID] != item.Version {
			return true
		}
	}
	return d.book.Stale(o.used, d.versions.book, d.versions.lists)
}

func sortedKeys(set map[int32]bool) []int32 { return slices.Sorted(maps.Keys(set)) }
