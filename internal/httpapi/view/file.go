package view

import (
	"bytes"
	"io"
	"log/slog"
	"mime"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"qudao/internal/blob"
)

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// File is a download.
type File struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Length      int64  `header:"Content-Length"`
	Body        func(huma.Context)
}

// FileOf hands out a stored file, chunk by chunk.
func FileOf(f *blob.File, err error) (*File, error) {
	if err != nil {
		return nil, err
	}
	return download(f.Name, f.Type, f.Size, f.Reader()), nil
}

// Workbook hands out a workbook that was just made.
func Workbook(name string, content []byte) *File {
	return download(name, workbook, int64(len(content)), bytes.NewReader(content))
}

// PDF shows a PDF that was just made; the browser opens it where it can, and keeps it by its name.
func PDF(name string, content []byte) *File {
	file := download(name, "application/pdf", int64(len(content)), bytes.NewReader(content))
	file.Disposition = mime.FormatMediaType("inline", map[string]string{"filename": name})
	return file
}

func download(name, kind string, size int64, from io.Reader) *File {
	return &File{
		ContentType: kind, Length: size,
		Disposition: mime.FormatMediaType("attachment", map[string]string{"filename": name}),
		Body: func(ctx huma.Context) {
			if _, err := io.Copy(ctx.BodyWriter(), from); err != nil {
				slog.WarnContext(ctx.Context(), "a download broke off", "error", err)
				panic(http.ErrAbortHandler) // so that the reader does not take a part for the whole
			}
		},
	}
}
