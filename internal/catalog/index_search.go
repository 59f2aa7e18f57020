package catalog

import (
	"context"

	"github.com/jackc/pgx/v5"

	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
)

// searchIndex answers a search from the index, and reads the products to show from PostgreSQL, which lets
// through what is published to the dealer at this moment. A product withdrawn a moment ago is missing from
// its page. It is false where there is no index.
func (s *Service) searchIndex(ctx context.Context, who org.Actor, q Query, c compiled) (out Found, ok bool, err error) {
	var now tree
	var found answer
	rows := map[int32]cardRow{}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		known, err := s.index.prepare(ctx, tx, &c)
		if err != nil || !known {
			return err
		}
		if now, found, ok = s.index.answer(c); !ok {
			return nil
		}
		var cards []cardRow
		var mark string
		b := &pgx.Batch{}
		b.Queue(cardsSQL, pooled(who, audiences(who), ids(found.places))...).Query(collect(&cards))
		b.Queue(treeMarkSQL).QueryRow(func(row pgx.Row) error { return row.Scan(&mark) })
		if err := tx.Send(ctx, b); err != nil {
			return err
		}
		for _, r := range cards {
			rows[r.ID] = r
		}
		if mark == now.mark {
			return nil
		}
		if now, err = s.index.renew(ctx, tx); err != nil {
			return err
		}
		_, found, ok = s.index.answer(c)
		return nil
	})
	if err != nil || !ok {
		return Found{}, false, err
	}
	list := page.Cut(found.places, c.limit, func(k key) []any { return []any{string(c.sort), k.k1, k.k2, k.id} })
	out = Found{List: page.List[Card]{Items: make([]Card, 0, len(list.Items)), Next: list.Next}}
	for _, k := range list.Items {
		if r, still := rows[k.id]; still {
			out.Items = append(out.Items, r.card())
		}
	}
	out.sum(found.counts, now.categories, now.attributes, q.Category)
	return out, true, nil
}

func ids(places []key) []int32 {
	out := make([]int32, len(places))
	for i, p := range places {
		out[i] = p.id
	}
	return out
}

// renew reads categories and templates again, and has the words of products compared: a renamed category
// is in them.
func (x *index) renew(ctx context.Context, tx *pg.Tx) (tree, error) {
	now, err := readTree(ctx, tx)
	if err != nil {
		return tree{}, err
	}
	x.mu.Lock()
	x.tree = now
	x.answers.clear()
	x.mu.Unlock()
	x.heard.everything()
	return now, nil
}

// prepare asks PostgreSQL what the index cannot know: which products have the text as a part number,
// where the name in a cursor stands. It is false where there is no index.
func (x *index) prepare(ctx context.Context, tx *pg.Tx, c *compiled) (known bool, err error) {
	x.mu.RLock()
	ready, names := x.ready, x.byName.ids
	_, text := x.texts.get(c.text)
	text = text || c.text == ""
	var nameOf []string
	if ready && c.sort == SortName && c.more {
		if e := x.entry(c.after.id); e != nil && e.Name == c.after.k2 {
			c.from = x.byName.at(c.after.id) + 1
		} else {
			nameOf = make([]string, len(names))
			for i, id := range names {
				nameOf[i] = x.entries[id].Name
			}
		}
	}
	x.mu.RUnlock()
	if !ready {
		return false, nil
	}
	if len(nameOf) > 0 {
		at := make(map[int32]int, len(names))
		for i, id := range names {
			at[id] = i
		}
		if c.from, err = standing(ctx, tx, c.after.k2, c.after.id, names, func(id int32) string { return nameOf[at[id]] }); err != nil {
			return false, err
		}
	}
	if !text {
		c.exact, err = pg.Column[int32](ctx, tx, exactSQL, c.text)
	}
	return true, err
}

// categoriesIndex is Categories from the index. It is false where there is none.
func (s *Service) categoriesIndex(ctx context.Context, who org.Actor) (out []CategoryCount, ok bool, err error) {
	x := s.index
	now, out, ok := x.categories(audiences(who), who.Pool())
	if !ok {
		return nil, false, nil
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		mark, err := pg.Value[string](ctx, tx, treeMarkSQL)
		if err != nil || mark == now.mark {
			return err
		}
		if _, err := x.renew(ctx, tx); err != nil {
			return err
		}
		_, out, ok = x.categories(audiences(who), who.Pool())
		return nil
	})
	return out, ok, err
}
