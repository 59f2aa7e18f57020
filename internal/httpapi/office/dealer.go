package office

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/secret"
)

func (s *surface) dealers() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "dealer.list", Method: http.MethodGet, Path: "/dealers", Surface: httpapi.Office,
		Permission: org.DealerRead, Object: httpapi.Dealer, Zh: "经销商列表", En: "List dealers"}, s.listDealers)
	httpapi.Handle(s.api, httpapi.Operation{ID: "dealer.read", Method: http.MethodGet, Path: "/dealers/{code}", Surface: httpapi.Office,
		Permission: org.DealerRead, Object: httpapi.Dealer, Zh: "经销商详情", En: "Read a dealer",
		Doc: "Names and phone numbers of people are masked without contact.read. In a change, a mask that comes back unchanged changes nothing."}, s.readDealer)
	httpapi.Handle(s.api, httpapi.Operation{ID: "dealer.create", Method: http.MethodPost, Path: "/dealers", Surface: httpapi.Office,
		Permission: org.DealerEdit, Object: httpapi.Dealer, Idempotent: true, Zh: "新建经销商", En: "Create a dealer",
		Doc: "Staff that sees only its own dealers becomes the dealer's rep."}, s.createDealer)
	httpapi.Handle(s.api, httpapi.Operation{ID: "dealer.edit", Method: http.MethodPut, Path: "/dealers/{code}", Surface: httpapi.Office,
		Permission: org.DealerEdit, Object: httpapi.Dealer, Zh: "修改经销商", En: "Change a dealer's facts",
		Doc: "The body is all of the facts. Membership of audiences follows at once."}, s.editDealer)
	httpapi.Handle(s.api, httpapi.Operation{ID: "dealer.account", Method: http.MethodPost, Path: "/dealers/{code}/accounts", Surface: httpapi.Office,
		Permission: org.DealerEdit, Object: httpapi.Dealer, Idempotent: true, Zh: "新建经销商账号", En: "Create an account of a dealer"}, s.createAccount)
}

// DealerCard is a dealer in a list.
type DealerCard struct {
	Code    string           `json:"code"`
	Name    string           `json:"name"`
	Level   org.Ref          `json:"level"`
	Region  dealer.RegionRef `json:"region"`
	Tags    []org.Ref        `json:"tags"`
	State   dealer.State     `json:"state" enum:"active,frozen,closed"`
	Rep     *org.Ref         `json:"rep,omitempty"`
	Version int              `json:"version"`
}

// Dealer is a dealer with all that belongs to it.
type Dealer struct {
	DealerCard
	ShortName  string             `json:"short_name"`
	Divisions  []org.Ref          `json:"divisions"`
	Contact    string             `json:"contact"`
	Phone      string             `json:"phone"`
	CreditCode string             `json:"credit_code"`
	CreatedAt  time.Time          `json:"created_at"`
	UpdatedAt  time.Time          `json:"updated_at"`
	Addresses  []DealerAddress    `json:"addresses"`
	Accounts   []DealerAccount    `json:"accounts"`
	Audiences  []DealerMembership `json:"audiences"`
}

// DealerAddress is where a dealer's goods go.
type DealerAddress struct {
	ID      id.ID            `json:"id"`
	Name    string           `json:"name"`
	Phone   string           `json:"phone"`
	Region  dealer.RegionRef `json:"region"`
	Detail  string           `json:"detail"`
	Default bool             `json:"default"`
}

// DealerAccount is a person of a dealer.
type DealerAccount struct {
	ID       id.ID         `json:"id"`
	Name     string        `json:"name"`
	Username string        `json:"username"`
	Role     dealer.Role   `json:"role" enum:"master,buyer,approver,finance,viewer"`
	Roles    []dealer.Role `json:"roles" enum:"master,buyer,approver,finance,viewer" doc:"All of them, role first."`
	State    string        `json:"state" enum:"invited,active,disabled"`
}

// DealerMembership is an audience that a dealer is in, and why.
type DealerMembership struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Because string `json:"because" doc:"The conditions it meets, in the caller's language."`
}

// DealerFields are the facts of a dealer as they are given.
type DealerFields struct {
	Code       string       `json:"code,omitempty" doc:"Of a new dealer; afterwards it stays."`
	Name       string       `json:"name"`
	ShortName  string       `json:"short_name,omitempty"`
	Level      string       `json:"level" doc:"Code."`
	Region     int          `json:"region" doc:"Official code of the administrative division."`
	Tags       []string     `json:"tags,omitempty" maxItems:"100" doc:"Codes."`
	Divisions  []string     `json:"divisions,omitempty" maxItems:"100" doc:"Codes of the business units it has contracts with."`
	Rep        string       `json:"rep,omitempty" doc:"Code of staff; none where it is left out."`
	Contact    string       `json:"contact,omitempty"`
	Phone      string       `json:"phone,omitempty"`
	CreditCode string       `json:"credit_code,omitempty"`
	State      dealer.State `json:"state,omitempty" enum:"active,frozen,closed" doc:"active where it is left out."`
}

func (f DealerFields) input() dealer.Input {
	return dealer.Input{Code: f.Code, Name: f.Name, ShortName: f.ShortName, Level: f.Level, Region: f.Region, Tags: f.Tags, Divisions: f.Divisions,
		Rep: f.Rep, Contact: secret.Name(f.Contact), Phone: secret.Phone(f.Phone), CreditCode: f.CreditCode, State: f.State}
}

