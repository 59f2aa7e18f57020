package stories_test

import (
	"archive/zip"
	"slices"
	"strings"
	"testing"

	"qudao/internal/apitest"
)

// runsOnly are the tables in which an upload leaves its traces whatever comes of it.
var runsOnly = []string{"spreadsheet.run", "blob.file", "blob.chunk", "queue.fact", "once.key", "notification.message"}

// untouched fails the story when what happens changes any table but those named.
func (s *story) untouched(but []string, happens func()) {
	s.t.Helper()
	before := s.Rows()
	happens()
	for _, table := range s.Rows().Changed(before) {
		if name, _, _ := strings.Cut(table, ":"); !slices.Contains(but, name) {
			s.t.Errorf("a refused file changed %s", table)
		}
	}
}

func TestAFileThatIsNoWorkbookIsRefusedAtTheDoor(t *testing.T) {
	s := begin(t)
	warehouse := s.staff("warehouse")
	zeros := strings.Repeat("0", 40<<20)
	for code, c := range map[string]struct {
		status  int
		content []byte
	}{
		"file_not_xlsx":   {422, []byte("仓库编码,物料编码,现存量\nW1,S1,5\n")},
		"file_bomb":       {422, workbook(t, zip.Deflate, `<worksheet><sheetData/></worksheet>`+zeros)},
		"file_unreadable": {422, workbook(t, zip.Store, `<worksheet/>`)[:900]},
		"file_too_large":  {413, make([]byte, 20<<20+1)},
		"body_too_large":  {413, make([]byte, 22<<20)},
	} {
		s.refuses(no{c.status, code, "", ""}, func(language apitest.Header) *apitest.Answer {
			return warehouse.Upload("/imports/stock", "表格.xlsx", c.content, nil, apitest.Key(), language)
		})
	}
}

func TestAnUploadNamesItsKindAndItsList(t *testing.T) {
	s := begin(t)
	admin, product := s.staff("admin"), s.staff("product")
	content := book(t, []string{"物料编码", "单价"}, row{"物料编码": "S1", "单价": 5})
	upload := func(who person, path string, fields map[string]string) func(apitest.Header) *apitest.Answer {
		return func(language apitest.Header) *apitest.Answer {
			return who.Upload(path, "表格.xlsx", content, fields, apitest.Key(), language)
		}
	}
	s.refuses(no{422, "run_list_missing", "list", "run_list_missing"}, upload(admin, "/imports/prices", nil))
	s.refuses(no{404, "not_found", "list", "not_found"}, upload(admin, "/imports/prices", map[string]string{"list": "NONE"}))
	s.refuses(no{422, "invalid_input", "kind", "value_not_allowed"}, upload(admin, "/imports/orders", nil))
	// Importing prices is editing them.
	p := s.refuses(no{403, "permission_missing", "", ""}, upload(product, "/imports/prices", map[string]string{"list": "BASE"}))
	if p.Facts["permission"] != "price.edit" {
		t.Errorf("the refusal names %v", p.Facts)
	}
}

func TestASheetThatIsWrongAsAWholeChangesNothing(t *testing.T) {
	s := begin(t)
	admin := s.staff("admin")
	for name, c := range map[string]struct {
		kind, list  string
		content     []byte
		code        string
		zh, en      string // what the sentence names
		alsoEnglish bool
	}{
		"no column of the price":  {"prices", "BASE", book(t, []string{"物料编码", "备注"}, row{"物料编码": "S1", "备注": "x"}), "columns_missing", "单价", "Unit price", true},
		"no column of the SKU":    {"products", "", book(t, []string{"产品编码", "产品名称", "三级分类编码", "单位"}, row{"产品编码": "P1", "产品名称": "新名", "三级分类编码": "SOCKET", "单位": "只"}), "columns_missing", "物料编码", "SKU code", true},
		"a column twice":          {"stock", "", book(t, []string{"仓库编码", "物料编码", "现存量", "现存量"}, row{"仓库编码": "W1"}), "columns_repeated", "现存量", "", false},
		"200,000 rows":            {"prices", "BASE", bulk(t, "物料编码", "单价", 200_000), "sheet_too_many_rows", "100000", "", false},
		"no rows":                 {"stock", "", admin.template("stock"), "run_no_rows", "", "", false},
		"a part that is no XML":   {"stock", "", workbook(t, zip.Deflate, "<worksheet><sheetData><row"), "file_unreadable", "", "", false},
		"a header of other words": {"stock", "", book(t, []string{"甲", "乙"}, row{"甲": 1}), "columns_missing", "仓库编码", "", false},
	} {
		s.untouched(runsOnly, func() {
			r := admin.imports(c.kind, c.content, c.list)
			if r.State != "failed" || r.Problem == nil || r.Problem.Code != c.code || !strings.Contains(r.Problem.Detail, c.zh) || r.OK != 0 {
				t.Errorf("%s: %+v %+v", name, r, r.Problem)
				return
			}
			if !c.alsoEnglish {
				return
			}
			e := admin.imports(c.kind, c.content, c.list, apitest.English())
			if e.Problem == nil || e.Problem.Code != c.code || !strings.Contains(e.Problem.Detail, c.en) {
				t.Errorf("%s in English: %+v", name, e.Problem)
				return
			}
			s.words(r.Problem.Detail, e.Problem.Detail)
		})
	}
}

