package catalog

import (
	"context"
	"strings"
	"unicode/utf8"

	"qudao/internal/org"
	"qudao/internal/pg"
)

// FoundSKU is a SKU that a text may mean.
type FoundSKU struct {
	Code    string   `db:"code"`
	Name    string   `db:"name"`
	Product string   `db:"product"` // code
	State   SKUState `db:"state"`
}

// FindSKUs returns the first SKUs, by code, whose own codes or name hold each word of the text. A product is
// found by its pinyin too, and its SKUs by their codes. Needs product.read. Errors: SearchTooLong.
func (s *Service) FindSKUs(ctx context.Context, who org.Actor, text string, limit int) (out []FoundSKU, err error) {
	if err := office(who, org.ProductRead); err != nil {
		return nil, err
	}
	if utf8.RuneCountInString(text) > maxText {
		return nil, SearchTooLong.At("q", "maximum", maxText)
	}
	terms := strings.Fields(fold(text))
	if len(terms) == 0 {
		return nil, nil
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.All[FoundSKU](ctx, tx, findSKUsSQL, nonNil(Grams(strings.Join(terms, " "))), patterns(terms), limit)
		return err
	})
	return out, err
}
