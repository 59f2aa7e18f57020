package office

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/spreadsheet"
)

func (s *surface) runs() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "export.create", Method: http.MethodPost, Path: "/exports", Surface: httpapi.Office,
		Permission: org.ExportRun, Object: httpapi.Own, Idempotent: true, Zh: "导出", En: "Start an export",
		Doc: "Needs the permission to read what is exported too. The file holds what the caller sees."}, s.startExport)
	httpapi.Handle(s.api, httpapi.Operation{ID: "run.list", Method: http.MethodGet, Path: "/runs", Surface: httpapi.Office,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "导入导出记录", En: "List one's own imports and exports, the latest first"}, s.listRuns)
	httpapi.Handle(s.api, httpapi.Operation{ID: "run.read", Method: http.MethodGet, Path: "/runs/{id}", Surface: httpapi.Office,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "导入导出进度", En: "Read one of one's own imports and exports"}, s.readRun)
	httpapi.Handle(s.api, httpapi.Operation{ID: "run.file", Method: http.MethodGet, Path: "/runs/{id}/file", Surface: httpapi.Office,
		Permission: org.ExportRun, Object: httpapi.Own, Zh: "下载导出文件", En: "Download what an export wrote"}, s.runFile)
	httpapi.Handle(s.api, httpapi.Operation{ID: "run.errors", Method: http.MethodGet, Path: "/runs/{id}/errors", Surface: httpapi.Office,
		Permission: org.ImportRun, Object: httpapi.Own, Zh: "下载导入错误", En: "Download the wrong rows of an import, each with the reason"}, s.runErrors)
	httpapi.Handle(s.api, httpapi.Operation{ID: "run.undo", Method: http.MethodPost, Path: "/runs/{id}/undo", Surface: httpapi.Office,
		Permission: org.ImportRun, Object: httpapi.Own, Idempotent: true, Zh: "撤销导入", En: "Take back what an import wrote",
		Doc: "Of prices and stock. Needs the permission to edit what was imported too. Refused, with the places and the reasons, where something was written since; `partly` leaves these places as they are."}, s.undoRun)
}

type startExportInput struct {
	Body struct {
		Kind   spreadsheet.Kind `json:"kind" enum:"orders,dealers,products,prices,stock,audit,audiences,members,price_lists,categories,warehouses,movements,staff,roles"`
		Filter ExportFilter     `json:"filter,omitempty"`
	}
}

// ExportFilter narrows an export, as the list of the same kind is narrowed. What does not concern the
// kind is ignored.
type ExportFilter struct {
	Text      string `json:"q,omitempty"`
	State     string `json:"state,omitempty"`
	Dealer    string `json:"dealer,omitempty"`
	From      string `json:"from,omitempty" doc:"A day, or an RFC 3339 time."`
	To        string `json:"to,omitempty" doc:"A day, which is included, or an RFC 3339 time, which is not."`
	Category  string `json:"category,omitempty"`
	Level     string `json:"level,omitempty"`
	Region    string `json:"region,omitempty" pattern:"^[0-9]{1,9}$" doc:"At or under."`
	Tag       string `json:"tag,omitempty"`
	Audience  string `json:"audience,omitempty" doc:"Of members: the audience; required."`
	Warehouse string `json:"warehouse,omitempty"`
	Low       string `json:"low,omitempty" enum:"true,false"`
	List      string `json:"list,omitempty" doc:"Of prices: the price list; required."`
	Kind      string `json:"kind,omitempty" enum:"dealer,audience,base" doc:"Of price lists."`
	SKU       string `json:"sku,omitempty" doc:"Of movements: code."`
	Role      string `json:"role,omitempty" doc:"Of staff: code."`
	Actor     string `json:"actor,omitempty"`
	Table     string `json:"table,omitempty"`
	Key       string `json:"key,omitempty"`
}

type runOutput struct{ Body view.Run }

func (s *surface) startExport(ctx context.Context, who org.Actor, in *startExportInput) (*runOutput, error) {
	f := in.Body.Filter
	since, until, err := view.Window(f.From, f.To)
	if err != nil {
		return nil, view.Within("filter", err)
	}
	return shownRun(s.Spreadsheet.StartExport(ctx, who, in.Body.Kind, spreadsheet.Filter{
		Query: f.Text, State: f.State, Dealer: f.Dealer, From: since, To: until, Category: f.Category, Level: f.Level, Region: f.Region, Tag: f.Tag,
		Audience: f.Audience, Warehouse: f.Warehouse, Low: f.Low == "true", List: f.List, Kind: f.Kind, SKU: f.SKU, Role: f.Role, Actor: f.Actor, Table: f.Table, Key: f.Key,
		Language: httpapi.Language(ctx)}))
}

type listRunsInput struct{ page.Request }

type listRunsOutput struct{ Body page.List[view.Run] }

func (s *surface) listRuns(ctx context.Context, who org.Actor, in *listRunsInput) (*listRunsOutput, error) {
	list, err := s.Spreadsheet.Runs(ctx, who, in.Request)
	if err != nil {
		return nil, err
	}
	return &listRunsOutput{page.List[view.Run]{Items: view.Each(list.Items, view.RunOf), Next: list.Next}}, nil
}

type runInput struct {
	ID id.ID `path:"id"`
}

func (s *surface) readRun(ctx context.Context, who org.Actor, in *runInput) (*runOutput, error) {
	return shownRun(s.Spreadsheet.Run(ctx, who, in.ID))
}

type undoRunInput struct {
	ID   id.ID `path:"id"`
	Body struct {
		Partly bool `json:"partly,omitempty" doc:"Take back what can be, and leave the rest as it is."`
	}
}

func (s *surface) undoRun(ctx context.Context, who org.Actor, in *undoRunInput) (*runOutput, error) {
	return shownRun(s.Spreadsheet.Undo(ctx, who, in.ID, in.Body.Partly))
}

func shownRun(r spreadsheet.Run, err error) (*runOutput, error) {
	if err != nil {
		return nil, err
	}
	return &runOutput{view.RunOf(r)}, nil
}

func (s *surface) runFile(ctx context.Context, who org.Actor, in *runInput) (*view.File, error) {
	return view.FileOf(s.Spreadsheet.File(ctx, who, in.ID))
}

func (s *surface) runErrors(ctx context.Context, who org.Actor, in *runInput) (*view.File, error) {
	return view.FileOf(s.Spreadsheet.Errors(ctx, who, in.ID))
}
