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
	httpapi.Handle(s.api, httpapi.Operation{ID: "dealer_level.save", Method: http.MethodPut, Path: "/dealer-levels/{code}", Surface: httpapi.Office,
		Permission: org.DealerEdit, Object: httpapi.Brand, Zh: "保存经销商等级", En: "Make or change a level of dealers",
		Doc: "The last change holds: there is no If-Match. Dealers keep their level."}, s.saveLevel)
	httpapi.Handle(s.api, httpapi.Operation{ID: "dealer_tag.save", Method: http.MethodPut, Path: "/dealer-tags/{code}", Surface: httpapi.Office,
		Permission: org.DealerEdit, Object: httpapi.Brand, Zh: "保存经销商标签", En: "Make or rename a tag of dealers",
		Doc: "The last change holds: there is no If-Match. Dealers keep their tags."}, s.saveTag)
	httpapi.Handle(s.api, httpapi.Operation{ID: "region.list", Method: http.MethodGet, Path: "/regions", Surface: httpapi.Office,
		Permission: httpapi.SignedIn, Object: httpapi.Brand, Zh: "行政区划", En: "List regions"}, s.listRegions)
}

// DealerFacts are the facts a dealer can be given.
type DealerFacts struct {
	Levels    []DealerLevel `json:"levels" doc:"The best first."`
	Tags      []org.Ref     `json:"tags"`
	Divisions []org.Ref     `json:"divisions"`
	Reps      []org.Ref     `json:"reps"`
}

// DealerLevel is a grade of dealers.
type DealerLevel struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Rank int    `json:"rank" doc:"1 is the best."`
}

func dealerLevel(l dealer.Level) DealerLevel { return DealerLevel(l) }

type dealerFactsOutput struct{ Body DealerFacts }

func (s *surface) listDealerFacts(ctx context.Context, who org.Actor, _ *struct{}) (*dealerFactsOutput, error) {
	c, err := s.Dealer.Choices(ctx, who)
	if err != nil {
		return nil, err
	}
	return &dealerFactsOutput{DealerFacts{Levels: view.Each(c.Levels, dealerLevel), Tags: view.Full(c.Tags), Divisions: view.Full(c.Divisions), Reps: view.Full(c.Reps)}}, nil
}

type dealerLevelOutput struct{ Body DealerLevel }

type saveLevelInput struct {
	ByCode
	Body struct {
		Code string `json:"code,omitempty" doc:"As in the address, where it is given."`
		Name string `json:"name"`
		Rank int    `json:"rank" doc:"1 is the best."`
	}
}

func (s *surface) saveLevel(ctx context.Context, who org.Actor, in *saveLevelInput) (*dealerLevelOutput, error) {
	if err := sameCode(in.Code, in.Body.Code); err != nil {
		return nil, err
	}
	l, err := s.Dealer.SaveLevel(ctx, who, dealer.Level{Code: in.Code, Name: in.Body.Name, Rank: in.Body.Rank})
	if err != nil {
		return nil, err
	}
	return &dealerLevelOutput{dealerLevel(l)}, nil
}

type dealerTagOutput struct{ Body org.Ref }

type saveTagInput struct {
	ByCode
	Body struct {
		Code string `json:"code,omitempty" doc:"As in the address, where it is given."`
		Name string `json:"name"`
	}
}

func (s *surface) saveTag(ctx context.Context, who org.Actor, in *saveTagInput) (*dealerTagOutput, error) {
	if err := sameCode(in.Code, in.Body.Code); err != nil {
		return nil, err
	}
	tag, err := s.Dealer.SaveTag(ctx, who, org.Ref{Code: in.Code, Name: in.Body.Name})
	if err != nil {
		return nil, err
	}
	return &dealerTagOutput{tag}, nil
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
