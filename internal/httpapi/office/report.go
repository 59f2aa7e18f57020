package office

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
	"qudao/internal/qty"
	"qudao/internal/report"
)

func (s *surface) reports() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "report.sales", Method: http.MethodGet, Path: "/report/sales", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "销售概况", En: "What the caller's dealers ordered in the last days",
		Doc: "Orders in review and accepted. The figures are seconds behind the orders."}, s.reportSales)
	httpapi.Handle(s.api, httpapi.Operation{ID: "report.reps", Method: http.MethodGet, Path: "/report/reps", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "按负责人的销售", En: "What the caller's dealers ordered in the last days, by rep",
		Doc: "A day counts as whose the dealer was at its end: what was ordered before a handover stays with the old rep."}, s.reportReps)
	httpapi.Handle(s.api, httpapi.Operation{ID: "report.waiting", Method: http.MethodGet, Path: "/report/waiting", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "待办数量", En: "How many orders wait for each step"}, s.reportWaiting)
	httpapi.Handle(s.api, httpapi.Operation{ID: "report.quiet", Method: http.MethodGet, Path: "/report/quiet", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "停止订货的经销商", En: "Dealers that ordered in the 90 days before the last 30, and not since"}, s.reportQuiet)
	httpapi.Handle(s.api, httpapi.Operation{ID: "report.dealer", Method: http.MethodGet, Path: "/report/dealers/{code}", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "经销商销售概况", En: "What a dealer ordered in the last twelve months"}, s.reportDealer)
	httpapi.Handle(s.api, httpapi.Operation{ID: "report.alarms", Method: http.MethodGet, Path: "/report/alarms", Surface: httpapi.Office,
		Permission: org.StockRead, Object: httpapi.Brand, Zh: "库存预警", En: "Where free stock is below the safety stock"}, s.reportAlarms)
}

type salesInput struct {
	Days int `query:"days" default:"30" minimum:"1" maximum:"366" doc:"How many days, today among them."`
}

type salesOutput struct{ Body SalesReport }

// SalesReport is what the caller's dealers ordered in a period.
type SalesReport struct {
	From       string         `json:"from" doc:"First day."`
	To         string         `json:"to" doc:"Last day: today."`
	Total      report.Figure  `json:"total"`
	Before     report.Figure  `json:"before" doc:"Of as many days before."`
	Items      []report.Day   `json:"items" doc:"Days with orders, in order."`
	Regions    []report.Share `json:"regions" doc:"Provinces."`
	Categories []report.Share `json:"categories" doc:"Of the first level."`
	Divisions  []report.Share `json:"divisions"`
	Dealers    []report.Share `json:"dealers" doc:"The first ten."`
	Products   []report.Share `json:"products" doc:"The first ten."`
}

func (s *surface) reportSales(ctx context.Context, who org.Actor, in *salesInput) (*salesOutput, error) {
	r, err := s.Report.Sales(ctx, who, in.Days)
	if err != nil {
		return nil, err
	}
	return &salesOutput{SalesReport{From: r.From, To: r.To, Total: r.Total, Before: r.Before, Items: view.Full(r.Days), Regions: view.Full(r.Regions),
		Categories: view.Full(r.Categories), Divisions: view.Full(r.Divisions), Dealers: view.Full(r.Dealers), Products: view.Full(r.Products)}}, nil
}

func (s *surface) reportReps(ctx context.Context, who org.Actor, in *salesInput) (*listOutput[report.ByRep], error) {
	list, err := s.Report.Reps(ctx, who, in.Days)
	return listed(list, err, func(r report.ByRep) report.ByRep { return r })
}

type waitingOutput struct{ Body WaitingReport }

// WaitingReport is how many orders wait for each step.
type WaitingReport struct {
	Review report.Queue `json:"review" doc:"In review; urgent are those that expire within half a day."`
	Ship   report.Queue `json:"ship" doc:"Accepted, nothing shipped; urgent are those placed more than three days ago."`
	Rest   report.Queue `json:"rest" doc:"Partly shipped."`
}

func (s *surface) reportWaiting(ctx context.Context, who org.Actor, _ *struct{}) (*waitingOutput, error) {
	w, err := s.Report.Waiting(ctx, who)
	return &waitingOutput{WaitingReport(w)}, err
}

type quietOutput struct{ Body QuietReport }

// QuietReport is the dealers that stopped buying, those that bought most first.
type QuietReport struct {
	Count int            `json:"count"`
	Items []report.Quiet `json:"items"`
}

func (s *surface) reportQuiet(ctx context.Context, who org.Actor, _ *struct{}) (*quietOutput, error) {
	q, err := s.Report.Quiet(ctx, who)
	return &quietOutput{QuietReport{Count: q.Count, Items: view.Full(q.Items)}}, err
}

type dealerReportOutput struct{ Body DealerReport }

// DealerReport is what a dealer ordered in the last twelve months.
type DealerReport struct {
	Total      report.Figure  `json:"total"`
	Last       string         `json:"last,omitempty" doc:"Day of the last order."`
	Items      []report.Day   `json:"items" doc:"Months with orders, each named by its first day."`
	Categories []report.Share `json:"categories"`
	Products   []report.Share `json:"products" doc:"The first ten."`
}

func (s *surface) reportDealer(ctx context.Context, who org.Actor, in *ByCode) (*dealerReportOutput, error) {
	h, err := s.Report.History(ctx, who, in.Code)
	if err != nil {
		return nil, err
	}
	return &dealerReportOutput{DealerReport{Total: h.Total, Last: h.Last, Items: view.Full(h.Months), Categories: view.Full(h.Categories), Products: view.Full(h.Products)}}, nil
}

type alarmsOutput struct{ Body AlarmReport }

// AlarmReport is where free stock is below the safety stock, the emptiest first.
type AlarmReport struct {
	Count int          `json:"count"`
	Items []StockAlarm `json:"items"`
}

// StockAlarm is one level below its safety stock.
type StockAlarm struct {
	SKU       string       `json:"sku"`
	Name      string       `json:"name"`
	Unit      string       `json:"unit"`
	Warehouse org.Ref      `json:"warehouse"`
	Free      qty.Quantity `json:"free" doc:"On hand and not reserved."`
	Safety    qty.Quantity `json:"safety"`
}

func (s *surface) reportAlarms(ctx context.Context, who org.Actor, _ *struct{}) (*alarmsOutput, error) {
	a, err := s.Report.Alarms(ctx, who)
	return &alarmsOutput{AlarmReport{Count: a.Count, Items: view.Each(a.Items, func(l report.Alarm) StockAlarm {
		return StockAlarm{SKU: l.SKU, Name: l.Name, Unit: l.Unit, Warehouse: l.Warehouse, Free: l.Free, Safety: l.Safety}
	})}}, err
}
