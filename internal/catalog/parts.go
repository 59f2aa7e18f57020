package catalog

import (
	"context"
	"strings"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
)

const (
	maxParts       = 1000 // part numbers in one call
	maxGuessed     = 50   // unknown part numbers that get suggestions: each looks at every product
	maxSuggestions = 5
	guessAt        = 40 // percent of likeness from which something is suggested
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
	meant, err := s.recognise(ctx, who, folded)
	if err != nil {
		return nil, err
	}
	out := make([]Part, len(parts))
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
	if err := s.guess(ctx, who, folded, unknown, out); err != nil {
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
func (s *Service) recognise(ctx context.Context, who org.Actor, folded []string) (map[int][]*Item, error) {
	var rows []meaning
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		rows, err = pg.All[meaning](ctx, tx, recogniseSQL, pooled(who, audiences(who), folded)...)
		return err
	})
	if err != nil {
		return nil, err
	}
	ids := make([]int32, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	byID, err := s.ItemsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := map[int][]*Item{}
	best := map[int]int{}
	for _, r := range rows { // by n, rank, id
		item := byID[r.ID]
		if item == nil || !item.VisibleTo(who.Audiences, who.Pool()) {
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

// candidate is a product that the text N may mean, and its active SKUs in order.
type candidate struct {
	N    int
	SKUs []int32 `db:"skus"`
}

// guess suggests visible SKUs that are spelled like the unknown parts.
func (s *Service) guess(ctx context.Context, who org.Actor, folded []string, unknown []int, out []Part) error {
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
	rows, ok := s.index.likely(audiences(who), who.Pool(), texts)
	if !ok {
		err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
			rows, err = pg.All[candidate](ctx, tx, guessSQL, pooled(who, audiences(who), texts)...)
			return err
		})
		if err != nil {
			return err
		}
	}
	var skus []int32
	for _, r := range rows {
		skus = append(skus, r.SKUs...)
	}
	items, err := s.ItemsByID(ctx, pg.Sorted(skus))
	if err != nil {
		return err
	}
	likely := make([][]*Item, len(of))
	for _, r := range rows {
		for _, sku := range r.SKUs {
			if i := items[sku]; i != nil && i.VisibleTo(who.Audiences, who.Pool()) {
				likely[r.N] = append(likely[r.N], i)
			}
		}
	}
	for n, i := range of {
		out[i].Suggestions = likeliest(folded[i], likely[n])
	}
	return nil
}
