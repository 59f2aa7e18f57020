package portal

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
	"qudao/internal/purchasing"
	"qudao/internal/qty"
)

func (s *surface) cart() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "cart.read", Method: http.MethodGet, Path: "/cart", Surface: httpapi.Portal,
		Permission: org.ProductRead, Object: httpapi.Own, Zh: "购物车", En: "Read the cart, priced now"}, s.readCart)
	httpapi.Handle(s.api, httpapi.Operation{ID: "cart.add", Method: http.MethodPost, Path: "/cart/lines", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Own, Zh: "加入购物车", En: "Add to the cart"}, s.addToCart)
	httpapi.Handle(s.api, httpapi.Operation{ID: "cart.put", Method: http.MethodPut, Path: "/cart/lines/{sku}", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Own, Zh: "修改数量", En: "Set a quantity; 0 takes the line out"}, s.putInCart)
	httpapi.Handle(s.api, httpapi.Operation{ID: "cart.remove", Method: http.MethodDelete, Path: "/cart/lines/{sku}", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Own, Zh: "移出购物车", En: "Take a line out of the cart"}, s.removeFromCart)
	httpapi.Handle(s.api, httpapi.Operation{ID: "cart.clear", Method: http.MethodDelete, Path: "/cart", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Own, Zh: "清空购物车", En: "Empty the cart"}, s.clearCart)
}

type cartOutput struct{ Body view.Cart }

func (s *surface) readCart(ctx context.Context, who org.Actor, _ *struct{}) (*cartOutput, error) {
	return s.cartWith(ctx, who, nil)
}

// cartWith is the cart as it is now, with what could not be put into it.
func (s *surface) cartWith(ctx context.Context, who org.Actor, left []purchasing.Line) (*cartOutput, error) {
	lang := httpapi.Language(ctx)
	c, err := s.Purchasing.Cart(ctx, who, lang)
	if err != nil {
		return nil, err
	}
	return &cartOutput{view.CartOf(c, left, lang)}, nil
}

type addInput struct {
	Body struct {
		Lines []wanted `json:"lines" minItems:"1" maxItems:"1000"`
	}
}

func (s *surface) addToCart(ctx context.Context, who org.Actor, in *addInput) (*cartOutput, error) {
	lines := make([]purchasing.Wanted, len(in.Body.Lines))
	for i, l := range in.Body.Lines {
		lines[i] = purchasing.Wanted{SKU: l.SKU, Quantity: l.Quantity}
	}
	if err := s.Purchasing.Add(ctx, who, lines); err != nil {
		return nil, err
	}
	return s.cartWith(ctx, who, nil)
}

type putInput struct {
	SKU  string `path:"sku"`
	Body struct {
		Quantity qty.Quantity `json:"quantity"`
	}
}

func (s *surface) putInCart(ctx context.Context, who org.Actor, in *putInput) (*cartOutput, error) {
	if err := s.Purchasing.Put(ctx, who, purchasing.Wanted{SKU: in.SKU, Quantity: in.Body.Quantity}); err != nil {
		return nil, err
	}
	return s.cartWith(ctx, who, nil)
}

type lineInput struct {
	SKU string `path:"sku"`
}

func (s *surface) removeFromCart(ctx context.Context, who org.Actor, in *lineInput) (*cartOutput, error) {
	if err := s.Purchasing.Remove(ctx, who, in.SKU); err != nil {
		return nil, err
	}
	return s.cartWith(ctx, who, nil)
}

func (s *surface) clearCart(ctx context.Context, who org.Actor, _ *struct{}) (*cartOutput, error) {
	if err := s.Purchasing.Remove(ctx, who); err != nil {
		return nil, err
	}
	return s.cartWith(ctx, who, nil)
}
