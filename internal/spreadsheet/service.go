package spreadsheet

import (
	"context"
	"io"

	"qudao/internal/blob"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
)

// Service runs imports and exports.
type Service struct {
	db *pg.DB
}

// New makes the service.
func New(db *pg.DB) *Service { return &Service{db: db} }

// StartImport stores an upload and the run that will apply it. It needs org.ImportRun and the
// permission to edit what is imported. Errors: KindUnknown, ListMissing, and those of render about
// files that are refused at sight.
func (s *Service) StartImport(ctx context.Context, who org.Actor, kind Kind, params Params, name string, file io.Reader) (Run, error) {
	return Run{}, nil
}

// StartExport stores a run that will write a list. Staff need org.ExportRun and the permission to read
// what is exported; a dealer's account gets its own orders only.
func (s *Service) StartExport(ctx context.Context, who org.Actor, kind Kind, filter Filter) (Run, error) {
	return Run{}, nil
}

// Run returns one run of the actor. Errors: fault.NotFound.
func (s *Service) Run(ctx context.Context, who org.Actor, run id.ID) (Run, error) {
	return Run{}, nil
}

// Runs lists the actor's own runs, the newest first.
func (s *Service) Runs(ctx context.Context, who org.Actor, p page.Request) (page.List[Run], error) {
	return page.List[Run]{}, nil
}

// File opens what an export wrote. Errors: fault.NotFound, NoFileYet.
func (s *Service) File(ctx context.Context, who org.Actor, run id.ID) (*blob.File, error) {
	return nil, nil
}

// Errors opens the wrong rows of an import. Errors: fault.NotFound, NoFileYet.
func (s *Service) Errors(ctx context.Context, who org.Actor, run id.ID) (*blob.File, error) {
	return nil, nil
}

// Template is an empty workbook to fill in for an import. Errors: KindUnknown.
func (s *Service) Template(kind Kind, lang fault.Language) ([]byte, error) { return nil, nil }

// Perform does the work of a run, from wherever it was left. It is called by the worker's job, and may
// be called again at any time.
func (s *Service) Perform(ctx context.Context, run id.ID) error { return nil }
