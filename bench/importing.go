package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/http"
	"time"

	"qudao/internal/render"
)

// importRound is one round of G10, in seconds.
type importRound struct{ done, read float64 }

// measureImport is G10: a file of 20,000 rows of new products, uploaded and waited for as a person does,
// beside reading the same file with the same reader.
func measureImport(ctx context.Context, b *bench) ([]Result, error) {
	who, err := b.editor(ctx)
	if err != nil {
		return nil, fmt.Errorf("sign in who edits products: %w", err)
	}
	if err := b.forget(ctx); err != nil {
		return nil, err
	}
	var rounds []importRound
	for n := range b.Rounds {
		file, sheet, err := b.productFile(ctx, n)
		if err != nil {
			return nil, fmt.Errorf("write the file: %w", err)
		}
		var r importRound
		if r.read, err = readFile(ctx, file, sheet); err != nil {
			return nil, fmt.Errorf("read the file: %w", err)
		}
		if r.done, err = b.importFile(ctx, who, file); err != nil {
			return nil, err
		}
		b.say("  %d rows, %d kB: read %.2f s, imported %.2f s", importRows, len(file)/1000, r.read, r.done)
		rounds = append(rounds, r)
		if err := b.forget(ctx); err != nil {
			return nil, err
		}
	}
	done := medianOf(rounds, func(r importRound) float64 { return r.done })
	read := medianOf(rounds, func(r importRound) float64 { return r.read })
	return []Result{
		b.result("G10", "product Excel of 20,000 rows, from upload to done", "s", done, read, valueTo(20)),
		b.result("G10", "product Excel of 20,000 rows; against reading the file", "s", done, read, ratioTo(5)),
	}, nil
}

// readFile reads every row, and returns the seconds it took.
func readFile(ctx context.Context, file []byte, sheet render.Sheet) (float64, error) {
	begin := time.Now()
	r, err := render.Open(ctx, render.Bytes(file), sheet)
	if err != nil {
		return 0, err
	}
	defer r.Close()
	rows := 0
	for _, err := range r.Rows() {
		if err != nil {
			return 0, err
		}
		rows++
	}
	if rows != importRows {
		return 0, fmt.Errorf("%d rows, not %d", rows, importRows)
	}
	return time.Since(begin).Seconds(), nil
}

// importRun is what the server says of an import.
type importRun struct {
	ID      string          `json:"id"`
	State   string          `json:"state"`
	OK      int             `json:"ok"`
	Failed  int             `json:"failed"`
	ByKind  json.RawMessage `json:"by_kind"`
	Problem json.RawMessage `json:"problem"`
}

// importFile uploads a file, waits until it is applied, and returns the seconds in between.
func (b *bench) importFile(ctx context.Context, cookie string, file []byte) (float64, error) {
	c := &caller{url: b.server.url, http: &http.Client{Timeout: time.Minute}}
	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	part, err := parts.CreateFormFile("file", "products.xlsx")
	if err != nil {
		return 0, err
	}
	if _, err := part.Write(file); err != nil {
		return 0, err
	}
	if err := parts.Close(); err != nil {
		return 0, err
	}
	begin := time.Now()
	answer, o := c.send(ctx, http.MethodPost, cookie, "/api/office/imports/products", parts.FormDataContentType(), &form)
	for {
		var run importRun
		if o.refused != "" {
			return 0, fmt.Errorf("import: %s", o.refused)
		}
		if err := json.Unmarshal(answer, &run); err != nil {
			return 0, err
		}
		if run.State == "done" && run.OK == importRows {
			return o.done.Sub(begin).Seconds(), nil
		}
		if run.State == "done" || run.State == "failed" {
			return 0, fmt.Errorf("import %s: %d rows applied, %d wrong: %s %s", run.State, run.OK, run.Failed, run.ByKind, run.Problem)
		}
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
		answer, o = c.call(ctx, cookie, "/api/office/runs/"+run.ID, nil)
	}
}

// editor signs in a member of staff who may import products, and returns the cookie.
func (b *bench) editor(ctx context.Context) (string, error) {
	conn, err := b.connect(ctx)
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx)
	var login string
	if err := conn.QueryRow(ctx, editorSQL).Scan(&login); err != nil {
		return "", err
	}
	token, err := signIn(ctx, conn, login)
	return officeCookie + token, err
}

// forget takes away what imports made.
func (b *bench) forget(ctx context.Context) error {
	conn, err := b.connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	for _, sql := range forgetSQL {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return fmt.Errorf("%.60s: %w", sql, err)
		}
	}
	return nil
}
