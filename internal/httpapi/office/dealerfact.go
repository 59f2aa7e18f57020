package office

import (
	"context"
	"net/http"

	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
)

func (s *surface) dealerFacts() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "dealer_fact.list", Method: http.MethodGet, Path: "/dealer-facts", Surface: httpapi.Office,
		Permission: org.DealerRead, Object: httpapi.Brand, Zh: "经销商可选资料", En: "What a dealer can be given: levels, tags, divisions, reps"}, s.listDealerFacts)
	httpapi.Handle(s.api, httpapi.Operation{ID: "region.list", Method: http.MethodGet, Path: "/regions", Surface: httpapi.Office,
		Permission: org.DealerRead, Object: httpapi.Brand, Zh: "行政区划", En: "List regions"}, s.listRegions)
}

// DealerFacts are the facts a dealer can be given.
type DealerFacts struct {
	Levels    []org.Ref `json:"levels"`
	Tags      []org.Ref `json:"tags"`
	Divisions []org.Ref `json:"divisions"`
	Reps      []org.Ref `json:"reps"`
}

type dealerFactsOutput struct{ Body DealerFacts }

func (s *surface) listDealerFacts(ctx context.Context, who org.Actor, _ *struct{}) (*dealerFactsOutput, error) {
	c, err := s.Dealer.Choices(ctx, who)
	if err != nil {
		return nil, err
	}
	return &dealerFactsOutput{DealerFacts{Levels: view.Full(c.Levels), Tags: view.Full(c.Tags), Divisions: view.Full(c.Divisions), Reps: view.Full(c.Reps)}}, nil
}

// Region is an administrative division of China.
type Region struct {
	Code   int    `json:"code"`
	Name   string `json:"name"`
	Parent *int   `json:"parent,omitempty"`
	Level  int    `json:"level" doc:"1 province, 2 city, 3 county."`
}

func (s *surface) listRegions(ctx context.Context, who org.Actor, _ *struct{}) (*listOutput[Region], error) {
	regions, err := s.Dealer.Regions(ctx, who)
	return listed(regions, err, func(r dealer.Region) Region {
		return Region{Code: r.Code, Name: r.Name, Parent: r.Parent, Level: r.Level}
	})
}
