package office

import (
	"context"
	"strconv"

	"qudao/internal/fault"
	"qudao/internal/httpapi"
	"qudao/internal/inventory"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pricing"
)

// Use is something that speaks of an audience.
type Use struct {
	Kind  string `json:"kind" enum:"products,price_list,stock_display"`
	Code  string `json:"code" doc:"Of a price list, or of the category a rule of display is for; else empty."`
	Name  string `json:"name" doc:"In the caller's language where it is no name."`
	Count int    `json:"count" doc:"How many products; of other kinds 1."`
}

// uses tells, by audience, what speaks of it: each area is asked for its own, as far as the caller may
// read it. code narrows it to one audience; empty is all.
func (s *surface) uses(ctx context.Context, who org.Actor, code string) (map[string][]Use, error) {
	out := map[string][]Use{}
	for _, area := range []struct {
		permission org.Permission
		add        func(context.Context, org.Actor, string, map[string][]Use) error
	}{{org.PriceRead, s.priceUses}, {org.ProductRead, s.productUses}, {org.StockRead, s.displayUses}} {
		if !who.May(area.permission) {
			continue
		}
		if err := area.add(ctx, who, code, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (s *surface) priceUses(ctx context.Context, who org.Actor, code string, out map[string][]Use) error {
	f := pricing.ListsFilter{Kind: pricing.KindAudience, State: pricing.ListActive, Request: page.Request{Limit: page.MaxLimit}}
	for {
		list, err := s.Pricing.Lists(ctx, who, f)
		if err != nil {
			return err
		}
		for _, l := range list.Items {
			if l.Audience != nil && (code == "" || l.Audience.Code == code) {
				out[l.Audience.Code] = append(out[l.Audience.Code], Use{Kind: "price_list", Code: l.Code, Name: l.Name, Count: 1})
			}
		}
		if f.Cursor = list.Next; f.Cursor == "" {
			return nil
		}
	}
}

func (s *surface) productUses(ctx context.Context, who org.Actor, code string, out map[string][]Use) error {
	counts, err := s.Catalog.AudienceCounts(ctx, who, code)
	for audience, n := range counts {
		out[audience] = append(out[audience], Use{Kind: "products", Name: countOf(ctx, n, "个商品", " product", " products"), Count: n})
	}
	return err
}

func (s *surface) displayUses(ctx context.Context, who org.Actor, code string, out map[string][]Use) error {
	settings, err := s.Inventory.Settings(ctx, who)
	for _, rule := range settings {
		if rule.Audience == "" || code != "" && rule.Audience != code {
			continue
		}
		out[rule.Audience] = append(out[rule.Audience], Use{Kind: "stock_display", Code: rule.Category, Name: displayName(ctx, rule), Count: 1})
	}
	return err
}

func displayName(ctx context.Context, rule inventory.Setting) string {
	name := "库存展示"
	if httpapi.Language(ctx) == fault.English {
		name = "Display of stock"
	}
	if rule.Category != "" {
		name += " (" + rule.Category + ")"
	}
	return name
}

func countOf(ctx context.Context, n int, zh, one, many string) string {
	number := strconv.Itoa(n)
	switch {
	case httpapi.Language(ctx) != fault.English:
		return number + " " + zh
	case n == 1:
		return number + one
	default:
		return number + many
	}
}
