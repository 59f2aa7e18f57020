package render

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	childVariable = "QUDAO_RENDER_CHILD"
	maxRequest    = 64 << 10
	exitHeavy     = 3 // the child met its memory limit
	watchEvery    = 20 * time.Millisecond
)

// request is the one line the child reads before the file.
type request struct {
	Sheet  Words `json:"sheet"`
	Rows   int   `json:"rows"`   // count no further than this
	Size   int64 `json:"size"`   // of the file that follows
	Memory int64 `json:"memory"` // bytes
	CPU    int64 `json:"cpu"`    // seconds
}

// Child does the work of a reading process and exits, if this process was started to be one; else it
// returns at once. It must come first in main, before flags, configuration and connections, and in
// TestMain of every package whose tests read a workbook.
func Child() {
	if os.Getenv(childVariable) != "1" {
		return
	}
	if err := serveChild(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func serveChild(in io.Reader, out io.Writer) error {
	from := bufio.NewReaderSize(in, maxRequest)
	line, err := from.ReadSlice('\n')
	if err != nil {
		return fmt.Errorf("read request: %w", err)
	}
	var ask request
	if err := json.Unmarshal(line, &ask); err != nil {
		return fmt.Errorf("parse request: %w", err)
	}
	if ask.Size < 0 || ask.Size > MaxFileSize {
		return errors.New("request for too large a file")
	}
	if err := confine(ask); err != nil {
		return fmt.Errorf("confine: %w", err)
	}
	content := make([]byte, ask.Size)
	if _, err := io.ReadFull(from, content); err != nil {
		return fmt.Errorf("read file: %w", err)
	}
	w := &wireWriter{to: bufio.NewWriterSize(out, 64<<10)}
	return w.finish(sendRows(Bytes(content), ask, w))
}

// confine bounds this process: the collector works harder near the limit, a watch ends the process
// beyond it, and the kernel refuses what the watch would be too slow for.
func confine(ask request) error {
	debug.SetMemoryLimit(ask.Memory * 3 / 4)
	go watch(uint64(ask.Memory))
	return confineProcess(ask.Memory, ask.CPU)
}

func watch(limit uint64) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for ; ; time.Sleep(watchEvery) {
		metrics.Read(sample)
		if sample[0].Value.Uint64()-sample[1].Value.Uint64() > limit {
			os.Exit(exitHeavy)
		}
	}
}

// sendRows reads the sheet twice: once to count, so that a file with too many rows is refused before
// the first of them is handed out and progress can be told, and once to send.
func sendRows(file File, ask request, w *wireWriter) error {
	archive, err := inspect(file)
	if err != nil {
		return err
	}
	b, err := openBook(archive, ask.Sheet)
	if err != nil {
		return err
	}
	left := b.parts.left
	total, errFull := 0, errors.New("counted enough")
	err = b.rows(func(int, []gridCell) error {
		if total == ask.Rows {
			return errFull
		}
		total++
		return nil
	})
	full := errors.Is(err, errFull)
	if err != nil && !full {
		return err
	}
	if err := w.total(total, full); err != nil || full {
		return err
	}
	b.parts.left = left // the same bytes come again
	return b.rows(w.row)
}
