package purchasing

import (
	"context"
	"fmt"

	"qudao/internal/catalog"
	"qudao/internal/clock"
	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/inventory"
	"qudao/internal/money"
	"qudao/internal/once"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

// MaxLines is how many lines a cart may hold: as many as an order.
const MaxLines = order.MaxLines

// Service is the use cases of this package.
type Service struct {
	db      *pg.DB
	dealers *dealer.Service
	goods   *catalog.Service
	stock   *inventory.Service
	book    *pricing.Book
	clock   clock.Clock
}

// New returns the service. The clock judges the validity of price lists in previews.
func New(db *pg.DB, dealers *dealer.Service, goods *catalog.Service, stock *inventory.Service, book *pricing.Book, c clock.Clock) *Service {
	return &Service{db: db, dealers: dealers, goods: goods, stock: stock, book: book, clock: c}
}

// Wanted is a SKU and how much of it.
type Wanted struct {
	SKU      string
	Quantity qty.Quantity
}

// Cart is a priced preview of what an account is about to order.
type Cart struct {
	Lines     []Line
	Basket    pricing.Basket // its lines stand beside Lines, those without a price count nothing
	Placeable bool           // every line may be ordered as it is, and all of it by this account
	Problems  []error        // faults of the whole: it is above what the account may order
}

// Line is one line of a cart as of now.
type Line struct {
	Item     *catalog.Item // nil: it is not, or no longer, to be had
	SKU      string
	Was      string // what it was called when it was chosen, where that is kept
	Quantity qty.Quantity
	Priced   *pricing.Priced // nil: no price
	Stock    inventory.Shown
	Problem  error // a fault: why the line cannot be ordered as it is; nil: it can
}

// Cart returns the account's cart with today's prices and stock.
func (s *Service) Cart(ctx context.Context, who org.Actor, lang fault.Language) (Cart, error) {
	if err := who.Require(org.ProductRead); err != nil {
		return Cart{}, err
	}
	var rows []cartRow
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		rows, err = pg.All[cartRow](ctx, tx, cartSQL, who.DealerID, who.AccountID)
		return err
	})
	if err != nil {
		return Cart{}, err
	}
	wanted := make([]Wanted, len(rows))
	for i, r := range rows {
		wanted[i] = Wanted{SKU: r.SKU, Quantity: r.Quantity}
	}
	return s.Preview(ctx, who, wanted, lang)
}

type cartRow struct {
	SKU      string       `db:"code"`
	Quantity qty.Quantity `db:"quantity"`
}

// Preview prices what somebody wants, as placement would now, and says of each line whether it may be
// ordered. A SKU named twice stands twice; placement sums.
func (s *Service) Preview(ctx context.Context, who org.Actor, wanted []Wanted, lang fault.Language) (Cart, error) {
	cart := Cart{Lines: make([]Line, len(wanted)), Placeable: len(wanted) > 0}
	known, err := s.dealers.Known(ctx, who.DealerID)
	if err != nil {
		return cart, err
	}
	codes := make([]string, len(wanted))
	for i, w := range wanted {
		codes[i] = w.SKU
	}
	items, err := s.goods.Items(ctx, codes)
	if err != nil {
		return cart, err
	}
	var ids []int32
	for _, item := range items {
		if item.VisibleTo(known.Audiences, who.Pool()) {
			ids = append(ids, item.ID)
		}
	}
	var used pricing.Used
	offers, err := s.book.Offers(ctx, known.ID, known.Audiences, ids, &used)
	if err != nil {
		return cart, err
	}
	available, err := s.stock.Available(ctx, ids)
	if err != nil {
		return cart, err
	}
	displays, err := s.stock.Displays(ctx)
	if err != nil {
		return cart, err
	}
	lines := make([]pricing.Line, len(wanted))
	for i, w := range wanted {
		l := Line{SKU: w.SKU, Quantity: w.Quantity}
		if item := items[w.SKU]; item != nil && item.VisibleTo(known.Audiences, who.Pool()) {
			rule := displays.For(known.Audiences, item.CategoryPath)
			l.Item = item
			l.Stock = inventory.Show(rule, available[item.ID], lang)
			lines[i] = pricing.Line{SKU: item.ID, Quantity: w.Quantity, TaxRate: item.TaxRate, Offers: offers[item.ID]}
			l.Problem = problem(item, w, offers[item.ID], available[item.ID], rule)
		} else {
			l.Problem = order.SKUMissing.With("sku", w.SKU)
		}
		cart.Placeable = cart.Placeable && l.Problem == nil
		cart.Lines[i] = l
	}
	if cart.Basket, err = s.evaluate(&cart, lines); err != nil {
		return cart, err
	}
	for i := range cart.Lines {
		if p := &cart.Basket.Lines[i]; p.List != nil {
			cart.Lines[i].Priced = p
		} else if l := &cart.Lines[i]; l.Problem == nil {
			l.Problem, cart.Placeable = order.PriceMissing.With("sku", l.SKU), false
		}
	}
	return cart, s.holdAgainst(ctx, who, &cart)
}

