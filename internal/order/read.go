package order

import (
	"context"
	"slices"
	"strings"
	"time"

	"qudao/internal/clock"
	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/qty"
	"qudao/internal/queue"
	"qudao/internal/timeline"
)

// moving are the permissions to move an order. Whoever has one sees the order: what became of it is the
// answer to the move, and must not be refused after it.
var moving = []org.Permission{org.OrderReview, org.OrderCancel, org.OrderShip, org.OrderReceive}

// Get returns a whole order by its id or its number, to who may read orders or move them.
//
// Errors: fault.NotFound, also for another's order.
func (s *Service) Get(ctx context.Context, who org.Actor, ref string) (o Order, err error) {
	if err := who.Require(org.OrderRead); err != nil && !slices.ContainsFunc(moving, who.May) {
		return o, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		key, err := findTx(ctx, tx, ref)
		if err != nil {
			return err
		}
		o, err = s.getTx(ctx, tx, who, key)
		return err
	})
	return o, err
}

// Find returns the id of an order by its id or its number, within the rows of who asks.
func (s *Service) Find(ctx context.Context, who org.Actor, ref string) (key id.ID, err error) {
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		if key, err = findTx(ctx, tx, ref); err != nil || who.Alone() == nil {
			return err
		}
		row, err := pg.One[headRow](ctx, tx, headSQL, key, who.Reach())
		if err == nil && !row.seenBy(who) {
			err = fault.NotFound.With()
		}
		return err
	})
	return key, err
}

func findTx(ctx context.Context, tx *pg.Tx, ref string) (id.ID, error) {
	if key, err := id.Parse(ref); err == nil {
		return key, nil
	}
	from, to, ok := dayOf(ref)
	if !ok {
		return id.Nil, fault.NotFound.With()
	}
	return pg.Value[id.ID](ctx, tx, byNumberSQL, ref, id.Floor(from), id.Floor(to))
}

// dayOf bounds when an order with this number was made: its number begins with the day, so that only
// one month's partition is searched. A margin covers clocks that differ.
func dayOf(number string) (from, to time.Time, ok bool) {
	day, found := strings.CutPrefix(number, "SO")
	if !found || len(day) < 8 {
		return from, to, false
	}
	at, err := time.ParseInLocation("20060102", day[:8], clock.Zone)
	return at.Add(-time.Hour), at.Add(25 * time.Hour), err == nil
}

// headTx finds the head of an order by its id or its number.
func headTx(ctx context.Context, tx *pg.Tx, who org.Actor, ref string) (headRow, error) {
	key, err := findTx(ctx, tx, ref)
	if err != nil {
		return headRow{}, err
	}
	return headOfTx(ctx, tx, who, key)
}

func headOfTx(ctx context.Context, tx *pg.Tx, who org.Actor, key id.ID) (headRow, error) {
	row, err := pg.One[headRow](ctx, tx, headSQL, key, who.Reach())
	if err == nil && !row.seenBy(who) {
		return headRow{}, fault.NotFound.With()
	}
	return row, err
}

func (s *Service) getTx(ctx context.Context, tx *pg.Tx, who org.Actor, key id.ID) (o Order, err error) {
	row, err := headOfTx(ctx, tx, who, key)
	if err != nil {
		return o, err
	}
	o.Head, o.Address = row.Head, row.Address
	if o.Address.Phone, err = dealer.OpenReceiver(tx.Keys(), o.DealerID, o.Address.ID, o.Address.Phone.Reveal()); err != nil {
		return o, err
	}
	if o.Lines, err = pg.All[Line](ctx, tx, linesSQL, o.DealerID, key); err != nil {
		return o, err
	}
	if o.Shipments, err = shipmentsTx(ctx, tx, &o.Head); err != nil {
		return o, err
	}
	if o.Sources, err = s.stock.SourcesTx(ctx, tx, o.DealerID, key); err != nil {
		return o, err
	}
	o.Timeline, err = timeline.OfTx(ctx, tx, o.DealerID, key)
	return o, err
}

type headRow struct {
	Head
	Address Address `db:"address"`
}

func shipmentsTx(ctx context.Context, tx *pg.Tx, h *Head) ([]Shipment, error) {
	out, err := pg.All[Shipment](ctx, tx, shipmentsSQL, h.DealerID, h.ID)
	if err != nil || len(out) == 0 {
		return out, err
	}
	lines, err := pg.All[ShipmentLine](ctx, tx, shipmentLinesSQL, h.DealerID, h.ID)
	if err != nil {
		return nil, err
	}
	for i := range out {
		for _, l := range lines {
			if l.Shipment == out[i].ID {
				out[i].Lines = append(out[i].Lines, l)
			}
		}
	}
	return out, nil
}

// Filter chooses orders. The zero Filter chooses all in scope.
type Filter struct {
	State  State
	Text   string // in the number, or in the dealer's code and names (pinyin too)
	Dealer string // code
	From   *time.Time
	To     *time.Time // exclusive

	dealer  int32  // whose alone; 0: any in scope
	account *id.ID // whose alone; nil: anybody's
	reach   int32  // the staff scope; 0: every dealer
}

