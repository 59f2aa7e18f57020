package catalog

import (
	"context"

	"qudao/internal/org"
)

// Levels of the tree of categories. The fourth is the series.
const (
	MaxLevel    = 4
	SeriesLevel = 4
)

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
	Sort   int    `json:"sort,omitempty"`
}

// Tree returns every category, parents before children. Needs product.read.
func (s *Service) Tree(ctx context.Context, who org.Actor) ([]Category, error) { panic("soon") }

// CreateCategory adds a category or series under its parent. Needs product.edit. Errors: CodeTaken,
// CategoryUnknown for the parent, CategoryTooDeep.
func (s *Service) CreateCategory(ctx context.Context, who org.Actor, in CategoryIn) (Category, error) {
	panic("soon")
}

// EditCategory renames or re-sorts a category. Needs product.edit. version 0 edits whatever is there.
// Errors: fault.NotFound, pg.VersionChanged, CategoryStays.
func (s *Service) EditCategory(ctx context.Context, who org.Actor, code string, version int, in CategoryIn) (Category, error) {
	panic("soon")
}
