package pricing

import (
	"time"

	"qudao/internal/money"
	"qudao/internal/qty"
)

// Line is one SKU of a basket. A basket names a SKU once: rows of one SKU are summed before (Merge).
type Line struct {
	SKU      int32
	Quantity qty.Quantity
	TaxRate  money.Rate
	Offers   []Offer // in the order of the sources
}

// Offer is what one list has for a SKU.
type Offer struct {
	List  *List
	Tiers Tiers
}

// Priced is a line with its money. Amount is with tax, Net without.
type Priced struct {
	SKU      int32
	Quantity qty.Quantity
	Price    money.Price // of one unit, in the terms of the list (with tax or without)
	Amount   money.Amount
	Net      money.Amount
	Tax      money.Amount
	Tiers    Tiers // the ladder of the winning list
	List     *List // nil: no price, not orderable
	Trace    Trace
}

// Basket is a priced basket. Goods is the sum of the lines; Total is what is to be paid.
type Basket struct {
	Lines    []Priced
	Currency money.Currency
	Goods    money.Amount
	Discount money.Amount
	Freight  money.Amount
	Total    money.Amount
	Net      money.Amount
	Tax      money.Amount
}

// Evaluate prices lines at a moment. It is pure: the same lines give the same result in any order, and
// each line's result stands in its own place. A line without a price has a nil List and counts nothing.
//
// Errors: money beyond what an amount can hold.
func Evaluate(lines []Line, at time.Time) (Basket, error) {
	b := Basket{Currency: money.CNY, Lines: make([]Priced, len(lines))}
	for i := range lines {
		p, err := evaluateLine(&lines[i], at)
		if err != nil {
			return Basket{}, err
		}
		b.Lines[i] = p
	}
	goods, net, tax := make([]money.Amount, len(lines)), make([]money.Amount, len(lines)), make([]money.Amount, len(lines))
	for i, p := range b.Lines {
		goods[i], net[i], tax[i] = p.Amount, p.Net, p.Tax
	}
	var err error
	if b.Goods, err = money.Sum(goods...); err != nil {
		return Basket{}, err
	}
	if b.Net, err = money.Sum(net...); err != nil {
		return Basket{}, err
	}
	if b.Tax, err = money.Sum(tax...); err != nil {
		return Basket{}, err
	}
	b.Total = b.Goods - b.Discount + b.Freight
	return b, nil
}

func evaluateLine(l *Line, at time.Time) (Priced, error) {
	p := Priced{SKU: l.SKU, Quantity: l.Quantity}
	for _, o := range l.Offers {
		step, has := o.Tiers.At(l.Quantity)
		switch {
		case !o.List.ValidAt(at):
			p.Trace.refuse(o.List, step, ReasonNotValid)
		case !has && len(o.Tiers) > 0:
			p.Trace.refuse(o.List, o.Tiers[0], ReasonBelowFirstTier)
		case !has:
			// A list without this SKU is no rule about it, so it is not in the trace.
		case p.List != nil:
			p.Trace.refuse(o.List, step, ReasonLowerPriority)
		default:
			p.List, p.Tiers, p.Price = o.List, o.Tiers, step.Price
			p.Trace.apply(o.List, step)
		}
	}
	if p.List == nil {
		return p, nil
	}
	p.Trace.Quantity, p.Trace.Rate, p.Trace.TaxIncluded, p.Trace.Price = l.Quantity, l.TaxRate, p.List.TaxIncluded, p.Price
	var err error
	p.Amount, p.Net, p.Tax, err = p.Trace.Replay()
	p.Trace.Amount = p.Amount
	return p, err
}