// holdAgainst tells what of the whole is above the limits of the account.
func (s *Service) holdAgainst(ctx context.Context, who org.Actor, cart *Cart) error {
	if !who.Spends() {
		return nil
	}
	var allowance *order.Allowance
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		allowance, err = order.AllowanceTx(ctx, tx, who)
		return err
	})
	if err != nil {
		return err
	}
	if above := allowance.Check(cart.Basket.Total, who.HidesPrices()); above != nil {
		cart.Problems, cart.Placeable = append(cart.Problems, above), false
	}
	return nil
}

// evaluate prices the lines of a cart. A line that comes to more money than an amount holds, by itself or
// with those before it, is named and counts nothing: a cart can always be read, and so be put right.
func (s *Service) evaluate(cart *Cart, lines []pricing.Line) (pricing.Basket, error) {
	now := s.clock.Now()
	basket, err := pricing.Evaluate(lines, now)
	if err == nil {
		return basket, nil
	}
	var sum money.Amount
	for i := range lines {
		one, err := pricing.Evaluate(lines[i:i+1], now)
		with := sum
		if err == nil {
			with, err = money.Sum(sum, one.Total)
		}
		if err != nil {
			cart.Lines[i].Problem, cart.Placeable = err, false
			lines[i].Offers = nil
			continue
		}
		sum = with
	}
	return pricing.Evaluate(lines, now)
}

// problem says why a line cannot be ordered as it is, in the words of placement.
func problem(item *catalog.Item, w Wanted, offers []pricing.Offer, available qty.Quantity, rule inventory.Rule) error {
	if err := item.Rule.Check(w.Quantity); err != nil {
		return err
	}
	if len(offers) == 0 {
		return order.PriceMissing.With("sku", w.SKU)
	}
	if available < w.Quantity {
		if rule.Mode == inventory.ModeExact {
			return order.StockShort.With("sku", w.SKU, "left", available)
		}
		return order.StockHidden.With("sku", w.SKU)
	}
	return nil
}

// Put sets the quantity of a SKU in the cart; 0 takes it out.
//
// Errors: order.SKUMissing, the SKU's quantity rules, CartFull.
func (s *Service) Put(ctx context.Context, who org.Actor, w Wanted) error {
	if w.Quantity == 0 {
		return s.Remove(ctx, who, w.SKU)
	}
	ids, err := s.check(ctx, who, []Wanted{w})
	if err != nil {
		return err
	}
	return s.write(ctx, who, putSQL, ids, []Wanted{w})
}

// Add adds quantities to the cart. All lines are added or none.
//
// Errors: as Put, by line.
func (s *Service) Add(ctx context.Context, who org.Actor, wanted []Wanted) error {
	ids, err := s.check(ctx, who, wanted)
	if err != nil {
		return err
	}
	return s.write(ctx, who, addSQL, ids, wanted)
}

// AddPossible adds what can be bought and returns the lines that cannot: not published any more, without
// a price, or coming to more money than there is. A quantity that breaks a rule and a short stock do not keep
// a line out: the cart names them, and there they are put right.
//
// Errors: CartFull.
func (s *Service) AddPossible(ctx context.Context, who org.Actor, wanted []Wanted, lang fault.Language) ([]Line, error) {
	if err := who.Require(org.OrderPlace); err != nil {
		return nil, err
	}
	now, err := s.Preview(ctx, who, wanted, lang)
	if err != nil {
		return nil, err
	}
	left, possible := split(now.Lines)
	if len(possible) == 0 {
		return left, nil
	}
	return left, s.Add(ctx, who, possible)
}

