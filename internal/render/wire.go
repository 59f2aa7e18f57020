package render

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"qudao/internal/fault"
)

// The child answers with frames, each a letter and its fields; numbers are unsigned varints, texts
// have their length before them.
//
//	'T' rows, more     how many rows are not blank; more is 1 when counting stopped early
//	'R' number, n, n × (column, kind, text)
//	'F' code, n, n × text   a refusal and its facts, name and value by turns; the last frame
//	'E'                 all rows were sent; the last frame
const (
	frameTotal = 'T'
	frameRow   = 'R'
	frameFault = 'F'
	frameEnd   = 'E'

	formulaBit = 0x80
	maxFacts   = 16
)

// errWire says that the child broke its own protocol.
var errWire = errors.New("the reading process answered nonsense")

type wireWriter struct {
	to      *bufio.Writer
	scratch [binary.MaxVarintLen64]byte
}

func (w *wireWriter) number(n int) {
	w.to.Write(binary.AppendUvarint(w.scratch[:0], uint64(n)))
}

func (w *wireWriter) text(s string) {
	w.number(len(s))
	w.to.WriteString(s)
}

func (w *wireWriter) total(rows int, more bool) error {
	w.to.WriteByte(frameTotal)
	w.number(rows)
	if more {
		w.number(1)
	} else {
		w.number(0)
	}
	return w.to.Flush()
}

func (w *wireWriter) row(number int, cells []gridCell) error {
	w.to.WriteByte(frameRow)
	w.number(number)
	w.number(len(cells))
	for _, cell := range cells {
		w.number(cell.column)
		kind := byte(cell.Kind)
		if cell.Formula {
			kind |= formulaBit
		}
		w.to.WriteByte(kind)
		w.text(cell.Text)
	}
	_, err := w.to.Write(nil) // a bufio.Writer keeps its first error
	return err
}

// finish sends the last frame: the end, or the fault that err is.
func (w *wireWriter) finish(err error) error {
	if err == nil {
		w.to.WriteByte(frameEnd)
		return w.to.Flush()
	}
	f, ok := fault.As(err)
	if !ok {
		f = FileUnreadable.With()
	}
	w.to.WriteByte(frameFault)
	w.text(f.Code)
	w.number(2 * len(f.Facts))
	for name, value := range f.Facts {
		w.text(name)
		w.text(fmt.Sprint(value))
	}
	return w.to.Flush()
}

// wireReader reads frames. It trusts nothing: the child has parsed a hostile file.
type wireReader struct{ from *bufio.Reader }

func (r wireReader) number(most int) (int, error) {
	n, err := binary.ReadUvarint(r.from)
	if err != nil {
		return 0, err
	}
	if n > uint64(most) {
		return 0, errWire
	}
	return int(n), nil
}

func (r wireReader) text() (string, error) {
	n, err := r.number(maxText)
	if err != nil || n == 0 {
		return "", err
	}
	b := make([]byte, n)
	_, err = io.ReadFull(r.from, b)
	return string(b), err
}

// total reads the first frame.
func (r wireReader) total() (rows int, more bool, err error) {
	letter, err := r.from.ReadByte()
	if err != nil {
		return 0, false, err
	}
	if letter == frameFault {
		return 0, false, r.fault()
	}
	if letter != frameTotal {
		return 0, false, errWire
	}
	rows, err = r.number(maxRowsXL)
	if err != nil {
		return 0, false, err
	}
	flag, err := r.number(1)
	return rows, flag == 1, err
}

// row reads the next row; io.EOF says that all rows came, any other end is an error.
func (r wireReader) row() (number int, cells []Cell, err error) {
	letter, err := r.from.ReadByte()
	switch {
	case errors.Is(err, io.EOF):
		return 0, nil, io.ErrUnexpectedEOF
	case err != nil:
		return 0, nil, err
	case letter == frameEnd:
		return 0, nil, io.EOF
	case letter == frameFault:
		return 0, nil, r.fault()
	case letter != frameRow:
		return 0, nil, errWire
	}
	number, cells, err = r.cells()
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return number, cells, err
}

func (r wireReader) cells() (number int, cells []Cell, err error) {
	if number, err = r.number(maxRowsXL); err != nil {
		return 0, nil, err
	}
	n, err := r.number(maxColumns)
	if err != nil {
		return 0, nil, err
	}
	for range n {
		column, err := r.number(maxColumns - 1)
		if err != nil {
			return 0, nil, err
		}
		kind, err := r.from.ReadByte()
		if err != nil {
			return 0, nil, err
		}
		text, err := r.text()
		if err != nil {
			return 0, nil, err
		}
		if column >= len(cells) {
			cells = slices.Grow(cells, max(n, column+1)-len(cells))[:column+1]
		}
		cells[column] = Cell{Text: text, Kind: min(Kind(kind&^formulaBit), Error), Formula: kind&formulaBit != 0}
	}
	return number, cells, nil
}

// fault reads a refusal. It never returns nil.
func (r wireReader) fault() error {
	code, err := r.text()
	if err != nil {
		return err
	}
	n, err := r.number(maxFacts)
	if err != nil {
		return err
	}
	facts := make([]any, n-n%2)
	for i := range facts {
		if facts[i], err = r.text(); err != nil {
			return err
		}
	}
	definition, ok := childFaults[code]
	if !ok {
		definition = FileUnreadable
	}
	return definition.With(facts...)
}
