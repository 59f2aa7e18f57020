package spreadsheet_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"qudao/internal/blob"
	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/inventory"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/pricing"
	"qudao/internal/render"
	"qudao/internal/spreadsheet"
)

func TestMain(m *testing.M) {
	render.Child()
	os.Exit(m.Run())
}

// world is an installation with two audiences, a category with a series, a template, two warehouses and
// two price lists.
type world struct {
	*spreadsheet.Service
	t     *testing.T
	db    *pg.DB
	goods *catalog.Service
	stock *inventory.Service
	price *pricing.Service
	staff org.Actor
}

var all = pg.Scope{Actor: "system:test", All: true}

func newWorld(t *testing.T) *world {
	t.Helper()
	d := pgtest.New(t)
	db := pgtest.OpenURL(t, d.Worker, nil)
	w := &world{t: t, db: db, goods: catalog.New(db), stock: inventory.New(db), price: pricing.New(db),
		staff: org.Actor{Kind: org.Staff, ID: "goods", Name: "林晓", Address: "10.0.0.8", Permissions: org.Of(
			org.ImportRun, org.ExportRun, org.ProductRead, org.ProductEdit, org.PriceRead, org.PriceEdit, org.StockRead, org.StockEdit,
			org.OrderRead, org.DealerRead, org.AuditRead)}}
	w.Service = spreadsheet.New(db, w.goods, w.stock, w.price)
	w.exec(`INSERT INTO dealer.audience (code, name, rule, updated_at) VALUES ('ALL', '全部', '{}', now()), ('EAST', '华东', '{}', now())`,
		`INSERT INTO org.division (code, name) VALUES ('LIGHT', '照明')`,
		`INSERT INTO dealer.region (code, name, level) VALUES (330000, '浙江省', 1)`,
		`INSERT INTO inventory.warehouse (code, name, region_code) VALUES ('WH-EAST', '华东仓', 330000), ('WH-WEST', '西南仓', 330000)`)
	for _, c := range []catalog.CategoryIn{
		{Code: "LT", Name: "照明"}, {Code: "LT-IN", Name: "室内", Parent: "LT"}, {Code: "LT-PNL", Name: "平板灯", Parent: "LT-IN"},
		{Code: "LT-PNL-A", Name: "晴空", Parent: "LT-PNL"},
	} {
		if _, err := w.goods.CreateCategory(t.Context(), w.staff, c); err != nil {
			t.Fatal(err)
		}
	}
	_, err := w.goods.CreateTemplate(t.Context(), w.staff, catalog.TemplateIn{Code: "lamp", Name: "灯具", Attributes: []catalog.Attribute{
		{Code: "power", Name: "功率", Unit: "W", Kind: catalog.KindNumber, Axis: true},
		{Code: "ra", Name: "显色指数", Kind: catalog.KindNumber, Required: true},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range []pricing.ListInput{
		{Code: "BASE", Name: "基准价", Kind: pricing.KindBase}, {Code: "EAST", Name: "华东价", Kind: pricing.KindAudience, Audience: "EAST"},
	} {
		if _, err := w.price.CreateList(t.Context(), w.staff, in); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func (w *world) exec(statements ...string) {
	w.t.Helper()
	err := w.db.Write(w.t.Context(), all, func(tx *pg.Tx) error {
		for _, sql := range statements {
			if _, err := tx.Exec(w.t.Context(), sql); err != nil {
				return fmt.Errorf("%s: %w", sql, err)
			}
		}
		return nil
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

// sell makes a product of each code, with one SKU of the same code.
func (w *world) sell(codes ...string) {
	w.t.Helper()
	rate := money.Rate(1300)
	in := make([]catalog.ProductIn, len(codes))
	for i, code := range codes {
		in[i] = catalog.ProductIn{Code: "P-" + code, Name: "平板灯 " + code, Category: "LT-PNL", Template: "lamp", Unit: "只", Allow: []string{"ALL"},
			Attributes: map[string]string{"ra": "80"}, SKUs: []catalog.SKUIn{{Code: code, TaxRate: &rate, Spec: map[string]string{"power": "36"}}}}
	}
	results, err := w.goods.Upsert(w.t.Context(), w.staff, in)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, r := range results {
		if r.Problem != nil {
			w.t.Fatalf("%s: %v", r.Code, r.Problem)
		}
	}
}

// formula is a cell that holds one.
type formula string

// book is a workbook with one sheet of these rows.
func book(t testing.TB, rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for y, row := range rows {
		for x, value := range row {
			cell, _ := excelize.CoordinatesToCellName(x+1, y+1)
			err := error(nil)
			if text, ok := value.(formula); ok {
				err = f.SetCellFormula("Sheet1", cell, string(text))
			} else {
				err = f.SetCellValue("Sheet1", cell, value)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// take imports a file to its end.
func (w *world) take(kind spreadsheet.Kind, params spreadsheet.Params, content []byte) spreadsheet.Run {
	w.t.Helper()
	run, err := w.StartImport(w.t.Context(), w.staff, kind, params, "表格.xlsx", bytes.NewReader(content))
	if err != nil {
		w.t.Fatal(err)
	}
	return w.perform(run.ID)
}

// give exports a list to its end and returns the file.
func (w *world) give(who org.Actor, kind spreadsheet.Kind, filter spreadsheet.Filter) []byte {
	w.t.Helper()
	run, err := w.StartExport(w.t.Context(), who, kind, filter)
	if err != nil {
		w.t.Fatal(err)
	}
	if err := w.Perform(w.t.Context(), run.ID); err != nil {
		w.t.Fatal(err)
	}
	file, err := w.File(w.t.Context(), who, run.ID)
	return w.content(file, err)
}

func (w *world) perform(run id.ID) spreadsheet.Run {
	w.t.Helper()
	if err := w.Perform(w.t.Context(), run); err != nil {
		w.t.Fatal(err)
	}
	out, err := w.Run(w.t.Context(), w.staff, run)
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

func (w *world) content(file *blob.File, err error) []byte {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
	content, err := io.ReadAll(file.Reader())
	if err != nil {
		w.t.Fatal(err)
	}
	return content
}

// rows are the texts of a workbook's first sheet.
func rows(t testing.TB, content []byte) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, err := f.GetRows(f.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// errors are the wrong rows of a run: its rows with the reason last.
func (w *world) wrong(run spreadsheet.Run) [][]string {
	w.t.Helper()
	file, err := w.Errors(w.t.Context(), w.staff, run.ID)
	return rows(w.t, w.content(file, err))[1:]
}

// counts fails the test unless the run is done with these figures and kinds.
func (w *world) counts(run spreadsheet.Run, ok, failed int, codes ...string) {
	w.t.Helper()
	var got []string
	for _, c := range run.ByKind {
		got = append(got, fmt.Sprintf("%s×%d", c.Code, c.Count))
	}
	slices.Sort(got)
	slices.Sort(codes)
	if run.State != spreadsheet.Done || run.OK != ok || run.Failed != failed || run.Total != ok+failed || run.Done != run.Total || !slices.Equal(got, codes) {
		w.t.Fatalf("run %+v, want %d ok, %d failed, %v", run, ok, failed, codes)
	}
}

// prices are the ladders of a list, as text.
func (w *world) prices(list string) string {
	w.t.Helper()
	var out []string
	err := w.db.Read(w.t.Context(), all, func(tx *pg.Tx) (err error) {
		out, err = pg.Column[string](w.t.Context(), tx, `SELECT s.code || ':' || p.minimum / 1000 || '=' || p.price FROM pricing.price p
			JOIN pricing.price_list l ON l.id = p.list_id JOIN catalog.sku s ON s.id = p.sku_id WHERE l.code = $1 ORDER BY s.code, p.minimum`, list)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return strings.Join(out, " ")
}

// value is a single value from the database.
func value[T any](w *world, sql string, args ...any) (out T) {
	w.t.Helper()
	err := w.db.Read(w.t.Context(), all, func(tx *pg.Tx) (err error) {
		out, err = pg.Value[T](w.t.Context(), tx, sql, args...)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

// refused fails the test unless err is a fault of this definition.
func refused(t *testing.T, err error, d *fault.Definition) {
	t.Helper()
	if f, ok := fault.As(err); !ok || f.Definition != d {
		t.Errorf("got %v, want %s", err, d.Code)
	}
}
