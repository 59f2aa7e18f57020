package httpapi

import (
	"bytes"
	"compress/gzip"
	"context"
	"net/http"
	"strconv"
	"strings"
	"time"

	"qudao/internal/fault"
)

// Medium is a file that a page shows.
type Medium struct {
	Type    string
	Content []byte
}

// mediaPolicy lets a drawing that is opened by itself, outside a page, do nothing but draw.
const mediaPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

// Media serves pictures at /media/{hash} and /media/{hash}/{size}, and everything else by pages. An
// address names its content, so what is kept of it is right for ever; who has the address may see the
// picture. find refuses with fault.NotFound.
func Media(find func(ctx context.Context, hash string, size int) (Medium, error), pages http.Handler) http.Handler {
	serve := func(w http.ResponseWriter, r *http.Request) {
		size, err := 0, error(nil)
		if given := r.PathValue("size"); given != "" {
			if size, err = strconv.Atoi(given); err != nil || size <= 0 || given != strconv.Itoa(size) {
				writeProblem(w, r, fault.NotFound.With())
				return
			}
		}
		h := w.Header()
		h.Set("Content-Security-Policy", mediaPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		m, err := find(r.Context(), r.PathValue("hash"), size)
		if err != nil {
			writeProblem(w, r, err)
			return
		}
		h.Set("Content-Type", m.Type)
		h.Set("Content-Disposition", "inline")
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
		h.Set("ETag", `"`+r.PathValue("hash")+"-"+strconv.Itoa(size)+`"`)
		h.Set("Vary", "Accept-Encoding")
		content := m.Content
		if m.Type == "image/svg+xml" && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			content = packed(content)
			h.Set("Content-Encoding", "gzip")
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /media/{hash}", serve)
	mux.HandleFunc("GET /media/{hash}/{size}", serve)
	mux.HandleFunc("/media/", func(w http.ResponseWriter, r *http.Request) { writeProblem(w, r, fault.NotFound.With()) })
	mux.Handle("/", pages)
	return mux
}

func packed(content []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, _ = z.Write(content) // a buffer takes everything
	_ = z.Close()
	return out.Bytes()
}