// of narrows the filter to what can be the actor's at all.
func (f Filter) of(who org.Actor) Filter {
	if who.Kind == org.Dealer {
		f.dealer, f.account = who.DealerID, who.Alone()
	}
	f.reach = who.Reach()
	return f
}

// seenBy is the application's own wall: an order is there for its dealer's people, and for an account with a
// pool of goods where it placed it itself.
func (h *Head) seenBy(who org.Actor) bool {
	alone := who.Alone()
	return who.Sees(h.DealerID) && (alone == nil || h.AccountID != nil && *h.AccountID == *alone)
}

// Card is an order in a list.
type Card struct {
	Head
	FirstLines []LineGlimpse
	Ordered    int64 // thousandths over all lines, to show how much was shipped
	Sent       int64
}

// LineGlimpse is what a list shows of a line.
type LineGlimpse struct {
	Name     string       `json:"name"`
	Quantity qty.Quantity `json:"quantity"`
	Unit     string       `json:"unit"`
	Image    string       `json:"image,omitempty" doc:"Address of the product's main picture, as it is today."`
}

// List returns the newest orders in scope that the filter chooses.
func (s *Service) List(ctx context.Context, who org.Actor, f Filter, p page.Request) (out page.List[Card], err error) {
	if err := who.Require(org.OrderRead); err != nil {
		return out, err
	}
	if p, err = p.Normal(); err != nil {
		return out, err
	}
	var after id.ID
	if p.Cursor != "" {
		if err := page.Decode(p.Cursor, &after); err != nil {
			return out, err
		}
	}
	sql, args := listQuery(f.of(who), after, p.Limit+1)
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		rows, err := pg.All[cardRow](ctx, tx, sql, args...)
		if err != nil {
			return err
		}
		cards := make([]Card, len(rows))
		for i, r := range rows {
			cards[i] = Card{Head: r.Head, FirstLines: r.Glimpses, Ordered: r.Ordered, Sent: r.Sent}
		}
		out = page.Cut(cards, p.Limit, func(c Card) []any { return []any{c.ID} })
		return nil
	})
	return out, err
}

type cardRow struct {
	Head
	Glimpses []LineGlimpse `db:"glimpses"`
	Ordered  int64         `db:"ordered"`
	Sent     int64         `db:"sent"`
}

// Summary is the counts by state and the money of all orders that a filter chooses; the counts leave the
// filter's own state aside, as the tabs of a list need them.
type Summary struct {
	Counts map[State]int
	Total  money.Amount
}

// Summary adds up the orders in scope that the filter chooses.
func (s *Service) Summary(ctx context.Context, who org.Actor, f Filter) (out Summary, err error) {
	if err := who.Require(org.OrderRead); err != nil {
		return out, err
	}
	sql, args := summaryQuery(f.of(who))
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		rows, err := pg.All[summaryRow](ctx, tx, sql, args...)
		if err != nil {
			return err
		}
		out.Counts = map[State]int{}
		for _, r := range rows {
			state := (&Head{Review: r.Review, Fulfilment: r.Fulfilment}).State()
			out.Counts[state] += r.Count
			if f.State == "" || f.State == state {
				out.Total += r.Total
			}
		}
		return nil
	})
	return out, err
}

type summaryRow struct {
	Review     Review       `db:"review"`
	Fulfilment Fulfilment   `db:"fulfilment"`
	Count      int          `db:"count"`
	Total      money.Amount `db:"total"`
}

// Changed is the orders that changed behind a cursor, for programs.
type Changed struct {
	Orders []Order
	Next   string
	More   bool
}

// Changes returns each order that changed behind the cursor, once, as it is now, in the order of the
// changes. Next is to be kept and asked with again; it comes also when nothing changed.
func (s *Service) Changes(ctx context.Context, who org.Actor, p page.Request) (out Changed, err error) {
	if err := who.Require(org.OrderRead); err != nil {
		return out, err
	}
	if p, err = p.Normal(); err != nil {
		return out, err
	}
	var after queue.Cursor
	if p.Cursor != "" {
		if err := page.Decode(p.Cursor, &after); err != nil {
			return out, err
		}
	}
	out.Orders = []Order{}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		facts, err := queue.SinceTx(ctx, tx, DocKind, after, p.Limit)
		if err != nil {
			return err
		}
		seen := map[string]bool{}
		for _, f := range facts {
			after = f.Cursor()
			if seen[f.DocID] {
				continue
			}
			seen[f.DocID] = true
			key, err := id.Parse(f.DocID)
			if err != nil {
				return err
			}
			o, err := s.getTx(ctx, tx, who, key)
			if err != nil {
				return err
			}
			out.Orders = append(out.Orders, o)
		}
		out.More = len(facts) == p.Limit
		return nil
	})
	out.Next = page.Encode(after)
	return out, err
}
