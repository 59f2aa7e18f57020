package catalog

import (
	"context"
	"log/slog"
	"slices"
	"time"

	"qudao/internal/pg"
)

const (
	indexBatch = 2_000 // products read by one statement
	indexPiece = 64    // products that are taken at once while questions are answered
	indexAgain = time.Second
)

// Index keeps the index of a large catalogue until ctx ends. Call it once facts are heard: what changed
// before is read now, what changes later is heard of. Until it is ready PostgreSQL answers.
func (s *Service) Index(ctx context.Context) {
	s.index.heard.everything()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.index.heard.wake:
		}
		err := s.freshen(ctx)
		s.index.tried.Do(func() { close(s.index.first) })
		if err == nil || ctx.Err() != nil {
			continue
		}
		slog.WarnContext(ctx, "the catalogue's index could not be read", "error", err, "again_in", indexAgain)
		select {
		case <-ctx.Done():
		case <-time.After(indexAgain):
		}
		s.index.heard.everything()
	}
}

// Indexed is closed once Index has read the catalogue for the first time, or has failed to.
func (s *Service) Indexed() <-chan struct{} { return s.index.first }

// freshen reads what was heard of.
func (s *Service) freshen(ctx context.Context) error {
	all, codes := s.index.heard.take()
	if all || len(s.index.marks) == 0 {
		return s.compareAll(ctx)
	}
	for part := range slices.Chunk(codes, indexBatch) {
		list, err := s.readEntries(ctx, entriesByCodeSQL, part)
		if err != nil {
			return err
		}
		if err := s.replace(ctx, list); err != nil {
			return err
		}
	}
	return nil
}

// atLeisure runs fn in a reading transaction whose statements may take minutes.
func (s *Service) atLeisure(ctx context.Context, fn func(tx *pg.Tx) error) error {
	return s.db.Read(ctx, system, func(tx *pg.Tx) error {
		if _, err := tx.Exec(ctx, patienceSQL); err != nil {
			return err
		}
		return fn(tx)
	})
}

func (s *Service) readEntries(ctx context.Context, sql string, keys any) (out []*entry, err error) {
	err = s.atLeisure(ctx, func(tx *pg.Tx) error {
		rows, err := pg.All[entry](ctx, tx, sql, keys)
		out = make([]*entry, len(rows))
		for i := range rows {
			out[i] = &rows[i]
		}
		return err
	})
	return out, err
}

type markRow struct {
	ID   int32
	Mark string
}

// compareAll reads every product that is not as the index knows it; at first that is all of them.
func (s *Service) compareAll(ctx context.Context) error {
	x := s.index
	var marks []markRow
	var now tree
	err := s.atLeisure(ctx, func(tx *pg.Tx) error {
		n, err := pg.Value[int](ctx, tx, productsNSQL, x.threshold)
		if err != nil || n < x.threshold {
			return err
		}
		if now, err = readTree(ctx, tx); err != nil {
			return err
		}
		marks, err = pg.All[markRow](ctx, tx, marksSQL)
		return err
	})
	if err != nil {
		return err
	}
	if marks == nil {
		x.mu.Lock()
		defer x.mu.Unlock()
		x.clear()
		return nil
	}
	var stale []int32
	for _, m := range marks {
		if x.marks[m.ID] != m.Mark {
			stale = append(stale, m.ID)
		}
	}
	began := time.Now()
	if len(stale) > x.anew {
		err = s.readAnew(ctx, stale)
	} else {
		err = s.readSome(ctx, stale)
	}
	if err != nil {
		return err
	}
	x.mu.Lock()
	x.tree, x.ready = now, true
	x.mu.Unlock()
	if len(stale) == len(marks) {
		slog.InfoContext(ctx, "the catalogue's index is ready", "products", len(marks), "seconds", time.Since(began).Seconds())
	}
	return nil
}

func readTree(ctx context.Context, tx *pg.Tx) (t tree, err error) {
	// The mark first: what is newer than its mark is only read once more.
	if t.mark, err = pg.Value[string](ctx, tx, treeMarkSQL); err != nil {
		return t, err
	}
	if t.categories, err = pg.All[Category](ctx, tx, categoriesSQL); err != nil {
		return t, err
	}
	templates, err := pg.All[Template](ctx, tx, templatesSQL)
	t.attributes, t.faceted = declared(templates), map[string]bool{}
	for _, of := range templates {
		for _, a := range of.Attributes {
			t.faceted[a.Code] = t.faceted[a.Code] || a.Facet
		}
	}
	return t, err
}

