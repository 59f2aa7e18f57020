package main

import (
	"context"
	"math/rand/v2"
)

// buyer is a signed-in dealer and what it can order.
type buyer struct {
	Login   string   `json:"login"`
	Cookie  string   `json:"cookie"`
	Address string   `json:"address"`
	SKUs    []choice `json:"skus"`
}

type choice struct {
	Code  string  `json:"code"`
	First float64 `json:"first"` // the smallest right quantity
}

// ordering places orders.
type ordering struct {
	*caller
	buyers []buyer
	lines  int
	hot    choice // in every order; none without a code
	all    bool   // nothing but the hot one, in its smallest quantity
}

// ask places one order.
func (p *ordering) ask(ctx context.Context, n int, random *rand.Rand) outcome {
	type line struct {
		SKU      string  `json:"sku"`
		Quantity float64 `json:"quantity"`
	}
	b := p.buyers[n%len(p.buyers)]
	body := struct {
		Address  string `json:"address_id"`
		Lines    []line `json:"lines"`
		FromCart bool   `json:"from_cart"`
	}{Address: b.Address}
	if p.hot.Code != "" {
		times := 1
		if !p.all {
			times += random.IntN(3)
		}
		body.Lines = append(body.Lines, line{p.hot.Code, p.hot.First * float64(times)})
	}
	// Stratified, as in the reference: line i draws from the i-th part of what the buyer can order.
	step := len(b.SKUs) / p.lines
	for i := len(body.Lines); i < p.lines && !p.all; i++ {
		k := b.SKUs[i*step+random.IntN(step)]
		for k.Code == p.hot.Code {
			k = b.SKUs[i*step+random.IntN(step)]
		}
		body.Lines = append(body.Lines, line{k.Code, k.First * float64(1+random.IntN(3))})
	}
	_, o := p.call(ctx, b.Cookie, "/api/portal/orders", body)
	return o
}
