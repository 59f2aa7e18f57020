package catalog_test

import (
	"slices"
	"testing"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/pg"
)

func TestAProductIsPublishedOnlyWhenComplete(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	in := lightSwitch("QP-1", "EAST")
	in.Unit, in.Attributes, in.SKUs[1].TaxRate = "", map[string]string{"gang": "单开"}, nil
	made, err := w.Create(ctx, w.staff, in)
	if err != nil || made.State != catalog.StateDraft || made.Version != 1 {
		t.Fatal(made, err)
	}
	_, err = w.Publish(ctx, w.staff, "QP-1", 1)
	f := wants(t, err, catalog.Incomplete)
	var missing []string
	for _, field := range f.Fields {
		missing = append(missing, field.Path)
	}
	if want := []string{"unit", "skus[1].tax_rate", "attributes.rated_current"}; !slices.Equal(missing, want) {
		t.Errorf("missing %v, want %v", missing, want)
	}
	in.Unit, in.Attributes["rated_current"], in.SKUs[1].TaxRate = "只", "10", rate(1300)
	edited, err := w.Edit(ctx, w.staff, "QP-1", 1, in)
	if err != nil || edited.Version != 2 {
		t.Fatal(edited, err)
	}
	_, err = w.Publish(ctx, w.staff, "QP-1", 1)
	wants(t, err, pg.VersionChanged)
	published, err := w.Publish(ctx, w.staff, "QP-1", 2)
	if err != nil || published.State != catalog.StatePublished || published.PublishedAt == nil || published.SKUs[0].Version != 3 {
		t.Fatal(published, err)
	}
	in.SKUs = nil // archives both
	_, err = w.Edit(ctx, w.staff, "QP-1", 3, in)
	if f := wants(t, err, catalog.Incomplete); f.Fields[0].Definition != catalog.SKUMissing {
		t.Errorf("got %v", f)
	}
	archived, err := w.Archive(ctx, w.staff, "QP-1", 3)
	if err != nil || archived.State != catalog.StateArchived {
		t.Fatal(archived, err)
	}
	_, err = w.Archive(ctx, w.staff, "QP-2", 1)
	wants(t, err, fault.NotFound)
}

func TestEverythingWrongIsNamedAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	in := lightSwitch("QP-1", "EAST", "NOBODY")
	in.Name, in.Category, in.Series = " ", "999", ""
	in.Attributes = map[string]string{"gang": "七开", "rated_current": "十", "power": "3"}
	in.SKUs[0].Multiple = -1
	in.SKUs[1].Spec = map[string]string{"gang": "单开"}
	_, err := w.Create(t.Context(), w.staff, in)
	f := wants(t, err, fault.InvalidInput)
	got := map[string]*fault.Definition{}
	for _, field := range f.Fields {
		got[field.Path] = field.Definition
	}
	for path, want := range map[string]*fault.Definition{"name": catalog.FieldMissing, "category": catalog.CategoryUnknown, "allow": catalog.AudienceUnknown,
		"attributes.gang": catalog.AttributeChoice, "attributes.rated_current": catalog.AttributeNumber, "attributes.power": catalog.AttributeUnknown,
		"skus[0].minimum": catalog.RuleWrong, "skus[1].spec.gang": catalog.AxisUnknown} {
		if got[path] != want {
			t.Errorf("%s: %v, want %s", path, got[path], want.Code)
		}
	}
	in = lightSwitch("QP-1", "EAST")
	in.Template, in.Attributes = "", map[string]string{"a\x00": "x"}
	_, err = w.Create(t.Context(), w.staff, in)
	wants(t, err, fault.InvalidInput)
	in = lightSwitch("QP-1", "EAST")
	in.SKUs[1].Spec = in.SKUs[0].Spec
	_, err = w.Create(t.Context(), w.staff, in)
	if f := wants(t, err, fault.InvalidInput); f.Fields[0].Definition != catalog.SpecTwice {
		t.Errorf("got %v", f)
	}
}

func TestCodesBelongToOneSKU(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	w.put(catalog.Created, lightSwitch("QP-1", "EAST"))
	_, err := w.Create(ctx, w.staff, lightSwitch("QP-1", "EAST"))
	wants(t, err, catalog.CodeTaken)
	for definition, change := range map[*fault.Definition]func(*catalog.SKUIn){
		catalog.SKUTaken:       func(k *catalog.SKUIn) { k.Code = "QP-1-W" },
		catalog.OrderCodeTaken: func(k *catalog.SKUIn) { k.OrderCode = "1QP-1" },
		catalog.BarcodeTaken:   func(k *catalog.SKUIn) { k.Barcode = "69QP-11" },
	} {
		in := lightSwitch("QP-2", "EAST")
		change(&in.SKUs[0])
		_, err := w.Create(ctx, w.staff, in)
		wants(t, err, definition)
	}
}

func TestAChangedTemplateLosesNoValue(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	in := lightSwitch("QP-1", "EAST")
	in.Attributes["standard"] = "GB/T16915.1"
	w.put(catalog.Created, in)
	_, err := w.EditTemplate(ctx, w.staff, "switch", 1, catalog.TemplateIn{Name: "开关", Attributes: []catalog.Attribute{
		{Code: "gang", Name: "开关位数", Kind: catalog.KindEnum, Values: []string{"双开"}, Required: true, Facet: true}}})
	if err != nil {
		t.Fatal(err)
	}
	// A page that knows only the new template sends back what it shows.
	in.Attributes = map[string]string{"gang": "单开"}
	in.SKUs[0].Spec, in.SKUs[1].Spec = nil, nil
	product, err := w.Edit(ctx, w.staff, "QP-1", 1, in)
	if err != nil {
		t.Fatal(err)
	}
	if product.Attributes["standard"] != "GB/T16915.1" || product.Attributes["rated_current"] != "10" || product.Attributes["gang"] != "单开" ||
		product.SKUs[0].Spec["color"] != "雅白" {
		t.Errorf("after the edit: %v %v", product.Attributes, product.SKUs[0].Spec)
	}
}

func TestCategories(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	w.put(catalog.Created, lightSwitch("QP-1", "EAST"))
	_, err := w.CreateCategory(ctx, w.staff, catalog.CategoryIn{Code: "x", Name: "x", Parent: "101-HG"})
	wants(t, err, catalog.CategoryTooDeep)
	_, err = w.CreateCategory(ctx, w.staff, catalog.CategoryIn{Code: "x", Name: "x", Parent: "nowhere"})
	wants(t, err, catalog.CategoryUnknown)
	_, err = w.CreateCategory(ctx, w.staff, catalog.CategoryIn{Code: "101", Name: "x"})
	wants(t, err, catalog.CodeTaken)
	_, err = w.EditCategory(ctx, w.staff, "101-HG", 1, catalog.CategoryIn{Name: "和光", Parent: "111"})
	wants(t, err, catalog.CategoryStays)
	if _, err = w.EditCategory(ctx, w.staff, "101-HG", 1, catalog.CategoryIn{Name: "晨曦"}); err != nil {
		t.Fatal(err)
	}
	_, err = w.EditCategory(ctx, w.staff, "101-HG", 1, catalog.CategoryIn{Name: "和光"})
	wants(t, err, pg.VersionChanged)
	if n := w.search(w.a, catalog.Query{Text: "chenxi"}).Count; n != 1 {
		t.Errorf("by the new name of the series: %d", n)
	}
	if n := w.search(w.a, catalog.Query{Text: "和光"}).Count; n != 0 {
		t.Errorf("by the old name of the series: %d", n)
	}
}