type listDealersInput struct {
	page.Request
	Text     string       `query:"q" maxLength:"64" doc:"Words of the code, the names, their pinyin or its initials; each must be there."`
	Level    string       `query:"level"`
	Region   int          `query:"region" minimum:"0" maximum:"999999999" doc:"At or under."`
	Tag      string       `query:"tag"`
	Audience string       `query:"audience"`
	State    dealer.State `query:"state" enum:"active,frozen,closed"`
}

type listDealersOutput struct{ Body DealerList }

// DealerList is a page of dealers and how many there are in all.
type DealerList struct {
	Items []DealerCard `json:"items"`
	Next  string       `json:"next,omitempty"`
	Count int          `json:"count"`
}

func (s *surface) listDealers(ctx context.Context, who org.Actor, in *listDealersInput) (*listDealersOutput, error) {
	list, err := s.Dealer.List(ctx, who, dealer.Filter{Query: in.Text, Level: in.Level, Region: in.Region, Tag: in.Tag, Audience: in.Audience, State: in.State}, in.Request)
	if err != nil {
		return nil, err
	}
	return &listDealersOutput{DealerList{Items: view.Each(list.Items, dealerCard), Next: list.Next, Count: list.Count}}, nil
}

type dealerOutput struct{ Body Dealer }

func (s *surface) readDealer(ctx context.Context, who org.Actor, in *ByCode) (*dealerOutput, error) {
	d, err := s.Dealer.Get(ctx, who, in.Code)
	return shownDealer(ctx, who, d, err)
}

type createDealerInput struct{ Body DealerFields }

func (s *surface) createDealer(ctx context.Context, who org.Actor, in *createDealerInput) (*dealerOutput, error) {
	d, err := s.Dealer.Create(ctx, who, in.Body.input())
	return shownDealer(ctx, who, d, err)
}

type editDealerInput struct {
	httpapi.Edit
	ByCode
	Body DealerFields
}

func (s *surface) editDealer(ctx context.Context, who org.Actor, in *editDealerInput) (*dealerOutput, error) {
	if err := sameCode(in.Code, in.Body.Code); err != nil {
		return nil, err
	}
	d, err := s.Dealer.Edit(ctx, who, in.Code, in.Version, in.Body.input())
	return shownDealer(ctx, who, d, err)
}

type createAccountInput struct {
	ByCode
	Body struct {
		Name     string      `json:"name"`
		Username string      `json:"username"`
		Password secret.Text `json:"password"`
		Role     dealer.Role `json:"role,omitempty" enum:"master,buyer,approver,finance,viewer" doc:"master where it is left out."`
	}
}

type accountOutput struct{ Body DealerAccount }

func (s *surface) createAccount(ctx context.Context, who org.Actor, in *createAccountInput) (*accountOutput, error) {
	a, err := s.Dealer.AddAccount(ctx, who, in.Code, dealer.AccountInput{Name: secret.Name(in.Body.Name), Username: in.Body.Username,
		Password: in.Body.Password, Role: in.Body.Role})
	if err != nil {
		return nil, err
	}
	return &accountOutput{dealerAccount(who)(a)}, nil
}

func dealerCard(c dealer.Card) DealerCard {
	return DealerCard{Code: c.Code, Name: c.Name, Level: c.Level, Region: c.Region, Tags: view.Full(c.Tags), State: c.State, Rep: c.Rep, Version: c.Version}
}

func shownDealer(ctx context.Context, who org.Actor, d dealer.Dealer, err error) (*dealerOutput, error) {
	if err != nil {
		return nil, err
	}
	p := person{who}
	return &dealerOutput{Dealer{
		DealerCard: dealerCard(d.Card), ShortName: d.ShortName, Divisions: view.Full(d.Divisions), Contact: p.name(d.Contact), Phone: p.phone(d.Phone),
		CreditCode: d.CreditCode, CreatedAt: d.CreatedAt, UpdatedAt: d.UpdatedAt,
		Addresses: view.Each(d.Addresses, func(a dealer.Address) DealerAddress {
			return DealerAddress{ID: a.ID, Name: p.name(a.Name), Phone: p.phone(a.Phone), Detail: a.Detail, Default: a.Default,
				Region: dealer.RegionRef{Code: a.RegionCode, Name: a.RegionName}}
		}),
		Accounts: view.Each(d.Accounts, dealerAccount(who)),
		Audiences: view.Each(d.Audiences, func(m dealer.Membership) DealerMembership {
			return DealerMembership{Code: m.Code, Name: m.Name, Because: m.Because.Text(httpapi.Language(ctx))}
		}),
	}}, nil
}

func dealerAccount(who org.Actor) func(dealer.Account) DealerAccount {
	p := person{who}
	return func(a dealer.Account) DealerAccount {
		return DealerAccount{ID: a.ID, Name: p.name(a.Name), Username: a.Username, Role: a.Role, Roles: a.Roles, State: string(a.State)}
	}
}

// person shows what identifies people, to one reader.
type person struct{ reader org.Actor }

func (p person) name(n secret.Name) string { return org.Show(p.reader, n) }

func (p person) phone(n secret.Phone) string { return org.Show(p.reader, n) }
