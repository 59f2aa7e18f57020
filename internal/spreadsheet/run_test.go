package spreadsheet_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/render"
	"qudao/internal/spreadsheet"
)

func TestARunIsItsOwnersAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	run := w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 5}))
	stranger := org.Actor{Kind: org.Dealer, ID: "x", DealerID: 7, Permissions: org.Portal}
	_, err := w.Run(t.Context(), stranger, run.ID)
	refused(t, err, fault.NotFound)
	_, err = w.Errors(t.Context(), stranger, run.ID)
	refused(t, err, fault.NotFound)
	list, err := w.Runs(t.Context(), stranger, page.Request{})
	if err != nil || len(list.Items) != 0 {
		t.Errorf("a stranger's runs are %+v, %v", list.Items, err)
	}
	_, err = w.File(t.Context(), w.staff, run.ID)
	refused(t, err, spreadsheet.NoFileYet)
	_, err = w.Run(t.Context(), w.staff, id.New())
	refused(t, err, fault.NotFound)
}

func TestRunsAreListedNewestFirst(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var want []id.ID
	for range 3 {
		run, err := w.StartExport(t.Context(), w.staff, spreadsheet.Products, spreadsheet.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		want = append([]id.ID{run.ID}, want...)
	}
	var got []id.ID
	for at := (page.Request{Limit: 2}); ; {
		list, err := w.Runs(t.Context(), w.staff, at)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range list.Items {
			got = append(got, r.ID)
		}
		if at.Cursor = list.Next; at.Cursor == "" {
			break
		}
	}
	if len(got) != 3 || got[0] != want[0] || got[2] != want[2] {
		t.Errorf("runs %v, want %v", got, want)
	}
}

func TestStartingNeedsTheRightPermissionsAndAFile(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	good := book(t, priceHead, []any{"A-1", 0, 5})
	start := func(who org.Actor, kind spreadsheet.Kind, list string, content []byte) error {
		_, err := w.StartImport(t.Context(), who, kind, spreadsheet.Params{List: list}, "x.xlsx", bytes.NewReader(content))
		return err
	}
	may := func(p ...org.Permission) org.Actor {
		return org.Actor{Kind: org.Staff, ID: "n", Permissions: org.Of(p...)}
	}
	refused(t, start(may(org.ImportRun), spreadsheet.Prices, "BASE", good), org.Forbidden)
	refused(t, start(may(org.PriceEdit), spreadsheet.Prices, "BASE", good), org.Forbidden)
	refused(t, start(w.staff, spreadsheet.Orders, "", good), spreadsheet.KindUnknown)
	refused(t, start(w.staff, spreadsheet.Prices, "", good), spreadsheet.ListMissing)
	refused(t, start(w.staff, spreadsheet.Prices, "NONE", good), fault.NotFound)
	refused(t, start(w.staff, spreadsheet.Stock, "", []byte("sku,on_hand\nA-1,5\n")), render.FileNotXLSX)
	refused(t, start(w.staff, spreadsheet.Stock, "", make([]byte, render.MaxFileSize+1)), render.FileTooLarge)

	_, err := w.StartExport(t.Context(), may(org.ExportRun), spreadsheet.Audit, spreadsheet.Filter{})
	refused(t, err, org.Forbidden)
	_, err = w.StartExport(t.Context(), w.staff, "secrets", spreadsheet.Filter{})
	refused(t, err, spreadsheet.KindUnknown)
	_, err = w.StartExport(t.Context(), w.staff, spreadsheet.Prices, spreadsheet.Filter{})
	refused(t, err, spreadsheet.ListMissing)
	dealer := org.Actor{Kind: org.Dealer, ID: "d", DealerID: 1, Permissions: org.Portal}
	_, err = w.StartExport(t.Context(), dealer, spreadsheet.Products, spreadsheet.Filter{})
	refused(t, err, org.Forbidden)
	if n := value[int64](w, `SELECT count(*) FROM spreadsheet.run`); n != 0 {
		t.Errorf("refusals left %d runs", n)
	}
}

func TestStartingTwiceWithOneKeyIsOneRun(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := once.With(t.Context(), once.Key{Principal: w.staff.Principal(), Route: "import", Key: "k", Body: []byte("b")})
	var ids []id.ID
	for range 2 {
		run, err := w.StartImport(ctx, w.staff, spreadsheet.Prices, base, "x.xlsx", bytes.NewReader(book(t, priceHead, []any{"A-1", 0, 5})))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, run.ID)
	}
	if ids[0] != ids[1] || value[int64](w, `SELECT count(*) FROM spreadsheet.run`) != 1 {
		t.Errorf("runs %v", ids)
	}
}

func TestTooManyRowsAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var out bytes.Buffer
	err := render.Write(&out, render.Sheet{Columns: []render.Column{{Title: render.Words{Chinese: "物料编码"}}, {Title: render.Words{Chinese: "单价"}}}}, fault.Chinese,
		func(yield func([]string, error) bool) {
			for i := 0; i <= spreadsheet.MaxRows && yield([]string{"A", "1"}, nil); i++ {
			}
		})
	if err != nil {
		t.Fatal(err)
	}
	run := w.take(spreadsheet.Prices, base, out.Bytes())
	if run.State != spreadsheet.Failed || run.Problem.Code != render.SheetTooManyRows.Code {
		t.Errorf("run %+v", run)
	}
}

func TestARunIsTakenUpAgainAfterACrash(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1")
	run, err := w.StartImport(t.Context(), w.staff, spreadsheet.Prices, base, "x.xlsx", bytes.NewReader(book(t, priceHead, []any{"A-1", 0, 5}, []any{"A-2", 0, 5})))
	if err != nil {
		t.Fatal(err)
	}
	// A worker took it a moment ago, and is thought to live: nobody else does anything.
	w.exec(`UPDATE spreadsheet.run SET state = 'running', attempt = 1, beat_at = now()`)
	if got := w.perform(run.ID); got.State != spreadsheet.Running {
		t.Fatalf("a second worker made it %s", got.State)
	}
	if stale, err := w.Stale(t.Context()); err != nil || len(stale) != 0 {
		t.Fatalf("stale %v, %v", stale, err)
	}
	// It has been silent for long, and had applied everything.
	version := w.version("BASE")
	w.exec(`UPDATE spreadsheet.run SET beat_at = now() - interval '2 min', applied_at = now(), total = 2, done = 2, ok = 1, failed = 1, problems = '{"3": "没有"}'`)
	stale, err := w.Stale(t.Context())
	if err != nil || len(stale) != 1 || stale[0] != run.ID {
		t.Fatalf("stale %v, %v", stale, err)
	}
	got := w.perform(run.ID)
	if got.State != spreadsheet.Done || got.OK != 1 || !got.HasErrors || w.version("BASE") != version || w.prices("BASE") != "" {
		t.Errorf("after the crash %+v, prices %q", got, w.prices("BASE"))
	}
	if again := w.perform(run.ID); again.FinishedAt == nil || !again.FinishedAt.Equal(*got.FinishedAt) {
		t.Error("a finished run was performed again")
	}
}

func TestAnInterruptedRunGoesOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1")
	run, err := w.StartImport(t.Context(), w.staff, spreadsheet.Prices, base, "x.xlsx", bytes.NewReader(book(t, priceHead, []any{"A-1", 0, 5})))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := w.Perform(ctx, run.ID); err == nil || errors.Is(err, fault.NotFound) {
		t.Fatalf("a cancelled run ended with %v", err)
	}
	w.counts(w.perform(run.ID), 1, 0)
}

func TestARunThatFailsAgainAndAgainEnds(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	run, err := w.StartExport(t.Context(), w.staff, spreadsheet.Products, spreadsheet.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	w.exec(`UPDATE spreadsheet.run SET attempt = 5`)
	got := w.perform(run.ID)
	if got.State != spreadsheet.Failed || got.Problem.Code != spreadsheet.Broken.Code {
		t.Errorf("run %+v", got)
	}
}

func TestOldRunsAreForgottenWithTheirFiles(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 5}))
	w.give(w.staff, spreadsheet.Products, spreadsheet.Filter{})
	if n, err := w.Forget(t.Context(), 10); n != 0 || err != nil {
		t.Fatalf("%d forgotten at once, %v", n, err)
	}
	w.exec(`UPDATE spreadsheet.run SET finished_at = now() - interval '31 days'`)
	if n, err := w.Forget(t.Context(), 10); n != 2 || err != nil {
		t.Fatalf("%d forgotten, %v", n, err)
	}
	if n := value[int64](w, `SELECT count(*) FROM blob.file`); n != 0 {
		t.Errorf("%d files are left", n)
	}
}

func TestTemplatesComeInBothLanguagesAndCanBeImported(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, kind := range []spreadsheet.Kind{spreadsheet.Products, spreadsheet.Prices, spreadsheet.Stock} {
		for _, lang := range []fault.Language{fault.Chinese, fault.English} {
			content, err := w.Template(kind, lang)
			if err != nil {
				t.Fatal(err)
			}
			title := strings.Join(rows(t, content)[0], " ")
			if strings.Contains(title, "编码") != (lang == fault.Chinese) {
				t.Errorf("%s in %s has the header %s", kind, lang, title)
			}
			if run := w.take(kind, base, content); run.Problem == nil || run.Problem.Code != spreadsheet.NoRows.Code {
				t.Errorf("importing the empty template of %s: %+v, %+v", kind, run, run.Problem)
			}
		}
	}
	_, err := w.Template(spreadsheet.Orders, fault.Chinese)
	refused(t, err, spreadsheet.KindUnknown)
}
