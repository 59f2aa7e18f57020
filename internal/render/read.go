package render

import (
	"context"
	"errors"
	"io"
	"iter"

	"qudao/internal/fault"
)

// Reader gives the rows of one sheet, one after the other. It is for one goroutine.
type Reader struct {
	ctx     context.Context
	process *process
	source  *source
	index   map[string]int
	columns int
	header  header
	total   int
	early   []numbered // data rows that came while the header was looked for
}

type numbered struct {
	number int
	cells  []Cell
}

// Open checks a file, starts a reading process on it, and finds the header. It fails with one of the
// package's faults when the file, the sheet or the header is not as declared, before any row is given.
// The caller closes the Reader; the process ends with ctx at the latest.
func Open(ctx context.Context, file File, sheet Sheet) (*Reader, error) {
	return open(ctx, file, sheet, usualLimits)
}

func open(ctx context.Context, file File, sheet Sheet, lim limits) (*Reader, error) {
	file, from := sourced(file)
	if _, err := inspect(file); err != nil {
		return nil, from.blame(err)
	}
	most := sheet.MaxRows
	if most <= 0 || most > maxRowsXL {
		most = maxRowsXL
	}
	ask := request{Sheet: sheet.Name, Rows: min(most+headerDepth, maxRowsXL)}
	p, err := startProcess(ctx, file, ask, lim)
	if err != nil {
		return nil, err
	}
	r := &Reader{ctx: ctx, process: p, source: from, index: sheet.index(), columns: len(sheet.Columns)}
	if err := r.begin(sheet.Columns, most); err != nil {
		r.Close()
		return nil, err
	}
	return r, nil
}

// begin reads up to the header and checks the number of rows after it.
func (r *Reader) begin(columns []Column, most int) error {
	total, more, err := r.process.wire.total()
	if err != nil {
		return r.failure(err)
	}
	if more {
		return SheetTooManyRows.With("limit", most)
	}
	var first []numbered
	var cells [][]Cell
	for len(first) < min(total, headerDepth) {
		number, row, err := r.process.wire.row()
		if err != nil {
			return r.failure(err)
		}
		first, cells = append(first, numbered{number, row}), append(cells, row)
	}
	at, found, err := findHeader(cells, columns)
	if err != nil {
		return err
	}
	r.header, r.early, r.total = found, first[at+1:], total-at-1
	if r.total > most {
		return SheetTooManyRows.With("limit", most)
	}
	return nil
}

// failure is what the caller learns of an error on the wire.
func (r *Reader) failure(err error) error {
	if _, ok := fault.As(err); ok {
		return err
	}
	return r.source.blame(r.process.explain(r.ctx, err))
}

// Total is how many data rows there are, known from the start so that progress can be shown.
func (r *Reader) Total() int { return r.total }

// Unknown names the columns of the file that the sheet does not declare. They are ignored.
func (r *Reader) Unknown() []string { return r.header.unknown }

// Rows gives the data rows that are not blank, in the order of the file. It can be walked once. An
// error is the last thing it gives.
func (r *Reader) Rows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for _, row := range r.early {
			if !yield(r.row(row.number, row.cells), nil) {
				return
			}
		}
		r.early = nil
		for !r.process.ended {
			number, cells, err := r.process.wire.row()
			if errors.Is(err, io.EOF) {
				r.Close()
				return
			}
			if err != nil {
				err = r.failure(err)
				r.Close()
				yield(Row{}, err)
				return
			}
			if !yield(r.row(number, cells), nil) {
				return
			}
		}
	}
}

// Close ends the reading process. It may be called at any time and more than once.
func (r *Reader) Close() { r.process.stop() }

func (r *Reader) row(number int, all []Cell) Row {
	row := Row{Number: number, Cells: make([]Cell, r.columns), index: r.index, all: all}
	for i, place := range r.header.place {
		if place >= 0 && i < len(all) {
			row.Cells[place] = all[i]
		}
	}
	return row
}
