package view

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/order"
	"qudao/internal/org"
)

// OrderOutput answers with a whole order.
type OrderOutput struct{ Body Order }

// ShowOrder reads an order by id or number and shows it as the reader may see it. Moves answer with it too:
// what a page shows next is the order as it is then.
func ShowOrder(ctx context.Context, orders *order.Service, who org.Actor, ref string, lang fault.Language) (*OrderOutput, error) {
	o, err := orders.Get(ctx, who, ref)
	if err != nil {
		return nil, err
	}
	body, err := OrderOf(&o, Reader{Actor: who, Language: lang})
	return &OrderOutput{body}, err
}
