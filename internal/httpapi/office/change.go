package office

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"qudao/internal/audit"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/record"
)

func (s *surface) changes() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "audit.list", Method: http.MethodGet, Path: "/audit", Surface: httpapi.Office,
		Permission: org.AuditRead, Object: httpapi.Dealer, Zh: "审计记录", En: "List who changed what, the latest first"}, s.listChanges)
}

// Change is one line of the record.
type Change struct {
	ID        int64           `json:"id"`
	At        time.Time       `json:"at"`
	Actor     string          `json:"actor" doc:"staff:<code>, account:<id>, key:<id> or system:<job>."`
	ActorName string          `json:"actor_name,omitempty" doc:"Of staff."`
	Address   string          `json:"address"`
	Action    audit.Action    `json:"action" enum:"insert,update,delete,refused,read"`
	Table     string          `json:"table" doc:"Of a refusal the operation."`
	Key       string          `json:"key" doc:"The row's code or id; of a refusal the fault's code."`
	Dealer    *org.Ref        `json:"dealer,omitempty"`
	Before    json.RawMessage `json:"before,omitempty"`
	After     json.RawMessage `json:"after,omitempty"`
	Trace     string          `json:"trace"`
}

type listChangesInput struct {
	page.Request
	Actor string `query:"actor" maxLength:"100"`
	Table string `query:"table" maxLength:"100"`
	Key   string `query:"key" maxLength:"100"`
	From  string `query:"from" doc:"A day, or an RFC 3339 time."`
	To    string `query:"to" doc:"A day, which is included, or an RFC 3339 time, which is not."`
}

type listChangesOutput struct{ Body page.List[Change] }

func (s *surface) listChanges(ctx context.Context, who org.Actor, in *listChangesInput) (*listChangesOutput, error) {
	since, until, err := view.Window(in.From, in.To)
	if err != nil {
		return nil, err
	}
	f := audit.Filter{Actor: in.Actor, Table: in.Table, Key: in.Key}
	if since != nil {
		f.From = *since
	}
	if until != nil {
		f.To = *until
	}
	list, err := s.Audit.List(ctx, who.Scope(), f, in.Request)
	if err != nil {
		return nil, err
	}
	dealers, err := s.Dealer.Refs(ctx, who, dealersOf(list.Items))
	if err != nil {
		return nil, err
	}
	names, err := s.Org.Names(ctx, who, view.Each(list.Items, func(c audit.Change) string { return c.Actor }))
	if err != nil {
		return nil, err
	}
	items := view.Each(list.Items, func(c audit.Change) Change {
		out := Change{ID: c.ID, At: c.At, Actor: c.Actor, ActorName: names[c.Actor], Address: c.Address, Action: c.Action, Table: c.Table, Key: c.Key,
			Before: record.Shown(s.Audit.Keys(), who, c.Table, c.Key, c.Before), After: record.Shown(s.Audit.Keys(), who, c.Table, c.Key, c.After), Trace: c.Trace}
		if c.DealerID != nil {
			if ref, ok := dealers[*c.DealerID]; ok {
				out.Dealer = &ref
			}
		}
		return out
	})
	return &listChangesOutput{page.List[Change]{Items: items, Next: list.Next}}, nil
}

func dealersOf(changes []audit.Change) []int32 {
	out := []int32{}
	for _, c := range changes {
		if c.DealerID != nil {
			out = append(out, *c.DealerID)
		}
	}
	return out
}
