package order

import (
	"maps"
	"slices"

	"github.com/jackc/pgx/v5"

	"qudao/internal/money"
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

// ask queues the one statement that reads them all.
func (v *versions) ask(b *pgx.Batch, slice []*waiting) {
	dealers, skus, lists := map[int32]bool{}, map[int32]bool{}, map[int32]bool{}
	for _, o := range slice {
		dealers[o.dealer.ID] = true
		for _, item := range o.items {
			skus[item.ID] = true
		}
		for list := range o.used.Lists {
			lists[list] = true
		}
	}
	b.Queue(versionsSQL, sortedKeys(dealers), sortedKeys(skus), sortedKeys(lists)).Query(func(rows pgx.Rows) error {
		var what string
		var key int32
		var version int64
		_, err := pgx.ForEachRow(rows, []any{&what, &key, &version}, func() error {
			switch what {
			case "dealer":
				v.dealers[key] = int(version)
			case "sku":
				v.skus[key] = int(version)
			case "list":
				v.lists[key] = int(version)
			case "book":
				v.book = version
			case "auto_accept":
				v.rule.AutoAcceptBelow = money.Amount(version)
			case "review_hours":
				v.rule.ReviewHours = int(version)
			}
			return nil
		})
		return err
	})
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
