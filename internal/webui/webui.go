// Package webui serves the pages that are embedded in the program: the portal at / and the office at
// /office/.
//
// It owns how pages reach browsers: which file answers an address, how long it may be kept, the
// content security policy, compression. It does not own the pages, which are built from web/ into dist
// (make web), nor anything below /api.
//
// Always true: an address without a file of its own answers with the app's index.html, so that a page
// can be opened by its address; a missing asset is missing, never a page; no inline script runs.
package webui

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"
)

//go:embed all:dist
var built embed.FS

// policy lets pages run their own scripts only. Ant Design writes its styles into the page, hence the
// one exception; drawings in styles and the icon are data: addresses.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
	"font-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// file is one embedded file, compressed once where that saves something.
type file struct {
	body, packed []byte
	kind, tag    string
	hashed       bool // its name changes with its content
}

type app struct {
	prefix string
	files  map[string]file
}

// Handler serves what is embedded. It is made once: compressing the pages takes longer than all the rest
// of a server's start, and tests start many.
var Handler = sync.OnceValues(func() (http.Handler, error) { return handler(built) })

func handler(files fs.FS) (http.Handler, error) {
	portal, err := load(files, "portal", "/")
	if err != nil {
		return nil, err
	}
	office, err := load(files, "office", "/office/")
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /", portal)
	mux.Handle("GET /office/", office)
	mux.HandleFunc("GET /office", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/office/", http.StatusMovedPermanently)
	})
	return mux, nil
}

// load reads one app. One that was not built has no files.
func load(files fs.FS, name, prefix string) (*app, error) {
	a := &app{prefix: prefix, files: map[string]file{}}
	root := path.Join("dist", name)
	if _, err := fs.Stat(files, root); err != nil {
		return a, nil
	}
	err := fs.WalkDir(files, root, func(at string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, at)
		if err != nil {
			return err
		}
		one, err := newFile(at, body)
		a.files[strings.TrimPrefix(at, root+"/")] = one
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the pages of %s: %w", name, err)
	}
	return a, nil
}

func newFile(name string, body []byte) (file, error) {
	sum := sha256.Sum256(body)
	f := file{body: body, kind: kindOf(name), tag: `"` + hex.EncodeToString(sum[:8]) + `"`, hashed: strings.Contains(name, "/assets/")}
	var packed bytes.Buffer
	zip, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return f, err
	}
	if _, err := zip.Write(body); err != nil {
		return f, err
	}
	if err := zip.Close(); err != nil {
		return f, err
	}
	if packed.Len() < len(body)*9/10 {
		f.packed = packed.Bytes()
	}
	return f, nil
}

// kindOf does not ask the machine's own table, which differs from one to the next.
func kindOf(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".html":
		return "text/html; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".webmanifest":
		return "application/manifest+json"
	case ".woff2":
		return "font/woff2"
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		return kind
	}
	return "application/octet-stream"
}

func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", policy)
	if len(a.files) == 0 {
		notBuilt(w)
		return
	}
	name := strings.TrimPrefix(path.Clean(r.URL.Path), strings.TrimSuffix(a.prefix, "/"))
	name = strings.TrimPrefix(name, "/")
	f, ok := a.files[name]
	if !ok {
		if strings.HasPrefix(name, "assets/") {
			http.NotFound(w, r)
			return
		}
		if f, ok = a.files["index.html"]; !ok {
			notBuilt(w)
			return
		}
	}
	f.serve(w, r)
}

func (f file) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", f.kind)
	h.Set("ETag", f.tag)
	h.Set("Vary", "Accept-Encoding")
	if f.hashed {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		h.Set("Cache-Control", "no-cache")
	}
	body := f.body
	if f.packed != nil && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = f.packed
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// notBuilt is the page of a program that was built without pages.
func notBuilt(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusServiceUnavailable)
	_, _ = w.Write([]byte(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Qudao</title>` +
		`<body style="font-family:sans-serif;margin:3em"><p>页面尚未构建,请运行 <code>make web</code> 后重新构建程序。</p>` +
		`<p>The pages are not built. Run <code>make web</code> and build the program again.</p></body></html>`))
}
