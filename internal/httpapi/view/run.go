package view

import (
	"time"

	"qudao/internal/id"
	"qudao/internal/spreadsheet"
)

// Run is one import or export with its progress.
type Run struct {
	ID         id.ID                 `json:"id"`
	Direction  spreadsheet.Direction `json:"direction" enum:"in,out"`
	Kind       spreadsheet.Kind      `json:"kind" enum:"products,prices,stock,orders,dealers,audit,audiences,members,price_lists,categories,warehouses,movements,staff,roles"`
	Name       string                `json:"name" doc:"Of the file."`
	State      spreadsheet.State     `json:"state" enum:"waiting,running,done,failed"`
	Done       int                   `json:"done" doc:"Rows worked."`
	Total      int                   `json:"total" doc:"Rows in all, once known."`
	OK         int                   `json:"ok" doc:"Rows applied."`
	Failed     int                   `json:"failed" doc:"Rows with something wrong."`
	ByKind     []RunCount            `json:"by_kind"`
	Problem    *RunProblem           `json:"problem,omitempty" doc:"Why the run as a whole failed."`
	File       bool                  `json:"file" doc:"The exported file is ready."`
	ErrorsFile bool                  `json:"errors_file" doc:"The wrong rows can be downloaded."`
	CreatedAt  time.Time             `json:"created_at"`
	FinishedAt *time.Time            `json:"finished_at,omitempty"`
	Undoable   bool                  `json:"undoable" doc:"What it wrote can be taken back, where nothing was written since."`
	UndoneAt   *time.Time            `json:"undone_at,omitempty" doc:"When it was taken back."`
	Undone     int                   `json:"undone,omitempty" doc:"How many SKUs' prices, or levels of stock, are again what they were."`
}

// RunProblem is why a run failed, in the language it was started in.
type RunProblem struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

// RunCount is how many rows had one kind of problem.
type RunCount struct {
	Code   string `json:"code"`
	Detail string `json:"detail" doc:"The first row's sentence."`
	Count  int    `json:"count"`
}

// RunOf is a run as its owner sees it.
func RunOf(r spreadsheet.Run) Run {
	return Run{ID: r.ID, Direction: r.Direction, Kind: r.Kind, Name: r.Name, State: r.State, Done: r.Done, Total: r.Total, OK: r.OK, Failed: r.Failed,
		ByKind: Each(r.ByKind, func(c spreadsheet.Count) RunCount { return RunCount(c) }), Problem: (*RunProblem)(r.Problem),
		File: r.HasFile, ErrorsFile: r.HasErrors, CreatedAt: r.CreatedAt, FinishedAt: r.FinishedAt,
		Undoable: r.Undoable, UndoneAt: r.UndoneAt, Undone: r.Undone}
}
