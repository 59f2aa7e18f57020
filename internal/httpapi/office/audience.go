package office

import (
	"context"
	"net/http"

	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
	"qudao/internal/page"
)

func (s *surface) audiences() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "audience.list", Method: http.MethodGet, Path: "/audiences", Surface: httpapi.Office,
		Permission: org.AudienceRead, Object: httpapi.Brand, Zh: "客群列表", En: "List audiences",
		Doc: "count is of the dealers the caller sees; used_by of the uses the caller may read."}, s.listAudiences)
	httpapi.Handle(s.api, httpapi.Operation{ID: "audience.read", Method: http.MethodGet, Path: "/audiences/{code}", Surface: httpapi.Office,
		Permission: org.AudienceRead, Object: httpapi.Brand, Zh: "客群详情", En: "Read an audience"}, s.readAudience)
	httpapi.Handle(s.api, httpapi.Operation{ID: "audience.dealers", Method: http.MethodGet, Path: "/audiences/{code}/dealers", Surface: httpapi.Office,
		Permission: org.AudienceRead, Object: httpapi.Brand, Zh: "客群中的经销商", En: "List the dealers of an audience, and why each is in"}, s.audienceDealers)
	httpapi.Handle(s.api, httpapi.Operation{ID: "audience.preview", Method: http.MethodPost, Path: "/audiences/preview", Surface: httpapi.Office,
		Permission: org.AudienceRead, Object: httpapi.Brand, Zh: "预览客群", En: "Tell whom a rule would hold, without keeping it"}, s.previewAudience)
	httpapi.Handle(s.api, httpapi.Operation{ID: "audience.create", Method: http.MethodPost, Path: "/audiences", Surface: httpapi.Office,
		Permission: org.AudienceEdit, Object: httpapi.Brand, Idempotent: true, Zh: "新建客群", En: "Create an audience"}, s.createAudience)
	httpapi.Handle(s.api, httpapi.Operation{ID: "audience.edit", Method: http.MethodPut, Path: "/audiences/{code}", Surface: httpapi.Office,
		Permission: org.AudienceEdit, Object: httpapi.Brand, Zh: "修改客群", En: "Change an audience",
		Doc: "The dealers it holds no longer, or now, see what follows at once."}, s.editAudience)
}

// Audience is a named set of dealers.
type Audience struct {
	Code    string       `json:"code"`
	Name    string       `json:"name"`
	Rule    AudienceRule `json:"rule"`
	Count   int          `json:"count"`
	UsedBy  []Use        `json:"used_by"`
	Version int          `json:"version"`
}

// AudienceRule says which dealers an audience holds. Every condition that is not empty must hold;
// dealers that are named stand above them all. Without any condition it holds every dealer.
type AudienceRule struct {
	Levels     []string `json:"levels" required:"false" maxItems:"1000" doc:"One of these."`
	Regions    []int    `json:"regions" required:"false" maxItems:"1000" doc:"In or under one of these."`
	TagsAny    []string `json:"tags_any" required:"false" maxItems:"1000" doc:"One of these at least."`
	TagsAll    []string `json:"tags_all" required:"false" maxItems:"1000" doc:"Each of these."`
	TagsNone   []string `json:"tags_none" required:"false" maxItems:"1000" doc:"None of these."`
	Divisions  []string `json:"divisions" required:"false" maxItems:"1000" doc:"A contract with one of these."`
	DealersIn  []string `json:"dealers_in" required:"false" maxItems:"10000" doc:"These, whatever the conditions; alone: only these."`
	DealersOut []string `json:"dealers_out" required:"false" maxItems:"10000" doc:"Never these."`
}

// AudienceMember is a dealer that a rule holds.
type AudienceMember struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Because string `json:"because" doc:"The conditions it meets, in the caller's language."`
}

func (s *surface) listAudiences(ctx context.Context, who org.Actor, _ *struct{}) (*listOutput[Audience], error) {
	list, err := s.Dealer.Audiences(ctx, who)
	if err != nil {
		return nil, err
	}
	uses, err := s.uses(ctx, who, "")
	return listed(list, err, func(a dealer.Audience) Audience { return audience(a, uses) })
}

type audienceOutput struct{ Body Audience }

