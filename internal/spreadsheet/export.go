package spreadsheet

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"time"

	"qudao/internal/clock"
	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/render"
)

// lister is what an export of one kind reads, page by page, each in a short transaction in the scope of
// who started it.
type lister interface {
	// sheet is the layout; it may depend on what there is.
	sheet(ctx context.Context, tx *pg.Tx) (render.Sheet, error)
	// count is how many rows there are about, for the progress.
	count(ctx context.Context, tx *pg.Tx) (int, error)
	// next returns the rows of the page behind the last one, none at the end.
	next(ctx context.Context, tx *pg.Tx) ([][]string, error)
}

func newLister(kind Kind, f Filter, lang fault.Language, who org.Actor) lister {
	if t, ok := tables[kind]; ok {
		return newTableList(t, f, lang, who.Reach())
	}
	switch kind {
	case Products:
		return &productList{filter: f, lang: lang}
	case Prices:
		return &priceList{list: f.List, query: f.Query}
	case Stock:
		return &stockList{filter: f}
	case Dealers:
		return &dealerList{filter: f, lang: lang, who: who}
	case Audit:
		return &auditList{filter: f, lang: lang, who: who}
	default:
		return &orderList{filter: f, lang: lang, who: who}
	}
}

// maxExport is the most rows one export writes: what Excel can hold, less its header.
const maxExport = 1_000_000

// export writes the list and ends the run.
func (w *work) export(ctx context.Context) error {
	var filter Filter
	if err := json.Unmarshal(w.Params, &filter); err != nil {
		return fmt.Errorf("read what the run is for: %w", err)
	}
	list := newLister(w.Kind, filter, w.Language, w.who)
	var sheet render.Sheet
	total := 0
	err := w.db.Read(ctx, w.who.Scope(), func(tx *pg.Tx) (err error) {
		if sheet, err = list.sheet(ctx, tx); err == nil {
			total, err = list.count(ctx, tx)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("look at what is exported: %w", err)
	}
	if total > maxExport {
		return ExportTooLong.With("rows", total, "maximum", maxExport)
	}
	written := 0
	var out bytes.Buffer
	err = render.Write(&out, sheet, w.Language, w.pages(ctx, list, func(n int) error {
		written += n
		return w.progress(ctx, written, max(written, total))
	}))
	if err != nil {
		return fmt.Errorf("write the list: %w", err)
	}
	name := sheet.Name.In(w.Language) + clock.System.Now().In(clock.Zone).Format("-20060102-1504.xlsx")
	return w.finish(ctx, name, out.Bytes(), written, written)
}

// pages gives the rows of a list, page by page.
func (w *work) pages(ctx context.Context, list lister, tell func(rows int) error) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for {
			var rows [][]string
			err := w.db.Read(ctx, w.who.Scope(), func(tx *pg.Tx) (err error) {
				rows, err = list.next(ctx, tx)
				return err
			})
			if err == nil {
				err = tell(len(rows))
			}
			if err != nil {
				yield(nil, err)
				return
			}
			for _, row := range rows {
				if !yield(row, nil) {
					return
				}
			}
			if len(rows) == 0 {
				return
			}
		}
	}
}

// moment is a time as lists show it.
func moment(t *time.Time) string {
	if t == nil || t.IsZero() {
		return ""
	}
	return t.In(clock.Zone).Format("2006-01-02T15:04:05")
}