// Wrong rows come back with their reasons, and nothing of them is applied; right ones are.
func TestWrongRowsComeBackWithTheirReasons(t *testing.T) {
	s := begin(t)
	warehouse := s.staff("warehouse")
	content := fill(t, warehouse.template("stock"),
		row{"仓库编码": "W1", "物料编码": "S1", "现存量": 110},
		row{"仓库编码": "W1", "物料编码": "S2", "现存量": "一百"},
		row{"仓库编码": "W1", "物料编码": "S3", "现存量": formula("50+50")},
		row{"仓库编码": "W9", "物料编码": "S1", "现存量": 5},
		row{"仓库编码": "W2", "物料编码": "S9", "现存量": 5},
		row{"仓库编码": "W2", "物料编码": "S1", "现存量": -1},
		row{"仓库编码": "W2", "物料编码": "S2", "现存量": 1.2345},
		row{"仓库编码": "W2", "物料编码": "S3"},
		row{"仓库编码": "W2", "物料编码": "S4", "现存量": "1E+12"},
	)
	r := warehouse.imports("stock", content, "")
	if r.State != "done" || r.OK != 1 || r.Failed != 8 || r.Total != 9 || !r.ErrorsFile {
		t.Fatalf("the run is %+v", r)
	}
	reasons := []string{"“现存量”不是数字：一百。", "“现存量”是公式", "没有仓库“W9”", "没有物料“S9”", "“现存量”超出范围：-1。", "“现存量”最多 3 位小数：1.2345。", "“现存量”不能为空。", "“现存量”"}
	wrong := warehouse.wrong(r)
	if len(wrong) != len(reasons) {
		t.Fatalf("the error file has the rows %q", wrong)
	}
	for i, cells := range wrong {
		if reason := cells[len(cells)-1]; !strings.Contains(reason, reasons[i]) {
			t.Errorf("row %d: %q, not %q", i, reason, reasons[i])
		}
	}
	for sku, free := range map[string]int{"S1": 160, "S2": 150, "S3": 150, "S4": 150} {
		if n := s.free(sku); n != free {
			t.Errorf("%d of %s are free, not %d", n, sku, free)
		}
	}
	// In English, with the reasons in the words of that language, and the file can be put right and come again.
	english := warehouse.imports("stock", content, "", apitest.English())
	cells := warehouse.wrong(english)[0]
	if reason := cells[len(cells)-1]; !strings.Contains(reason, "On hand is not a number") {
		t.Errorf("in English: %q", reason)
	}
	s.holds()
}

// All rows of an SKU are its ladder: one wrong row holds back the others of the SKU, and of no other.
func TestAWrongRowOfALadderHoldsBackTheLadder(t *testing.T) {
	s := begin(t)
	price := s.staff("price")
	r := price.imports("prices", fill(t, price.template("prices"),
		row{"物料编码": "S1", "起始数量": 0, "单价": 9.5},
		row{"物料编码": "S1", "起始数量": 100, "单价": "面议"},
		row{"物料编码": "S2", "起始数量": 0, "单价": 19.5},
		row{"物料编码": "S3", "起始数量": 0, "单价": 0},
	), "BASE")
	if r.State != "done" || r.OK != 1 || r.Failed != 3 {
		t.Fatalf("the run is %+v", r)
	}
	d := s.buyer("dealer2")
	for sku, total := range map[string]string{"S1": "50.00", "S2": "97.50"} {
		// Placement looks at the version of the list: nobody has to hear of the import first.
		if o := d.sees(d.places(want(sku, 5)).Number); o.Total != total {
			t.Errorf("five of %s cost %s, not %s", sku, o.Total, total)
		}
	}
	s.holds()
}
