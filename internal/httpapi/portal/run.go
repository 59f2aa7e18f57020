package portal

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/spreadsheet"
)

func (s *surface) runs() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "export.create", Method: http.MethodPost, Path: "/exports", Surface: httpapi.Portal,
		Permission: org.ExportRun, Object: httpapi.Own, Idempotent: true, Zh: "导出订单", En: "Start an export of one's own orders"}, s.startExport)
	httpapi.Handle(s.api, httpapi.Operation{ID: "run.list", Method: http.MethodGet, Path: "/runs", Surface: httpapi.Portal,
		Permission: org.ExportRun, Object: httpapi.Own, Zh: "导出记录", En: "List one's own exports, the latest first"}, s.listRuns)
	httpapi.Handle(s.api, httpapi.Operation{ID: "run.read", Method: http.MethodGet, Path: "/runs/{id}", Surface: httpapi.Portal,
		Permission: org.ExportRun, Object: httpapi.Own, Zh: "导出进度", En: "Read one of one's own exports"}, s.readRun)
	httpapi.Handle(s.api, httpapi.Operation{ID: "run.file", Method: http.MethodGet, Path: "/runs/{id}/file", Surface: httpapi.Portal,
		Permission: org.ExportRun, Object: httpapi.Own, Zh: "下载导出文件", En: "Download what an export wrote"}, s.runFile)
}

type startExportInput struct {
	Body struct {
		Kind   spreadsheet.Kind `json:"kind" enum:"orders"`
		Filter ExportFilter     `json:"filter,omitempty"`
	}
}

// ExportFilter narrows an export as the list of orders is narrowed.
type ExportFilter struct {
	Text  string      `json:"q,omitempty" maxLength:"64"`
	State order.State `json:"state,omitempty"`
	From  string      `json:"from,omitempty" doc:"A day, or an RFC 3339 time."`
	To    string      `json:"to,omitempty" doc:"A day, which is included, or an RFC 3339 time, which is not."`
}

type runOutput struct{ Body view.Run }

func (s *surface) startExport(ctx context.Context, who org.Actor, in *startExportInput) (*runOutput, error) {
	since, until, err := view.Window(in.Body.Filter.From, in.Body.Filter.To)
	if err != nil {
		return nil, view.Within("filter", err)
	}
	run, err := s.Spreadsheet.StartExport(ctx, who, in.Body.Kind, spreadsheet.Filter{
		Query: in.Body.Filter.Text, State: string(in.Body.Filter.State), From: since, To: until, Language: httpapi.Language(ctx)})
	return &runOutput{view.RunOf(run)}, err
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
	run, err := s.Spreadsheet.Run(ctx, who, in.ID)
	return &runOutput{view.RunOf(run)}, err
}

func (s *surface) runFile(ctx context.Context, who org.Actor, in *runInput) (*view.File, error) {
	return view.FileOf(s.Spreadsheet.File(ctx, who, in.ID))
}
