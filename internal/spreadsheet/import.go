package spreadsheet

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"qudao/internal/blob"
	"qudao/internal/fault"
	"qudao/internal/render"
)

// MaxRows is the most rows one import may have.
const MaxRows = 100_000

// importer is what an import of one kind does with the rows of a file.
type importer interface {
	// columns are those of the layout plus the ones this kind finds among titles it does not declare.
	columns(unknown []string) render.Sheet
	// read takes one row, and notes what is wrong with it.
	read(c *cells)
	// apply applies the rows that are right, all at once or in chunks, and notes what is refused. It may
	// run again after a crash. tell takes how many rows are behind it.
	apply(ctx context.Context, w *work, wrong *problems, tell func(rows int) error) error
}

func newImporter(kind Kind, params Params) importer {
	switch kind {
	case Prices:
		return &priceImport{list: params.List, seen: map[tierKey]int{}}
	case Stock:
		return &stockImport{seen: map[levelKey]int{}}
	default:
		return &productImport{at: map[string]int{}, skus: map[string]int{}}
	}
}

// importFile reads, applies and reports. Each part is skipped when an earlier attempt has done it.
func (w *work) importFile(ctx context.Context) error {
	var params Params
	if err := json.Unmarshal(w.Params, &params); err != nil {
		return fmt.Errorf("read what the run is for: %w", err)
	}
	if w.FileID == nil {
		return errors.New("the import has no file")
	}
	file, err := blob.Open(ctx, w.db, w.scope, *w.FileID)
	if err != nil {
		return err
	}
	upload := render.File{At: file, Size: file.Size}
	im := newImporter(w.Kind, params)
	sheet, err := layout(ctx, upload, im)
	if err != nil {
		return err
	}
	if w.AppliedAt == nil {
		if err := w.applyRows(ctx, upload, sheet, im); err != nil {
			return err
		}
	}
	return w.report(ctx, upload, sheet)
}

// layout is the sheet of a file: what its kind declares, and the columns that its titles add.
func layout(ctx context.Context, file render.File, im importer) (render.Sheet, error) {
	sheet := im.columns(nil)
	sheet.MaxRows = MaxRows
	r, err := render.Open(ctx, file, sheet)
	if err != nil {
		return sheet, err
	}
	defer r.Close()
	if len(r.Unknown()) > 0 {
		sheet = im.columns(r.Unknown())
		sheet.MaxRows = MaxRows
	}
	return sheet, nil
}

// applyRows reads every row, applies the right ones, and keeps what was wrong with the others.
func (w *work) applyRows(ctx context.Context, file render.File, sheet render.Sheet, im importer) error {
	wrong := newProblems(w.Language)
	total, err := w.readRows(ctx, file, sheet, im, wrong)
	if err != nil {
		return err
	}
	// Reading is the first half of the way, applying the second.
	err = im.apply(ctx, w, wrong, func(rows int) error { return w.progress(ctx, (total+rows)/2, total) })
	if err != nil {
		return err
	}
	kept, err := wrong.kept()
	if err != nil {
		return err
	}
	failed := len(wrong.rows)
	return w.step(ctx, FactProgress, appliedSQL, total, total-failed, failed, wrong.byKind(), kept)
}

func (w *work) readRows(ctx context.Context, file render.File, sheet render.Sheet, im importer, wrong *problems) (total int, err error) {
	r, err := render.Open(ctx, file, sheet)
	if err != nil {
		return 0, err
	}
	defer r.Close()
	total = r.Total()
	if total == 0 {
		return 0, NoRows.With()
	}
	read := 0
	for row, err := range r.Rows() {
		if err != nil {
			return 0, err
		}
		im.read(&cells{row: row, columns: sheet.Columns, wrong: wrong})
		read++
		if err := w.progress(ctx, read/2, total); err != nil {
			return 0, err
		}
	}
	return read, nil
}

// report writes the error file, if anything was wrong, and ends the run.
func (w *work) report(ctx context.Context, file render.File, sheet render.Sheet) error {
	if w.Failed == 0 {
		return w.finish(ctx, "", nil, w.Total, w.OK)
	}
	var sentences map[int]string
	if err := json.Unmarshal(w.Problems, &sentences); err != nil {
		return fmt.Errorf("read what was wrong: %w", err)
	}
	var out bytes.Buffer
	if err := render.ErrorFile(ctx, &out, file, sheet, w.Language, sentences); err != nil {
		return fmt.Errorf("write the error file: %w", err)
	}
	name := "错误-" + w.Name
	if w.Language == fault.English {
		name = "errors-" + w.Name
	}
	return w.finish(ctx, name, out.Bytes(), w.Total, w.OK)
}
