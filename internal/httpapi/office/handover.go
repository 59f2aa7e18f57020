package office

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/page"
)

func (s *surface) handovers() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "handover.preview", Method: http.MethodGet, Path: "/staff/{code}/handover", Surface: httpapi.Office,
		Permission: org.DealerRead, Object: httpapi.Brand, Zh: "交接预览", En: "What a rep would hand over: dealers and their open orders"}, s.previewHandover)
	httpapi.Handle(s.api, httpapi.Operation{ID: "handover.create", Method: http.MethodPost, Path: "/staff/{code}/handover", Surface: httpapi.Office,
		Permission: org.DealerEdit, Object: httpapi.Brand, Idempotent: true, Zh: "交接经销商", En: "Hand the dealers of a rep over to another, from a day on",
		Doc: "Open orders and waiting reviews go with their dealer. What was ordered before the day counts as the old rep's. With leaves the old rep's login ends; it needs staff.edit and that no dealer remains."}, s.createHandover)
	httpapi.Handle(s.api, httpapi.Operation{ID: "staff.handovers", Method: http.MethodGet, Path: "/staff/{code}/handovers", Surface: httpapi.Office,
		Permission: org.DealerRead, Object: httpapi.Brand, Zh: "员工的交接记录", En: "List handovers from and to a member of staff"}, s.listHandovers)
	httpapi.Handle(s.api, httpapi.Operation{ID: "staff.dealers", Method: http.MethodGet, Path: "/staff/{code}/dealers", Surface: httpapi.Office,
		Permission: org.DealerRead, Object: httpapi.Brand, Zh: "员工负责过的经销商", En: "List the dealers that a member of staff is or was the rep of"}, s.listKept)
	httpapi.Handle(s.api, httpapi.Operation{ID: "dealer.reps", Method: http.MethodGet, Path: "/dealers/{code}/reps", Surface: httpapi.Office,
		Permission: org.DealerRead, Object: httpapi.Dealer, Zh: "经销商的历任负责人", En: "List who was a dealer's rep, from when to when"}, s.listTerms)
}

// HandoverPreview is what a rep would hand over, of the caller's dealers.
type HandoverPreview struct {
	Active int             `json:"active" doc:"Dealers by state."`
	Frozen int             `json:"frozen"`
	Closed int             `json:"closed"`
	Orders *order.OpenWork `json:"orders,omitempty" doc:"For who may see orders."`
}

type handoverPreviewOutput struct{ Body HandoverPreview }

func (s *surface) previewHandover(ctx context.Context, who org.Actor, in *ByCode) (*handoverPreviewOutput, error) {
	h, err := s.Dealer.Holding(ctx, who, in.Code)
	if err != nil {
		return nil, err
	}
	out := &handoverPreviewOutput{HandoverPreview{Active: h.Active, Frozen: h.Frozen, Closed: h.Closed}}
	if who.May(org.OrderRead) {
		open, err := s.Order.OpenOfRep(ctx, who, in.Code)
		if err != nil {
			return nil, err
		}
		out.Body.Orders = &open
	}
	return out, nil
}

// HandoverFields are a handover as it is given.
type HandoverFields struct {
	To      string   `json:"to" doc:"Code of staff at work."`
	Dealers []string `json:"dealers,omitempty" maxItems:"1000" doc:"Codes; every dealer of the rep that the caller sees where it is left out."`
	Since   string   `json:"since" format:"date" doc:"Business day from which they count as the new rep's: today or up to 31 days before."`
	Reason  string   `json:"reason,omitempty"`
	Leaves  bool     `json:"leaves,omitempty" doc:"The old rep leaves."`
}

type createHandoverInput struct {
	ByCode
	Body HandoverFields
}

// Handover is a step in which dealers went from one rep to another.
type Handover struct {
	ID      string    `json:"id"`
	From    org.Ref   `json:"from"`
	To      org.Ref   `json:"to"`
	Since   string    `json:"since" format:"date"`
	Reason  string    `json:"reason"`
	Dealers int       `json:"dealers"`
	Leaves  bool      `json:"leaves" doc:"The old rep left with it."`
	At      time.Time `json:"at"`
	By      string    `json:"by" doc:"Name of who did it."`
}

type handoverOutput struct{ Body Handover }

func (s *surface) createHandover(ctx context.Context, who org.Actor, in *createHandoverInput) (*handoverOutput, error) {
	b := in.Body
	h, err := s.Dealer.HandOver(ctx, who, dealer.HandoverInput{From: in.Code, To: b.To, Dealers: b.Dealers, Since: b.Since, Reason: b.Reason, Leaves: b.Leaves})
	if err != nil {
		return nil, err
	}
	if b.Leaves {
		s.Org.Forget()
	}
	return &handoverOutput{handover(h, map[string]string{h.Actor: who.Name})}, nil
}

func handover(h dealer.Handover, names map[string]string) Handover {
	return Handover{ID: h.ID, From: h.From, To: h.To, Since: h.Since, Reason: h.Reason, Dealers: h.Dealers, Leaves: h.Leaves, At: h.At, By: names[h.Actor]}
}

func (s *surface) listHandovers(ctx context.Context, who org.Actor, in *ByCode) (*listOutput[Handover], error) {
	list, err := s.Dealer.Handovers(ctx, who, in.Code)
	if err != nil {
		return nil, err
	}
	names, err := s.Org.Names(ctx, who, view.Each(list, func(h dealer.Handover) string { return h.Actor }))
	return listed(list, err, func(h dealer.Handover) Handover { return handover(h, names) })
}

// KeptDealer is a dealer that a member of staff is or was the rep of.
type KeptDealer struct {
	Dealer org.Ref    `json:"dealer"`
	Since  time.Time  `json:"since"`
	Until  *time.Time `json:"until,omitempty" doc:"Where it is over."`
	To     *org.Ref   `json:"to,omitempty" doc:"Who came after."`
}

type listKeptInput struct {
	page.Request
	ByCode
}

type listKeptOutput struct{ Body page.List[KeptDealer] }

func (s *surface) listKept(ctx context.Context, who org.Actor, in *listKeptInput) (*listKeptOutput, error) {
	list, err := s.Dealer.Keeps(ctx, who, in.Code, in.Request)
	if err != nil {
		return nil, err
	}
	return &listKeptOutput{page.List[KeptDealer]{Next: list.Next, Items: view.Each(list.Items, func(k dealer.Kept) KeptDealer {
		return KeptDealer{Dealer: k.Dealer, Since: k.Since, Until: k.Until, To: k.To}
	})}}, nil
}

// RepTerm is from when to when somebody was a dealer's rep.
type RepTerm struct {
	Rep    org.Ref    `json:"rep"`
	Since  time.Time  `json:"since"`
	Until  *time.Time `json:"until,omitempty" doc:"Where it is over."`
	Reason string     `json:"reason" doc:"Of the handover that began it."`
	By     string     `json:"by" doc:"Name of the member of staff who made it so."`
}

func (s *surface) listTerms(ctx context.Context, who org.Actor, in *ByCode) (*listOutput[RepTerm], error) {
	list, err := s.Dealer.Terms(ctx, who, in.Code)
	if err != nil {
		return nil, err
	}
	names, err := s.Org.Names(ctx, who, view.Each(list, func(t dealer.Term) string { return t.Actor }))
	return listed(list, err, func(t dealer.Term) RepTerm {
		return RepTerm{Rep: t.Rep, Since: t.Since, Until: t.Until, Reason: t.Reason, By: names[t.Actor]}
	})
}
