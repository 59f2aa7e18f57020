package catalog

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
)

const (
	maxParts       = 1000 // part numbers in one call
	maxGuessed     = 20   // unknown part numbers that get suggestions: each looks at every product
	maxSuggestions = 5
	guessAt        = 30 // percent of likeness from which something is suggested
)

// Part is what became of one part number that a dealer gave.
type Part struct {
	Input       string       // as given
	Item        *Item        // nil when it is not recognised, or not beyond doubt
	Problem     *fault.Fault // PartUnknown or PartAmbiguous when Item is nil
	Suggestions []Ref        // SKUs it may mean
}

// Parts recognises part numbers among the SKUs published to the dealer: material number, order code,
// barcode, model, in this order, whatever the case and width of the letters. The answer has one Part
// for each input, in its order. Errors: TooMany beyond 1,000.
func (s *Service) Parts(ctx context.Context, who org.Actor, parts []string) ([]Part, error) {
	if err := who.Require(org.ProductRead); err != nil {
		return nil, err
	}
	if len(parts) > maxParts {
		return nil, TooMany.At("lines", "maximum", maxParts)
	}
	folded := make([]string, len(parts))
	for i, p := range parts {
		folded[i] = strings.Join(strings.Fields(fold(shorten(p))), " ")
	}
	out := make([]Part, len(parts))
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		meant, err := recognise(ctx, tx, who, folded)
		if err != nil {
			return err
		}
		var unknown []int
		for i, p := range parts {
			out[i] = Part{Input: p}
			switch found := meant[i]; len(found) {
			case 0:
				out[i].Problem = PartUnknown.With("part", p)
				unknown = append(unknown, i)
			case 1:
				out[i].Item = found[0]
			default:
				out[i].Problem = PartAmbiguous.With("part", p, "count", len(found))
				for _, item := range found[:min(len(found), maxSuggestions)] {
					out[i].Suggestions = append(out[i].Suggestions, Ref{Code: item.Code, Name: item.Name})
				}
			}
		}
		return s.guess(ctx, tx, who, folded, unknown, out)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func shorten(s string) string {
	if r := []rune(s); len(r) > maxText {
		return string(r[:maxText])
	}
	return s
}

type meaning struct {
	N    int
	Rank int
	ID   int32
}

// recognise returns, by index of the folded parts, the visible SKUs that each means.
func recognise(ctx context.Context, tx *pg.Tx, who org.Actor, folded []string) (map[int][]*Item, error) {
	rows, err := pg.All[meaning](ctx, tx, recogniseSQL, audiences(who), folded)
	if err != nil {
		return nil, err
	}
	ids := make([]int32, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	items, err := loadItems(ctx, tx, itemsByIDSQL, ids)
	if err != nil {
		return nil, err
	}
	byID := map[int32]*Item{}
	for _, i := range items {
		byID[i.ID] = i
	}
	out := map[int][]*Item{}
	best := map[int]int{}
	for _, r := range rows { // by n, rank, id
		item := byID[r.ID]
		if item == nil || !item.VisibleTo(who.Audiences) {
			continue
		}
		if first, ok := best[r.N]; ok && r.Rank > first {
			continue
		}
		best[r.N] = r.Rank
		out[r.N] = append(out[r.N], item)
	}
	return out, nil
}

type candidate struct {
	N         int
	ProductID int32
}

// guess suggests visible SKUs that are spelled like the unknown parts.
func (s *Service) guess(ctx context.Context, tx *pg.Tx, who org.Actor, folded []string, unknown []int, out []Part) error {
	unknown = unknown[:min(len(unknown), maxGuessed)]
	var texts []string
	var of []int
	for _, i := range unknown {
		if len(Grams(folded[i])) > 0 {
			texts, of = append(texts, folded[i]), append(of, i)
		}
	}
	if len(texts) == 0 {
		return nil
	}
	rows, ok := s.index.likely(audiences(who), texts)
	if !ok {
		var err error
		if rows, err = pg.All[candidate](ctx, tx, guessSQL, audiences(who), texts); err != nil {
			return err
		}
	}
	var products []int32
	for _, r := range rows {
		products = append(products, r.ProductID)
	}
	items, err := loadItems(ctx, tx, itemsOfProductsSQL, pg.Sorted(products))
	if err != nil {
		return err
	}
	byProduct := map[int32][]*Item{}
	for _, i := range items {
		if i.VisibleTo(who.Audiences) {
			byProduct[i.ProductID] = append(byProduct[i.ProductID], i)
		}
	}
	likely := make([][]*Item, len(of))
	for _, r := range rows {
		likely[r.N] = append(likely[r.N], byProduct[r.ProductID]...)
	}
	for n, i := range of {
		out[i].Suggestions = likeliest(folded[i], likely[n])
	}
	return nil
}

// likeliest are the items most like the text, by the share of two-character pieces in common.
func likeliest(text string, items []*Item) []Ref {
	type scored struct {
		item  *Item
		score int
	}
	var list []scored
	for _, i := range items {
		score := 0
		for _, name := range []string{i.Code, i.OrderCode, i.Model, i.Barcode, i.Name} {
			score = max(score, likeness(text, fold(name)))
		}
		if score >= guessAt {
			list = append(list, scored{i, score})
		}
	}
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.item.Code, b.item.Code))
	})
	var out []Ref
	for _, s := range list[:min(len(list), maxSuggestions)] {
		out = append(out, Ref{Code: s.item.Code, Name: s.item.Name})
	}
	return out
}

// likeness is in percent: twice the common pieces over all pieces.
func likeness(a, b string) int {
	x, y := Grams(a), Grams(b)
	if len(x)+len(y) == 0 {
		return 0
	}
	common := 0
	for _, g := range x {
		if slices.Contains(y, g) {
			common++
		}
	}
	return 200 * common / (len(x) + len(y))
}
