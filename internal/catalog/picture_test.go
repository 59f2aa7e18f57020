package catalog_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"slices"
	"testing"
	"time"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/picture"
)

func drawing(n int) []byte {
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="%d" height="1"/></svg>`, n)
}

func TestPicturesAreShownInTheirOrder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	w.put(catalog.Created, lightSwitch("P1", "EAST"))
	add := func(n int) catalog.Product {
		p, err := w.AddPicture(ctx, w.staff, "P1", drawing(n))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	add(1)
	add(2)
	p := add(3)
	if len(p.Images) != 3 || p.Version != 4 {
		t.Fatalf("%v, version %d", p.Images, p.Version)
	}
	if again := add(2); !slices.Equal(again.Images, p.Images) || again.Version != p.Version {
		t.Errorf("the same picture again: %v, version %d", again.Images, again.Version)
	}
	order := []string{p.Images[2], p.Images[0]}
	arranged, err := w.ArrangePictures(ctx, w.staff, "P1", p.Version, order)
	if err != nil || !slices.Equal(arranged.Images, order) {
		t.Fatalf("%v, %v", arranged.Images, err)
	}
	// Everything that shows the product shows the main picture.
	if card := w.search(w.a, catalog.Query{}).Items[0]; card.Image != order[0] {
		t.Errorf("the card shows %q", card.Image)
	}
	items, err := w.Items(ctx, []string{"P1-W"})
	if err != nil || items["P1-W"].Image != order[0] {
		t.Errorf("the item shows %v, %v", items["P1-W"], err)
	}
	rows, err := w.List(ctx, w.staff, catalog.Filter{})
	if err != nil || rows.Items[0].Image != order[0] {
		t.Errorf("the row shows %v, %v", rows.Items, err)
	}
	view, err := w.View(ctx, w.a, "P1")
	if err != nil || !slices.Equal(view.Images, order) {
		t.Errorf("the page shows %v, %v", view.Images, err)
	}
	m, err := w.Medium(ctx, order[0][len(catalog.PictureAddress):], 96)
	if err != nil || m.Type != picture.SVG || !bytes.Contains(m.Content, []byte(`width="3"`)) {
		t.Errorf("%s %s, %v", m.Type, m.Content, err)
	}
}

func TestAPhotographIsKeptAtItsSizes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(catalog.Created, lightSwitch("P1", "EAST"))
	var content bytes.Buffer
	if err := png.Encode(&content, image.NewNRGBA(image.Rect(0, 0, 500, 250))); err != nil {
		t.Fatal(err)
	}
	p, err := w.AddPicture(t.Context(), w.staff, "P1", content.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	hash := p.Images[0][len(catalog.PictureAddress):]
	for size, want := range map[int]int{96: 96, 320: 320, 800: 500, 1600: 500, 0: 500} {
		m, err := w.Medium(t.Context(), hash, size)
		if err != nil {
			t.Fatal(err)
		}
		c, err := png.DecodeConfig(bytes.NewReader(m.Content))
		if err != nil || c.Width != want {
			t.Errorf("size %d has %d pixels, %v", size, c.Width, err)
		}
	}
	for _, odd := range []struct {
		hash string
		size int
	}{{hash, 97}, {hash, -1}, {hash[:31], 96}, {"../" + hash, 96}, {"00000000000000000000000000000000", 0}} {
		if _, err := w.Medium(t.Context(), odd.hash, odd.size); !fault.Is(err, fault.Missing) {
			t.Errorf("%s at %d: %v", odd.hash, odd.size, err)
		}
	}
}

func TestAProgramSetsPicturesAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	w.put(catalog.Created, lightSwitch("P1", "EAST"))
	one, err := w.SetPictures(ctx, w.staff, "P1", [][]byte{drawing(1), drawing(2), drawing(1)})
	if err != nil || len(one.Images) != 2 {
		t.Fatalf("%v, %v", one.Images, err)
	}
	two, err := w.SetPictures(ctx, w.staff, "P1", [][]byte{drawing(1), drawing(2)})
	if err != nil || two.Version != one.Version {
		t.Errorf("the same again: version %d after %d, %v", two.Version, one.Version, err)
	}
	_, err = w.SetPictures(ctx, w.staff, "P1", [][]byte{drawing(1), []byte("no picture")})
	f := wants(t, err, fault.InvalidInput)
	if len(f.Fields) != 1 || f.Fields[0].Path != "files[1]" || f.Fields[0].Code != picture.TypeWrong.Code {
		t.Errorf("%+v", f.Fields)
	}
	none, err := w.SetPictures(ctx, w.staff, "P1", nil)
	if err != nil || len(none.Images) != 0 {
		t.Errorf("%v, %v", none.Images, err)
	}
}

func TestWhoMayNotEditAddsNoPicture(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	w.put(catalog.Created, lightSwitch("P1", "EAST"))
	reader := org.Actor{Kind: org.Staff, ID: "reader", Permissions: org.Of(org.ProductRead)}
	for _, who := range []org.Actor{reader, w.a} {
		if _, err := w.AddPicture(ctx, who, "P1", drawing(1)); !fault.Is(err, fault.Denied) {
			t.Errorf("%s: %v", who.ID, err)
		}
		if _, err := w.ArrangePictures(ctx, who, "P1", 1, nil); !fault.Is(err, fault.Denied) {
			t.Errorf("%s: %v", who.ID, err)
		}
	}
	_, err := w.AddPicture(ctx, w.staff, "NONE", drawing(1))
	wants(t, err, fault.NotFound)
	_, err = w.AddPicture(ctx, w.staff, "P1", []byte("GIF89a"))
	wants(t, err, picture.TypeWrong)
	p, err := w.AddPicture(ctx, w.staff, "P1", drawing(1))
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.ArrangePictures(ctx, w.staff, "P1", p.Version-1, p.Images)
	wants(t, err, pg.VersionChanged)
	f := wants(t, func() error {
		_, err := w.ArrangePictures(ctx, w.staff, "P1", p.Version, []string{p.Images[0], p.Images[0], "/media/x"})
		return err
	}(), fault.InvalidInput)
	if len(f.Fields) != 2 || f.Fields[0].Code != catalog.Repeated.Code || f.Fields[1].Code != catalog.PictureUnknown.Code {
		t.Errorf("%+v", f.Fields)
	}
	many := make([][]byte, 21)
	for i := range many {
		many[i] = drawing(i)
	}
	_, err = w.SetPictures(ctx, w.staff, "P1", many)
	wants(t, err, catalog.PicturesTooMany)
}

func TestWhatNoProductShowsIsSweptAfterAWeek(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	w.put(catalog.Created, lightSwitch("P1", "EAST"))
	p, err := w.SetPictures(ctx, w.staff, "P1", [][]byte{drawing(1), drawing(2)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.ArrangePictures(ctx, w.staff, "P1", p.Version, p.Images[:1]); err != nil {
		t.Fatal(err)
	}
	sweep := func(after time.Duration) int {
		db := pgtest.OpenURL(t, w.worker, func() time.Time { return time.Now().Add(after) })
		n, err := catalog.New(db).SweepPictures(ctx, 100)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := sweep(6 * 24 * time.Hour); n != 0 {
		t.Errorf("%d swept within the week", n)
	}
	if n := sweep(8 * 24 * time.Hour); n != 1 {
		t.Errorf("%d swept, want the one that nobody shows", n)
	}
	fresh := catalog.New(w.db)
	if _, err := fresh.Medium(ctx, p.Images[1][len(catalog.PictureAddress):], 0); !fault.Is(err, fault.Missing) {
		t.Errorf("what was swept: %v", err)
	}
	if _, err := fresh.Medium(ctx, p.Images[0][len(catalog.PictureAddress):], 0); err != nil {
		t.Errorf("what is shown: %v", err)
	}
}
