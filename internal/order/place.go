package order

import (
	"context"
	"fmt"
	"unicode/utf8"

	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/inventory"
	"qudao/internal/money"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

// MaxLines is how many lines an order may have.
const MaxLines = 1000

const maxRemark = 500

// PlaceInput is an order to be placed.
type PlaceInput struct {
	Address  id.ID
	Remark   string
	Source   Source
	Lines    []LineInput
	Expected *money.Amount // the total the person saw; nil: whatever it is
}

// LineInput asks for a quantity of a SKU. Lines of one SKU are summed.
type LineInput struct {
	SKU      string
	Quantity qty.Quantity
}

// Placed is what a placed order is known by.
type Placed struct {
	ID     id.ID  `json:"id"`
	Number string `json:"number"`
}

// Validate reports everything that is wrong with the input by itself.
func (in *PlaceInput) Validate() error {
	var wrong fault.Fields
	if len(in.Lines) == 0 {
		wrong.Add("lines", NoLines)
	}
	if len(in.Lines) > MaxLines {
		wrong.Add("lines", TooManyLines, "limit", MaxLines, "count", len(in.Lines))
	}
	if utf8.RuneCountInString(in.Remark) > maxRemark {
		wrong.Add("remark", org.TextTooLong, "maximum", maxRemark)
	}
	return wrong.Err()
}

// Place places an order for the dealer who asks: prices it, reserves its stock and writes it, all in one
// transaction, or refuses it with the facts and takes nothing. With a key in ctx (package once) a
// repetition returns the first result.
//
// Errors: SKUMissing, PriceMissing, StockShort, StockHidden and the quantity rules of the SKU, by line,
// inside Refused; TotalChanged, AddressMissing, AddressOutside, OverOrder, OverMonth, dealer.Frozen; once.StillRunning, once.OtherBody; pg.Busy.
func (s *Service) Place(ctx context.Context, who org.Actor, in PlaceInput) (Placed, error) {
	if err := who.Require(org.OrderPlace); err != nil {
		return Placed{}, err
	}
	if err := in.Validate(); err != nil {
		return Placed{}, err
	}
	key, keyed := once.From(ctx)
	// What a cache knew may be older than what the transaction finds; then it is read again. Three
	// times stale means that somebody changes prices faster than we can read them.
	for range 3 {
		r, err := s.prepare(ctx, who, in)
		if err != nil {
			return s.orEarlier(ctx, who, key, keyed, err)
		}
		if keyed {
			r.key = &key
		}
		placed, err := s.collector.place(ctx, r)
		if err != errStale {
			return placed, err
		}
		s.refresh(r)
	}
	return Placed{}, pg.Busy.With()
}

// orEarlier answers a repetition of a placed order whose goods can meanwhile no longer be ordered: the
// stored result counts, not today's refusal.
func (s *Service) orEarlier(ctx context.Context, who org.Actor, key once.Key, keyed bool, refusal error) (Placed, error) {
	if !keyed {
		return Placed{}, refusal
	}
	placed, found, err := once.Earlier[Placed](ctx, s.db, who.Scope(), key)
	if err != nil || found {
		return placed, err
	}
	return Placed{}, refusal
}

// request is an order ready to be decided: all that can be known before the transaction.
type request struct {
	who     org.Actor
	key     *once.Key
	in      PlaceInput
	dealer  *dealer.Known
	items   []*catalog.Item
	lines   []pricing.Line
	at      []int // for each line, the first line of the input that named its SKU
	used    pricing.Used
	tellers []bool // for each line, whether the dealer may be told how much is left (its display is exact)
}

// prepare gathers what the caches know: the dealer, the goods, their offers. It refuses what the
// transaction could only refuse as well.
func (s *Service) prepare(ctx context.Context, who org.Actor, in PlaceInput) (*request, error) {
	known, err := s.dealers.Known(ctx, who.DealerID)
	if err != nil {
		return nil, err
	}
	if known.State != "active" {
		return nil, dealer.Frozen.With("dealer", known.Name)
	}
	if err := mayBeSent(who, &in); err != nil {
		return nil, err
	}
	r := &request{who: who, in: in, dealer: known}
	codes := make([]string, len(in.Lines))
	for i, l := range in.Lines {
		codes[i] = l.SKU
	}
	items, err := s.goods.Items(ctx, codes)
	if err != nil {
		return nil, err
	}
	var wrong fault.Fields
	seen := make(map[int32]int, len(in.Lines))
	for i, l := range in.Lines {
		item := items[l.SKU]
		if item == nil || !item.VisibleTo(known.Audiences, who.Pool()) {
			wrong.Add(linePath(i), SKUMissing, "sku", l.SKU)
			continue
		}
		if at, again := seen[item.ID]; again {
			r.lines[at].Quantity += l.Quantity
			continue
		}
		seen[item.ID] = len(r.items)
		r.items, r.at = append(r.items, item), append(r.at, i)
		r.lines = append(r.lines, pricing.Line{SKU: item.ID, Quantity: l.Quantity, TaxRate: item.TaxRate})
	}
	for i, item := range r.items {
		if err := item.Rule.Check(r.lines[i].Quantity); err != nil {
			f, ok := fault.As(err)
			if !ok {
				return nil, err
			}
			wrong = append(wrong, fault.Field{Path: linePath(r.at[i]) + ".quantity", Definition: f.Definition, Facts: f.Facts})
		}
	}
	if len(wrong) > 0 {
		return nil, &fault.Fault{Definition: Refused, Facts: map[string]any{}, Fields: wrong}
	}
	skus := make([]int32, len(r.lines))
	for i, l := range r.lines {
		skus[i] = l.SKU
	}
	displays, err := s.stock.Displays(ctx)
	if err != nil {
		return nil, err
	}
	for _, item := range r.items {
		r.tellers = append(r.tellers, displays.For(known.Audiences, item.CategoryPath).Mode == inventory.ModeExact)
	}
	offers, err := s.book.Offers(ctx, known.ID, known.Audiences, skus, &r.used)
	if err != nil {
		return nil, err
	}
	for i := range r.lines {
		r.lines[i].Offers = offers[r.lines[i].SKU]
	}
	return r, nil
}

// refresh forgets what a stale request was made of; the next prepare reads it anew. The price book was
// told by the writer.
func (s *Service) refresh(r *request) {
	s.dealers.Forget(r.dealer.ID)
	ids := make([]int32, len(r.items))
	for i, item := range r.items {
		ids[i] = item.ID
	}
	s.goods.Forget(ids...)
}

func linePath(i int) string { return fmt.Sprintf("lines[%d]", i) }
