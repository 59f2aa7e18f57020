package demo_test

import (
	"slices"
	"testing"

	"qudao/internal/demo"
	"qudao/internal/drawing"
)

func TestEveryProductIsPictured(t *testing.T) {
	t.Parallel()
	b := demo.Make(demo.Options{Seed: 1, SKUs: 20_000})
	shapes := drawing.Shapes()
	seen := map[drawing.Subject]bool{}
	plain := 0
	for p := range b.Products() {
		pictures := b.Pictures(p.Index)
		if len(pictures) == 0 {
			t.Fatalf("%s has no picture", p.Name)
		}
		for _, s := range pictures {
			seen[s] = true
			if !slices.Contains(shapes, s.Shape) {
				t.Errorf("%s: there is no shape %q", p.Name, s.Shape)
			}
		}
		if pictures[0].Shape == "gateway" && p.Category != "524" {
			plain++
		}
	}
	if plain > 0 {
		t.Errorf("%d products have no look of their own", plain)
	}
	// However many products there are, so many drawings show them all.
	if len(seen) < 500 || len(seen) > 2_000 {
		t.Errorf("%d drawings", len(seen))
	}
}

func TestPicturesAreSharedByGenerations(t *testing.T) {
	t.Parallel()
	b := demo.Make(demo.Options{Seed: 1, SKUs: 1_000_000})
	pictures := func(p int) []drawing.Subject { return b.Pictures(p) }
	first := b.Product(0)
	for n := 1; ; n++ {
		if p := b.Product(n); p.Category == first.Category && p.Series == first.Series && p.Name != first.Name && slices.Equal(pictures(n), pictures(0)) {
			return
		}
		if n > 2_000 {
			t.Fatal("no later generation shares the pictures of the first product")
		}
	}
}
