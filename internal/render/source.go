package render

import (
	"errors"
	"fmt"
	"io"
	"sync/atomic"
)

// source is where a file's bytes come from. It remembers that the place itself failed, because to
// whoever parses the bytes that looks like a damaged file.
type source struct {
	at     io.ReaderAt
	failed atomic.Pointer[error]
}

// sourced returns the file read through a source.
func sourced(file File) (File, *source) {
	s := &source{at: file.At}
	return File{At: s, Size: file.Size}, s
}

func (s *source) ReadAt(b []byte, at int64) (int, error) {
	n, err := s.at.ReadAt(b, at)
	if err != nil && !errors.Is(err, io.EOF) {
		s.failed.Store(&err)
	}
	return n, err
}

// blame returns err, or the failure of the place if there was one.
func (s *source) blame(err error) error {
	if failed := s.failed.Load(); failed != nil && err != nil {
		return fmt.Errorf("read file: %w", *failed)
	}
	return err
}
