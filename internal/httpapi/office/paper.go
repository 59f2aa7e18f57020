package office

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/paper"
)

func (s *surface) papers() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.paper", Method: http.MethodGet, Path: "/orders/{id}/papers/{paper}", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "打印订单、拣货单", En: "Print an order or its picking list, as PDF",
		Doc: "A picking list holds what is still reserved, a page for each warehouse; without any it is refused."}, s.orderPaper)
	httpapi.Handle(s.api, httpapi.Operation{ID: "shipment.paper", Method: http.MethodGet, Path: "/orders/{id}/shipments/{shipment}/paper", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "打印送货单", En: "Print the delivery note of a shipment, as PDF"}, s.shipmentPaper)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.picking", Method: http.MethodGet, Path: "/picking-lists", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "批量打印拣货单", En: "Print the picking lists of up to 50 orders as one PDF",
		Doc: "In the order given. An order that has nothing to pick refuses the whole, and is named."}, s.pickingLists)
	httpapi.Handle(s.api, httpapi.Operation{ID: "letterhead.read", Method: http.MethodGet, Path: "/letterhead", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Brand, Zh: "单据抬头", En: "Read what stands at the head of papers"}, s.readLetterhead)
	httpapi.Handle(s.api, httpapi.Operation{ID: "letterhead.edit", Method: http.MethodPut, Path: "/letterhead", Surface: httpapi.Office,
		Permission: org.OrderSetting, Object: httpapi.Brand, Zh: "修改单据抬头", En: "Change what stands at the head of papers"}, s.editLetterhead)
}

type orderPaperInput struct {
	view.PaperLanguage
	ID    string `path:"id" doc:"Id or number."`
	Paper string `path:"paper" enum:"order,picking"`
}

func (s *surface) orderPaper(ctx context.Context, who org.Actor, in *orderPaperInput) (*view.File, error) {
	if in.Paper == "picking" {
		return view.PaperOf(s.Paper.PickingList(ctx, who, in.ID, in.Of(ctx)))
	}
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

type pickingListsInput struct {
	view.PaperLanguage
	Orders []string `query:"orders" maxItems:"50" doc:"Ids or numbers, parted by commas."`
}

func (s *surface) pickingLists(ctx context.Context, who org.Actor, in *pickingListsInput) (*view.File, error) {
	return view.PaperOf(s.Paper.PickingLists(ctx, who, in.Orders, in.Of(ctx)))
}

// Letterhead is in whose name papers are printed.
type Letterhead struct {
	Name    string `json:"name" maxLength:"100" doc:"Of the brand's company."`
	NameEN  string `json:"name_en" maxLength:"100" doc:"On papers in English; empty: the same."`
	Address string `json:"address" maxLength:"100"`
	Phone   string `json:"phone" maxLength:"100"`
	Version int    `json:"version" readOnly:"true" required:"false"`
}

type letterheadOutput struct{ Body Letterhead }

func (s *surface) readLetterhead(ctx context.Context, who org.Actor, _ *struct{}) (*letterheadOutput, error) {
	head, err := s.Paper.Letterhead(ctx, who)
	return &letterheadOutput{Letterhead(head)}, err
}

type letterheadInput struct {
	httpapi.Edit
	Body Letterhead
}

func (s *surface) editLetterhead(ctx context.Context, who org.Actor, in *letterheadInput) (*letterheadOutput, error) {
	head := paper.Letterhead(in.Body)
	head.Version = in.Version
	out, err := s.Paper.SetLetterhead(ctx, who, head)
	return &letterheadOutput{Letterhead(out)}, err
}
