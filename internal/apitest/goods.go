package apitest

import (
	"context"

	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/inventory"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

// The goods of the brand: P1 for everybody with S1 (10.00, in fives from five) and S2 (20.00); P2 with
// S3 (30.00) for the key dealers alone, which only D1 is; P3, a draft. VIP is the key dealers' list, with
// S1 at 9.00 and from 100 at 8.00. There are 100 of each SKU in W1 and 50 in W2. Everybody sees how much.
var (
	audiences = []dealer.AudienceInput{
		{Code: "ALL", Name: "全部经销商"},
		{Code: "KEY", Name: "重点经销商", Rule: dealer.Rule{TagsAny: []string{"key"}}},
	}
	products = []catalog.ProductIn{
		{Code: "P1", Name: "五孔插座", Category: "SOCKET", Unit: "只", Allow: []string{"ALL"}, State: catalog.StatePublished, SKUs: []catalog.SKUIn{
			{Code: "S1", OrderCode: "80010001", Model: "QM-S1", Name: "五孔插座 白", Minimum: 5 * qty.One, Multiple: 5 * qty.One, TaxRate: rate(1300)},
			{Code: "S2", OrderCode: "80010002", Model: "QM-S2", Name: "五孔插座 灰", TaxRate: rate(1300)},
		}},
		{Code: "P2", Name: "智能面板", Category: "SOCKET", Unit: "只", Allow: []string{"KEY"}, State: catalog.StatePublished, SKUs: []catalog.SKUIn{
			{Code: "S3", OrderCode: "80010003", Model: "QM-S3", Name: "智能面板 白", TaxRate: rate(1300)},
		}},
		{Code: "P3", Name: "未发布的开关", Category: "SOCKET", Unit: "只", Allow: []string{"ALL"}, SKUs: []catalog.SKUIn{
			{Code: "S4", OrderCode: "80010004", Model: "QM-S4", Name: "未发布的开关 白", TaxRate: rate(1300)},
		}},
	}
	prices = map[string][]pricing.Change{
		"BASE": {
			{SKU: "S1", Tiers: pricing.Tiers{{Price: yuan(10)}}}, {SKU: "S2", Tiers: pricing.Tiers{{Price: yuan(20)}}},
			{SKU: "S3", Tiers: pricing.Tiers{{Price: yuan(30)}}}, {SKU: "S4", Tiers: pricing.Tiers{{Price: yuan(40)}}},
		},
		"VIP": {{SKU: "S1", Tiers: pricing.Tiers{{Price: yuan(9)}, {Minimum: 100 * qty.One, Price: yuan(8)}}}},
	}
)

func rate(basisPoints int) *money.Rate {
	r := money.Rate(basisPoints)
	return &r
}

func yuan(n int64) money.Price { return money.Price(n * 1_000_000) }

// foundGoods writes goods, prices and stock through the use cases that the office has.
func (s *Server) foundGoods(ctx context.Context) error {
	who := org.NewSystem("apitest")
	s.Write(func(ctx context.Context, tx *pg.Tx) error {
		if _, err := tx.Exec(ctx, warehousesSQL); err != nil {
			return err
		}
		return dealer.SaveAudiencesTx(ctx, tx, audiences)
	})
	if _, err := s.App.Catalog.CreateCategory(ctx, who, catalog.CategoryIn{Code: "SOCKET", Name: "插座"}); err != nil {
		return err
	}
	results, err := s.App.Catalog.Upsert(ctx, who, products)
	if err != nil {
		return err
	}
	for _, r := range results {
		if r.Problem != nil {
			return r.Problem
		}
	}
	if err := s.foundPrices(ctx, who); err != nil {
		return err
	}
	return s.foundStock(ctx, who)
}

func (s *Server) foundPrices(ctx context.Context, who org.Actor) error {
	for _, list := range []pricing.ListInput{
		{Code: "BASE", Name: "标准价", Kind: pricing.KindBase}, {Code: "VIP", Name: "重点价", Kind: pricing.KindAudience, Audience: "KEY", Priority: 10},
	} {
		if _, err := s.App.Pricing.CreateList(ctx, who, list); err != nil {
			return err
		}
		if _, err := s.App.Pricing.Change(ctx, who, list.Code, prices[list.Code]); err != nil {
			return err
		}
	}
	return nil
}

func (s *Server) foundStock(ctx context.Context, who org.Actor) error {
	var counts inventory.Counts
	for _, sku := range []string{"S1", "S2", "S3", "S4"} {
		counts.Items = append(counts.Items, inventory.Count{Warehouse: "W1", SKU: sku, OnHand: 100 * qty.One},
			inventory.Count{Warehouse: "W2", SKU: sku, OnHand: 50 * qty.One})
	}
	results, err := s.App.Inventory.SetOnHand(ctx, who, counts)
	if err != nil {
		return err
	}
	for _, r := range results {
		if r.Problem != nil {
			return r.Problem
		}
	}
	_, err = s.App.Inventory.PutSettings(ctx, who, []inventory.Setting{{Mode: inventory.ModeExact}})
	return err
}
