package catalog

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// SeriesLevel is the lowest level of the tree of categories: the series.
const SeriesLevel = 4

// Category is a node of the tree.
type Category struct {
	ID      int32   `json:"-" db:"id"`
	Code    string  `json:"code" db:"code"`
	Name    string  `json:"name" db:"name"`
	Parent  string  `json:"parent,omitempty" db:"parent"`
	Level   int     `json:"level" db:"level"`
	Path    []int32 `json:"-" db:"path"`
	Sort    int     `json:"sort" db:"sort"`
	Version int     `json:"version" db:"version"`
}

// CategoryIn is a category as it is given. A category stays where it was made.
type CategoryIn struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Parent string `json:"parent,omitempty"`
	Sort   *int   `json:"sort,omitempty"` // nil: 0 for a new one, as it is for one that is there
}

// sort is the place among the siblings of a category that was at old.
func (in CategoryIn) sort(old int) int {
	if in.Sort == nil {
		return old
	}
	return *in.Sort
}

func (in *CategoryIn) check() error {
	in.Code, in.Name, in.Parent = tidyCode(in.Code), tidy(in.Name), tidyCode(in.Parent)
	var wrong fault.Fields
	if in.Code == "" {
		wrong.Add("code", FieldMissing)
	}
	if in.Name == "" {
		wrong.Add("name", FieldMissing)
	}
	short(&wrong, "code", in.Code, maxCode)
	short(&wrong, "name", in.Name, maxName)
	return wrong.Err()
}

// Tree returns every category, parents before children. Needs product.read.
func (s *Service) Tree(ctx context.Context, who org.Actor) (out []Category, err error) {
	if err := office(who, org.ProductRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = pg.All[Category](ctx, tx, categoriesSQL)
		return err
	})
	return nonNil(out), err
}

// CreateCategory adds a category or series under its parent. Needs product.edit. Errors: CodeTaken,
// CategoryUnknown for the parent, CategoryTooDeep.
func (s *Service) CreateCategory(ctx context.Context, who org.Actor, in CategoryIn) (out Category, err error) {
	if err := office(who, org.ProductEdit); err != nil {
		return Category{}, err
	}
	if err := in.check(); err != nil {
		return Category{}, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Category, error) { return createCategory(ctx, tx, in) })
		return err
	})
	if f := conflict(err); f != nil {
		return Category{}, CodeTaken.At("code", "value", in.Code)
	}
	return out, err
}

func createCategory(ctx context.Context, tx *pg.Tx, in CategoryIn) (Category, error) {
	var up Category
	if in.Parent != "" {
		var err error
		if up, err = pg.One[Category](ctx, tx, lockCategorySQL, in.Parent); errors.Is(err, pgx.ErrNoRows) {
			return Category{}, CategoryUnknown.At("parent", "value", in.Parent)
		} else if err != nil {
			return Category{}, err
		}
		if up.Level == SeriesLevel {
			return Category{}, CategoryTooDeep.At("parent")
		}
	}
	id, err := pg.Value[int32](ctx, tx, insertCategorySQL, in.Code, in.Name, up.ID, up.Level+1, in.sort(0))
	if err != nil {
		return Category{}, err
	}
	if _, err := tx.Exec(ctx, pathCategorySQL, id, nonNil(up.Path)); err != nil {
		return Category{}, err
	}
	return pg.One[Category](ctx, tx, lockCategorySQL, in.Code)
}

// EditCategory renames or re-sorts a category. Needs product.edit. A version of 0 edits whatever is there.
// Errors: fault.NotFound, pg.VersionChanged, CategoryStays when in names another parent.
func (s *Service) EditCategory(ctx context.Context, who org.Actor, code string, version int, in CategoryIn) (out Category, err error) {
	if err := office(who, org.ProductEdit); err != nil {
		return Category{}, err
	}
	in.Code = code
	if err := in.check(); err != nil {
		return Category{}, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Category, error) {
			was, err := pg.One[Category](ctx, tx, lockCategorySQL, in.Code)
			switch {
			case err != nil:
				return Category{}, err
			case version != 0 && was.Version != version:
				return Category{}, pg.VersionChanged.With("version", was.Version)
			case in.Parent != "" && in.Parent != was.Parent:
				return Category{}, CategoryStays.At("parent")
			}
			if _, err := tx.Exec(ctx, updateCategorySQL, was.ID, in.Name, in.sort(was.Sort)); err != nil {
				return Category{}, err
			}
			if in.Name != was.Name && was.Level >= SeriesLevel-1 {
				if err := renameInSearch(ctx, tx, was.ID); err != nil {
					return Category{}, err
				}
			}
			return pg.One[Category](ctx, tx, lockCategorySQL, in.Code)
		})
		return err
	})
	return out, err
}

type naming struct {
	ID           int32
	Code         string
	Name         string
	CategoryID   int32
	CategoryPath []int32
}

// renameInSearch writes the search words of every product in a category anew: they hold its name.
func renameInSearch(ctx context.Context, tx *pg.Tx, category int32) error {
	products, err := pg.All[naming](ctx, tx, namingSQL, category)
	if err != nil || len(products) == 0 {
		return err
	}
	r, err := loadRefs(ctx, tx, nil)
	if err != nil {
		return err
	}
	ids := make([]int32, len(products))
	of := map[int32]int{}
	for i, p := range products {
		ids[i], of[p.ID] = p.ID, i
	}
	skus, err := pg.All[storedSKU](ctx, tx, skusOfSQL, ids)
	if err != nil {
		return err
	}
	plans := make([]plan, len(products))
	for i, p := range products {
		plans[i].product = storedProduct{Code: p.Code, Name: p.Name, CategoryPath: p.CategoryPath}
	}
	for _, k := range skus {
		plans[of[k.ProductID]].skus = append(plans[of[k.ProductID]].skus, k)
	}
	words := make([]string, len(plans))
	for i := range plans {
		words[i] = SearchWords(plans[i].names(r))
	}
	return putSearch(ctx, tx, ids, words)
}