func (s *surface) readAudience(ctx context.Context, who org.Actor, in *ByCode) (*audienceOutput, error) {
	a, err := s.Dealer.Audience(ctx, who, in.Code)
	return s.audience(ctx, who, a, err)
}

func (s *surface) audience(ctx context.Context, who org.Actor, a dealer.Audience, err error) (*audienceOutput, error) {
	if err != nil {
		return nil, err
	}
	uses, err := s.uses(ctx, who, a.Code)
	return &audienceOutput{audience(a, uses)}, err
}

type audienceDealersInput struct {
	ByCode
	page.Request
}

type audienceDealersOutput struct{ Body page.List[AudienceMember] }

func (s *surface) audienceDealers(ctx context.Context, who org.Actor, in *audienceDealersInput) (*audienceDealersOutput, error) {
	list, err := s.Dealer.AudienceDealers(ctx, who, in.Code, in.Request)
	if err != nil {
		return nil, err
	}
	return &audienceDealersOutput{page.List[AudienceMember]{Items: view.Each(list.Items, member(ctx)), Next: list.Next}}, nil
}

type previewInput struct {
	Body struct {
		Rule AudienceRule `json:"rule"`
	}
}

type previewOutput struct{ Body AudiencePreview }

// AudiencePreview is whom a rule would hold.
type AudiencePreview struct {
	Count  int              `json:"count"`
	Sample []AudienceMember `json:"sample"`
}

func (s *surface) previewAudience(ctx context.Context, who org.Actor, in *previewInput) (*previewOutput, error) {
	p, err := s.Dealer.Preview(ctx, who, in.Body.Rule.rule())
	if err != nil {
		return nil, err
	}
	return &previewOutput{AudiencePreview{Count: p.Count, Sample: view.Each(p.Sample, member(ctx))}}, nil
}

type createAudienceInput struct{ Body AudienceFields }

// AudienceFields are an audience as it is given.
type AudienceFields struct {
	Code string       `json:"code,omitempty" doc:"Of a new audience; afterwards it stays."`
	Name string       `json:"name"`
	Rule AudienceRule `json:"rule"`
}

func (s *surface) createAudience(ctx context.Context, who org.Actor, in *createAudienceInput) (*audienceOutput, error) {
	a, err := s.Dealer.CreateAudience(ctx, who, dealer.AudienceInput{Code: in.Body.Code, Name: in.Body.Name, Rule: in.Body.Rule.rule()})
	return s.audience(ctx, who, a, err)
}

type editAudienceInput struct {
	httpapi.Edit
	ByCode
	Body AudienceFields
}

func (s *surface) editAudience(ctx context.Context, who org.Actor, in *editAudienceInput) (*audienceOutput, error) {
	if err := sameCode(in.Code, in.Body.Code); err != nil {
		return nil, err
	}
	a, err := s.Dealer.EditAudience(ctx, who, in.Code, in.Version, dealer.AudienceInput{Name: in.Body.Name, Rule: in.Body.Rule.rule()})
	return s.audience(ctx, who, a, err)
}

func audience(a dealer.Audience, uses map[string][]Use) Audience {
	return Audience{Code: a.Code, Name: a.Name, Count: a.Count, UsedBy: view.Full(uses[a.Code]), Version: a.Version, Rule: AudienceRule{
		Levels: view.Full(a.Rule.Levels), Regions: view.Full(a.Rule.Regions), TagsAny: view.Full(a.Rule.TagsAny), TagsAll: view.Full(a.Rule.TagsAll),
		TagsNone: view.Full(a.Rule.TagsNone), Divisions: view.Full(a.Rule.Divisions), DealersIn: view.Full(a.Rule.DealersIn), DealersOut: view.Full(a.Rule.DealersOut)}}
}

func (r AudienceRule) rule() dealer.Rule {
	return dealer.Rule{Levels: r.Levels, Regions: r.Regions, TagsAny: r.TagsAny, TagsAll: r.TagsAll, TagsNone: r.TagsNone,
		Divisions: r.Divisions, DealersIn: r.DealersIn, DealersOut: r.DealersOut}
}

func member(ctx context.Context) func(dealer.Reached) AudienceMember {
	lang := httpapi.Language(ctx)
	return func(d dealer.Reached) AudienceMember {
		return AudienceMember{Code: d.Code, Name: d.Name, Because: d.Because.Text(lang)}
	}
}
