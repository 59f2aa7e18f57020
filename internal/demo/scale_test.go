package demo

import (
	"testing"
)

// A tenth of the brand that the figures load.
func TestALargeBrandHasWhatWasAskedFor(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1, Dealers: 4_000, SKUs: 100_000, Lists: 1_000, Orders: 20_000})
	prices := 0
	for range b.Prices() {
		prices++
	}
	if got := count(b.SKUs()); got != 100_000 {
		t.Errorf("%d SKUs", got)
	}
	if got := count(b.Dealers()); got != 4_000 {
		t.Errorf("%d dealers", got)
	}
	if got := count(b.Orders()); got != 20_000 {
		t.Errorf("%d orders", got)
	}
	if prices < 1_000_000 {
		t.Errorf("%d prices", prices)
	}
}

func TestSequencesStopWhenAsked(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	for range b.Products() {
		break
	}
	for range b.SKUs() {
		break
	}
	for range b.Dealers() {
		break
	}
	for range b.Accounts() {
		break
	}
	for range b.Prices() {
		break
	}
	for range b.Stock() {
		break
	}
	for range b.Orders() {
		break
	}
}
