package portal

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/org"
)

func (s *surface) papers() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.paper", Method: http.MethodGet, Path: "/orders/{id}/papers/{paper}", Surface: httpapi.Portal,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "打印订单", En: "Print an order, as PDF"}, s.orderPaper)
	httpapi.Handle(s.api, httpapi.Operation{ID: "shipment.paper", Method: http.MethodGet, Path: "/orders/{id}/shipments/{shipment}/paper", Surface: httpapi.Portal,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "打印送货单", En: "Print the delivery note of a shipment, as PDF"}, s.shipmentPaper)
}

type orderPaperInput struct {
	view.PaperLanguage
	ID    string `path:"id" doc:"Id or number."`
	Paper string `path:"paper" enum:"order"`
}

func (s *surface) orderPaper(ctx context.Context, who org.Actor, in *orderPaperInput) (*view.File, error) {
	return view.PaperOf(s.Paper.Order(ctx, who, in.ID, in.Of(ctx)))
}

type shipmentPaperInput struct {
	view.PaperLanguage
	ID       string `path:"id" doc:"Id or number."`
	Shipment id.ID  `path:"shipment"`
}

func (s *surface) shipmentPaper(ctx context.Context, who org.Actor, in *shipmentPaperInput) (*view.File, error) {
	return view.PaperOf(s.Paper.DeliveryNote(ctx, who, in.ID, in.Shipment, in.Of(ctx)))
}
