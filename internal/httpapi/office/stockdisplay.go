package office

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/inventory"
	"qudao/internal/org"
	"qudao/internal/qty"
)

func (s *surface) stockDisplay() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "stock_display.read", Method: http.MethodGet, Path: "/stock-display", Surface: httpapi.Office,
		Permission: org.StockRead, Object: httpapi.Brand, Zh: "库存展示规则", En: "Read how stock is shown to dealers"}, s.readDisplay)
	httpapi.Handle(s.api, httpapi.Operation{ID: "stock_display.edit", Method: http.MethodPut, Path: "/stock-display", Surface: httpapi.Office,
		Permission: org.StockEdit, Object: httpapi.Brand, Zh: "修改库存展示规则", En: "Make these the rules by which stock is shown, and these alone"}, s.editDisplay)
}

// DisplayRule is how stock is shown, to an audience or all, for a category or all. A rule for an audience
// stands before one for all, the nearest category before the farther, then the higher priority.
type DisplayRule struct {
	Audience string         `json:"audience,omitempty" doc:"Code; all dealers where it is left out."`
	Category string         `json:"category,omitempty" doc:"Code; all products where it is left out."`
	Mode     inventory.Mode `json:"mode" enum:"exact,banded,flag,hidden"`
	Bands    []qty.Quantity `json:"bands" required:"false" doc:"Of mode banded: lower bounds, rising."`
	Priority int            `json:"priority" required:"false" minimum:"-1000000" maximum:"1000000"`
}

func displayRule(s inventory.Setting) DisplayRule {
	return DisplayRule{Audience: s.Audience, Category: s.Category, Mode: s.Mode, Bands: view.Full(s.Bands), Priority: s.Priority}
}

func (s *surface) readDisplay(ctx context.Context, who org.Actor, _ *struct{}) (*listOutput[DisplayRule], error) {
	settings, err := s.Inventory.Settings(ctx, who)
	return listed(settings, err, displayRule)
}

type editDisplayInput struct {
	Body struct {
		Items []DisplayRule `json:"items" maxItems:"1000"`
	}
}

func (s *surface) editDisplay(ctx context.Context, who org.Actor, in *editDisplayInput) (*listOutput[DisplayRule], error) {
	settings, err := s.Inventory.PutSettings(ctx, who, view.Each(in.Body.Items, func(r DisplayRule) inventory.Setting { return inventory.Setting(r) }))
	return listed(settings, err, displayRule)
}
