package catalog_test

import (
	"testing"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
)

// world is a small catalogue: two audiences, two templates, three levels of categories and two series.
type world struct {
	*catalog.Service
	t        testing.TB
	db       *pg.DB
	worker   string // address of the database for the worker role
	staff    org.Actor
	a, b     org.Actor        // dealers in the audiences EAST and WEST
	audience map[string]int32 // id by code
}

func newWorld(t testing.TB) *world {
	t.Helper()
	db, d := pgtest.Open(t)
	w := &world{Service: catalog.New(db), t: t, db: db, worker: d.Worker, audience: map[string]int32{},
		staff: org.Actor{Kind: org.Staff, ID: "products", Permissions: org.Of(org.ProductRead, org.ProductEdit)}}
	ctx := t.Context()
	err := db.Write(ctx, pg.Scope{Actor: "system:test", All: true}, func(tx *pg.Tx) error {
		for _, code := range []string{"EAST", "WEST", "GOLD"} {
			id, err := pg.Value[int32](ctx, tx, `INSERT INTO dealer.audience (code, name, rule, updated_at) VALUES ($1, $1, '{}', now()) RETURNING id`, code)
			if err != nil {
				return err
			}
			w.audience[code] = id
		}
		_, err := tx.Exec(ctx, `INSERT INTO org.division (code, name) VALUES ('CIVIL', '民用电工'), ('LIGHT', '工程照明')`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	w.a, w.b = w.dealer("EAST"), w.dealer("WEST")
	for _, c := range []catalog.CategoryIn{
		{Code: "1", Name: "开关插座"}, {Code: "10", Name: "墙壁开关", Parent: "1"}, {Code: "101", Name: "单开开关", Parent: "10"},
		{Code: "11", Name: "墙壁插座", Parent: "1"}, {Code: "111", Name: "五孔插座", Parent: "11"},
		{Code: "101-HG", Name: "和光", Parent: "101"}, {Code: "111-HG", Name: "和光", Parent: "111"},
	} {
		if _, err := w.CreateCategory(ctx, w.staff, c); err != nil {
			t.Fatal(err)
		}
	}
	_, err = w.CreateTemplate(ctx, w.staff, catalog.TemplateIn{Code: "switch", Name: "开关", Attributes: []catalog.Attribute{
		{Code: "gang", Name: "开关位数", Kind: catalog.KindEnum, Values: []string{"单开", "双开"}, Required: true, Facet: true},
		{Code: "rated_current", Name: "额定电流", Unit: "A", Kind: catalog.KindNumber, Required: true, Facet: true},
		{Code: "color", Name: "颜色", Kind: catalog.KindEnum, Values: []string{"雅白", "香槟金", "深空灰"}, Facet: true, Axis: true},
		{Code: "standard", Name: "执行标准", Kind: catalog.KindText},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) dealer(audiences ...string) org.Actor {
	who := org.Actor{Kind: org.Dealer, ID: "d", DealerID: 1, Permissions: org.Portal}
	for _, code := range audiences {
		who.Audiences = append(who.Audiences, w.audience[code])
	}
	return who
}

func rate(r money.Rate) *money.Rate { return &r }

// lightSwitch is a complete product with two SKUs, published to an audience.
func lightSwitch(code string, allow ...string) catalog.ProductIn {
	return catalog.ProductIn{Code: code, Name: "单开单控开关", Category: "101", Series: "和光", Template: "switch", Unit: "只",
		Attributes: map[string]string{"gang": "单开", "rated_current": "10"}, Allow: allow, Deny: []string{}, Divisions: []string{"CIVIL"},
		State: catalog.StatePublished, SKUs: []catalog.SKUIn{
			{Code: code + "-W", OrderCode: "1" + code, Model: "HG-K1-" + code + "W", Barcode: "69" + code + "1", Spec: map[string]string{"color": "雅白"}, TaxRate: rate(1300)},
			{Code: code + "-G", OrderCode: "2" + code, Model: "HG-K1-" + code + "G", Barcode: "69" + code + "2", Spec: map[string]string{"color": "香槟金"}, TaxRate: rate(1300)},
		}}
}

// put upserts products and fails the test unless each has the outcome.
func (w *world) put(outcome catalog.Outcome, in ...catalog.ProductIn) {
	w.t.Helper()
	results, err := w.Upsert(w.t.Context(), w.staff, in)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, r := range results {
		if r.Outcome != outcome {
			w.t.Fatalf("%s: %s (%v), want %s", r.Code, r.Outcome, r.Problem, outcome)
		}
	}
}

func (w *world) search(who org.Actor, q catalog.Query) catalog.Found {
	w.t.Helper()
	found, err := w.Search(w.t.Context(), who, q)
	if err != nil {
		w.t.Fatal(err)
	}
	return found
}

func codes(list []catalog.Card) []string {
	out := []string{}
	for _, c := range list {
		out = append(out, c.Code)
	}
	return out
}

// wants fails unless err is a fault of this definition, and returns it.
func wants(t testing.TB, err error, d *fault.Definition) *fault.Fault {
	t.Helper()
	f, ok := fault.As(err)
	if !ok || f.Definition != d {
		t.Fatalf("got %v, want %s", err, d.Code)
	}
	return f
}
