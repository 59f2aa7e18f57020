package spreadsheet

import (
	"bytes"
	"context"
	"fmt"

	"qudao/internal/blob"
	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/inventory"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/pricing"
	"qudao/internal/render"
)

// Service runs imports and exports. Make it with New.
type Service struct {
	db      *pg.DB
	goods   *catalog.Service
	stock   *inventory.Service
	pricing *pricing.Service
}

// New makes the service. The services apply what is imported; a server that only starts runs and shows
// them needs the same.
func New(db *pg.DB, goods *catalog.Service, stock *inventory.Service, prices *pricing.Service) *Service {
	return &Service{db: db, goods: goods, stock: stock, pricing: prices}
}

// mediaType is that of a workbook.
const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// Run returns one run of the actor. Errors: fault.NotFound.
func (s *Service) Run(ctx context.Context, who org.Actor, run id.ID) (Run, error) {
	r, err := s.find(ctx, who, run)
	return r.run(), err
}

func (s *Service) find(ctx context.Context, who org.Actor, run id.ID) (r row, err error) {
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		r, err = pg.One[row](ctx, tx, findSQL, run)
		return err
	})
	return r, err
}

// Runs lists the actor's own runs, the newest first.
func (s *Service) Runs(ctx context.Context, who org.Actor, p page.Request) (page.List[Run], error) {
	p, err := p.Normal()
	if err != nil {
		return page.List[Run]{}, err
	}
	var below *id.ID
	if p.Cursor != "" {
		below = new(id.ID)
		if err := page.Decode(p.Cursor, below); err != nil {
			return page.List[Run]{}, err
		}
	}
	var rows []row
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		rows, err = pg.All[row](ctx, tx, listSQL, below, p.Limit+1)
		return err
	})
	runs := make([]Run, len(rows))
	for i, r := range rows {
		runs[i] = r.run()
	}
	return page.Cut(runs, p.Limit, func(r Run) []any { return []any{r.ID} }), err
}

// File opens what an export wrote. Errors: fault.NotFound, NoFileYet, FileHidden.
func (s *Service) File(ctx context.Context, who org.Actor, run id.ID) (*blob.File, error) {
	r, err := s.find(ctx, who, run)
	if err != nil {
		return nil, err
	}
	if r.Direction != Out || r.FileID == nil {
		return nil, NoFileYet.With()
	}
	// What was written before prices, or colleagues' orders, were hidden from the account is no longer for it.
	starter, err := r.who()
	if err != nil {
		return nil, err
	}
	if who.HidesPrices() && !starter.HidesPrices() || who.Alone() != nil && starter.Alone() == nil {
		return nil, FileHidden.With()
	}
	return blob.Open(ctx, s.db, who.Scope(), *r.FileID)
}

// Errors opens the wrong rows of an import, each with the reason. Errors: fault.NotFound, NoFileYet.
func (s *Service) Errors(ctx context.Context, who org.Actor, run id.ID) (*blob.File, error) {
	r, err := s.find(ctx, who, run)
	if err != nil {
		return nil, err
	}
	if r.ErrorsID == nil {
		return nil, NoFileYet.With()
	}
	return blob.Open(ctx, s.db, who.Scope(), *r.ErrorsID)
}

// Template is an empty workbook to fill in for an import. Errors: KindUnknown.
func (s *Service) Template(kind Kind, lang fault.Language) ([]byte, error) {
	if _, ok := editing[kind]; !ok {
		return nil, KindUnknown.At("kind", "kind", string(kind))
	}
	var out bytes.Buffer
	if err := render.Template(&out, layouts[kind], lang); err != nil {
		return nil, fmt.Errorf("write the template: %w", err)
	}
	return out.Bytes(), nil
}

// Filled is a workbook for an import with rows already in it: texts by the keys of the columns. Errors:
// KindUnknown.
func (s *Service) Filled(kind Kind, lang fault.Language, rows []map[string]string) ([]byte, error) {
	if _, ok := editing[kind]; !ok {
		return nil, KindUnknown.At("kind", "kind", string(kind))
	}
	var out bytes.Buffer
	sheet := layouts[kind]
	err := render.Write(&out, sheet, lang, func(yield func([]string, error) bool) {
		for _, row := range rows {
			texts := make([]string, len(sheet.Columns))
			for i, c := range sheet.Columns {
				texts[i] = row[c.Key]
			}
			if !yield(texts, nil) {
				return
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("write a workbook of %s: %w", kind, err)
	}
	return out.Bytes(), nil
}