// split tells the lines that cannot be bought from the others.
func split(lines []Line) (left []Line, possible []Wanted) {
	for _, l := range lines {
		if l.Priced == nil {
			left = append(left, l)
			continue
		}
		possible = append(possible, Wanted{SKU: l.SKU, Quantity: l.Quantity})
	}
	return left, possible
}

// check finds the SKUs and refuses what the dealer could never order. An added quantity is not held
// against the rule by itself, because it is the sum that must be right; the cart says so.
func (s *Service) check(ctx context.Context, who org.Actor, wanted []Wanted) ([]int32, error) {
	if err := who.Require(org.OrderPlace); err != nil {
		return nil, err
	}
	var wrong fault.Fields
	if len(wanted) > MaxLines {
		wrong.Add("lines", CartFull, "limit", MaxLines)
		return nil, wrong.Err()
	}
	known, err := s.dealers.Known(ctx, who.DealerID)
	if err != nil {
		return nil, err
	}
	codes := make([]string, len(wanted))
	for i, w := range wanted {
		codes[i] = w.SKU
	}
	items, err := s.goods.Items(ctx, codes)
	if err != nil {
		return nil, err
	}
	ids := make([]int32, len(wanted))
	for i, w := range wanted {
		item := items[w.SKU]
		if item == nil || !item.VisibleTo(known.Audiences, who.Pool()) {
			wrong.Add(path(i), order.SKUMissing, "sku", w.SKU)
			continue
		}
		ids[i] = item.ID
		if err := (qty.Rule{Minimum: 1, Multiple: 1}).Check(w.Quantity); err != nil {
			f, _ := fault.As(err)
			wrong = append(wrong, fault.Field{Path: path(i) + ".quantity", Definition: f.Definition, Facts: f.Facts})
		}
	}
	return ids, wrong.Err()
}

func (s *Service) write(ctx context.Context, who org.Actor, sql string, ids []int32, wanted []Wanted) error {
	sums := map[int32]qty.Quantity{}
	for i, w := range wanted {
		sums[ids[i]] += w.Quantity
	}
	skus := pg.Sorted(ids)
	quantities := make([]qty.Quantity, len(skus))
	for i, sku := range skus {
		quantities[i] = sums[sku]
	}
	return s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		_, err := once.Do(ctx, tx, func() (int, error) {
			if _, err := tx.Exec(ctx, sql, who.DealerID, who.AccountID, skus, quantities); err != nil {
				return 0, err
			}
			size, err := pg.One[cartSize](ctx, tx, sizeSQL, who.DealerID, who.AccountID)
			if err != nil {
				return 0, err
			}
			return size.Lines, size.check()
		})
		return err
	})
}

// cartSize is what a cart came to.
type cartSize struct {
	Lines    int          `db:"lines"`
	Greatest qty.Quantity `db:"greatest"` // of the quantities
}

// check refuses a cart that no order could hold: additions come to more than each of them was.
func (c cartSize) check() error {
	if c.Lines > MaxLines {
		return CartFull.With("limit", MaxLines)
	}
	f, refused := fault.As((qty.Rule{Minimum: 1, Multiple: 1}).Check(max(1, c.Greatest)))
	if !refused {
		return nil
	}
	return fault.Fields{{Path: "lines", Definition: f.Definition, Facts: f.Facts}}.Err()
}

// Remove takes SKUs out of the cart; none named takes out all. What is not in it is no error.
func (s *Service) Remove(ctx context.Context, who org.Actor, skus ...string) error {
	if skus == nil {
		skus = []string{}
	}
	return s.remove(ctx, who, removeSQL, skus)
}

// Ordered takes out what an order was placed of. What was put in since stays: a placement that is said again,
// because its answer was lost, is the same order, but the cart is no longer the same.
func (s *Service) Ordered(ctx context.Context, who org.Actor, placed id.ID, skus []string) error {
	return s.remove(ctx, who, orderedSQL, skus, placed)
}

func (s *Service) remove(ctx context.Context, who org.Actor, sql string, args ...any) error {
	if err := who.Require(org.OrderPlace); err != nil {
		return err
	}
	return s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		_, err := tx.Exec(ctx, sql, append([]any{who.DealerID, who.AccountID}, args...)...)
		return err
	})
}

func path(i int) string { return fmt.Sprintf("lines[%d]", i) }