// readAnew reads many products and sorts all of them; PostgreSQL answers meanwhile. What fails half-way
// leaves an empty index.
func (s *Service) readAnew(ctx context.Context, ids []int32) (err error) {
	x := s.index
	x.mu.Lock()
	x.ready = false
	x.mu.Unlock()
	defer func() {
		if err != nil {
			x.mu.Lock()
			x.clear()
			x.mu.Unlock()
		}
	}()
	for part := range slices.Chunk(ids, indexBatch) {
		list, err := s.readEntries(ctx, entriesByIDSQL, part)
		if err != nil {
			return err
		}
		x.mu.Lock()
		x.put(list)
		x.mu.Unlock()
	}
	var named []int32
	err = s.atLeisure(ctx, func(tx *pg.Tx) (err error) {
		named, err = pg.Column[int32](ctx, tx, byNameSQL)
		return err
	})
	if err != nil {
		return err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.sort(named)
	return nil
}

// sort makes the orders anew, under the lock. named are the products by name a moment ago: those not
// among them, or gone since, have facts on their way.
func (x *index) sort(named []int32) {
	list := slices.DeleteFunc(slices.Clone(x.entries), func(e *entry) bool { return e == nil })
	ids := func() []int32 {
		out := make([]int32, len(list))
		for i, e := range list {
			out[i] = e.ID
		}
		return out
	}
	slices.SortFunc(list, compareNewest)
	x.byNewest = newRanking(ids())
	slices.SortFunc(list, compareCodes)
	x.byCode = newRanking(ids())
	x.byName = newRanking(slices.DeleteFunc(named, func(id int32) bool { return x.entry(id) == nil }))
	for _, id := range x.byCode.ids {
		if x.byName.at(id) < 0 {
			named = append(x.byName.ids, id)
			x.byName = newRanking(named)
		}
	}
}

func (s *Service) readSome(ctx context.Context, ids []int32) error {
	for part := range slices.Chunk(ids, indexBatch) {
		list, err := s.readEntries(ctx, entriesByIDSQL, part)
		if err != nil {
			return err
		}
		if err := s.replace(ctx, list); err != nil {
			return err
		}
	}
	return nil
}

// replace takes products as they are now, few at a time, so that nobody waits for it.
func (s *Service) replace(ctx context.Context, list []*entry) error {
	for part := range slices.Chunk(list, indexPiece) {
		named, err := s.rename(ctx, part)
		if err != nil {
			return err
		}
		s.index.take(part, named)
	}
	return nil
}

// take puts changed products into sets and orders.
func (x *index) take(part []*entry, named ranking) {
	x.mu.Lock()
	defer x.mu.Unlock()
	var ids []int32
	var fresh []*entry
	for _, e := range part {
		ids = append(ids, e.ID)
		if e.Live {
			fresh = append(fresh, e)
		}
	}
	byCode, byNewest := x.byCode, x.byNewest
	x.put(part)
	x.byCode = byCode.with(ids, fresh, x.entries, compareCodes)
	x.byNewest = byNewest.with(ids, fresh, x.entries, compareNewest)
	x.byName = named
}

// rename is the order by name once these products are what they are now.
func (s *Service) rename(ctx context.Context, part []*entry) (out ranking, err error) {
	x := s.index
	var gone []int32
	var fresh []*entry
	now := map[int32]*entry{}
	for _, e := range part {
		now[e.ID] = e
		old := x.entry(e.ID)
		if old != nil && e.Live && old.Name == e.Name {
			continue
		}
		gone = append(gone, e.ID)
		if e.Live {
			fresh = append(fresh, e)
		}
	}
	if len(gone) == 0 {
		return x.byName, nil
	}
	nameOf := func(id int32) string {
		if e := now[id]; e != nil {
			return e.Name
		}
		return x.entries[id].Name
	}
	ids := x.byName.without(gone)
	if len(fresh) > 0 {
		err = s.db.Read(ctx, system, func(tx *pg.Tx) error {
			for _, e := range fresh {
				at, err := standing(ctx, tx, e.Name, e.ID, ids, nameOf)
				if err != nil {
					return err
				}
				ids = slices.Insert(ids, at, e.ID)
			}
			return nil
		})
	}
	return newRanking(ids), err
}
