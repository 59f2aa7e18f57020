package pricing_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/pricing"
	"qudao/internal/qty"
	"qudao/internal/queue"
)

// asked are the offers of the book for a dealer's S1 and S2, as "6.00 OWN 8.00 GOLD | 5.00 BASE".
func (w world) asked(t *testing.T, b *pricing.Book, dealer string) (string, pricing.Used) {
	t.Helper()
	id, audiences := w.dealer(t, dealer)
	skus := []int32{w.sku(t, "S1"), w.sku(t, "S2")}
	var used pricing.Used
	offers, err := b.Offers(t.Context(), id, audiences, skus, &used)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for i, sku := range skus {
		if i > 0 {
			text += " |"
		}
		for _, o := range offers[sku] {
			text += " " + o.Tiers[0].Price.String() + " " + o.List.Code
		}
	}
	return text[1:], used
}

func TestNothingIsAskedOfABookThatKnowsNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	id, audiences := w.dealer(t, "D1")
	var used pricing.Used
	if offers, err := pricing.NewBook(w.db).Offers(t.Context(), id, audiences, nil, &used); err != nil || len(offers) != 0 {
		t.Errorf("%v, %v", offers, err)
	}
}

// versions are what a writing transaction finds.
func (w world) versions(t *testing.T, used pricing.Used) (book int64, lists map[int32]int) {
	t.Helper()
	lists = map[int32]int{}
	for _, id := range used.IDs() {
		lists[id] = value[int](t, w, `SELECT version FROM pricing.price_list WHERE id = $1`, id)
	}
	return value[int64](t, w, `SELECT version FROM pricing.book`), lists
}

func TestTheBookIsFoundStaleAndReadsOnlyWhatIsStale(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	for list, price := range map[string]int64{"BASE": 9, "GOLD": 8, "OWN": 6} {
		w.price(t, list, "S1", price)
	}
	w.price(t, "BASE", "S2", 5)
	// Another server's book: no change made here is told to it.
	far := pricing.NewBook(w.db)
	const before = "6.00 OWN 8.00 GOLD 9.00 BASE | 5.00 BASE"
	text, used := w.asked(t, far, "D1")
	book, lists := w.versions(t, used)
	if text != before || far.Stale(used, book, lists) {
		t.Fatalf("%s, versions %+v", text, used)
	}

	w.price(t, "GOLD", "S1", 7)
	// Planted behind the book's back: whoever reads BASE again would see it.
	w.sql(t, `UPDATE pricing.price SET price = 1000000 WHERE list_id = (SELECT id FROM pricing.price_list WHERE code = 'BASE')`)
	if text, _ := w.asked(t, far, "D1"); text != before {
		t.Errorf("the book answered %s, not from memory", text)
	}
	book, lists = w.versions(t, used)
	if !far.Stale(used, book, lists) {
		t.Fatal("a changed price was not found stale")
	}
	text, used = w.asked(t, far, "D1")
	if want := "6.00 OWN 7.00 GOLD 9.00 BASE | 5.00 BASE"; text != want {
		t.Errorf("%s, want %s: the changed list and no other is read again", text, want)
	}
	book, lists = w.versions(t, used)
	if far.Stale(used, book, lists) {
		t.Error("what was just read is stale")
	}

	w.make(t, pricing.ListInput{Code: "GOLD2", Kind: pricing.KindAudience, Audience: "GOLD", Priority: 9})
	w.price(t, "GOLD2", "S2", 4)
	book, lists = w.versions(t, used)
	if !far.Stale(used, book, lists) {
		t.Fatal("a new list was not found stale")
	}
	if text, _ = w.asked(t, far, "D1"); text != "6.00 OWN 7.00 GOLD 9.00 BASE | 4.00 GOLD2 5.00 BASE" {
		t.Errorf("after a new list: %s", text)
	}
}

func TestTheBookHearsOfChanges(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	far := pricing.New(w.db)
	w.price(t, "BASE", "S1", 9)
	if text, _ := w.asked(t, far.Book(), "D2"); text != "9.00 BASE |" {
		t.Fatal(text)
	}
	w.price(t, "BASE", "S1", 8)
	far.Hear(queue.Note{Kind: "order.placed", DocKind: "order", DocID: "BASE"})
	if text, _ := w.asked(t, far.Book(), "D2"); text != "9.00 BASE |" {
		t.Errorf("a fact about something else dropped prices: %s", text)
	}
	far.Hear(queue.Note{Kind: pricing.FactChanged, DocKind: pricing.DocKind, DocID: "BASE"})
	if text, _ := w.asked(t, far.Book(), "D2"); text != "8.00 BASE |" {
		t.Errorf("after price.changed: %s", text)
	}
	w.price(t, "GOLD", "S1", 7)
	far.Hear(queue.Note{Kind: pricing.FactChanged, DocKind: pricing.DocKind, DocID: "GOLD"})
	if _, err := w.EditList(t.Context(), clerk, "GOLD", 0, pricing.ListInput{Name: "金牌", Audience: "EAST"}); err != nil {
		t.Fatal(err)
	}
	if text, _ := w.asked(t, far.Book(), "D2"); text != "7.00 GOLD 8.00 BASE |" {
		t.Errorf("%s", text)
	}
	far.Hear(queue.Note{Kind: queue.Refresh})
	if text, _ := w.asked(t, far.Book(), "D2"); text != "8.00 BASE |" {
		t.Errorf("after a refresh: %s", text)
	}
}

// A basket of one known and one new SKU, whose list changed meanwhile: the known price must be read
// again, and not be taken for missing.
func TestAListThatChangedIsNeverAnsweredInPart(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	w.price(t, "BASE", "S1", 9)
	w.price(t, "OWN", "S1", 6)
	w.price(t, "OWN", "S2", 6)
	far := pricing.NewBook(w.db).InBlocks()
	id, audiences := w.dealer(t, "D1")
	var used pricing.Used
	if _, err := far.Offers(t.Context(), id, audiences, []int32{w.sku(t, "S1")}, &used); err != nil {
		t.Fatal(err)
	}
	w.price(t, "OWN", "S2", 7)
	text, used := w.asked(t, far, "D1")
	if text != "6.00 OWN 9.00 BASE | 7.00 OWN" {
		t.Errorf("%s", text)
	}
	book, lists := w.versions(t, used)
	if far.Stale(used, book, lists) {
		t.Error("and yet stale")
	}
}

// A list that is read whole answers as of one version, old or new, and the check tells which.
func TestAListReadWholeIsOldOrNew(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	w.price(t, "OWN", "S1", 6)
	w.price(t, "OWN", "S2", 6)
	far := pricing.NewBook(w.db)
	if text, _ := w.asked(t, far, "D1"); text != "6.00 OWN | 6.00 OWN" {
		t.Fatalf("%s", text)
	}
	w.price(t, "OWN", "S2", 7)
	text, used := w.asked(t, far, "D1")
	if text != "6.00 OWN | 6.00 OWN" {
		t.Errorf("before the check: %s", text)
	}
	book, lists := w.versions(t, used)
	if !far.Stale(used, book, lists) {
		t.Error("an old list passed the check")
	}
	if text, used = w.asked(t, far, "D1"); text != "6.00 OWN | 7.00 OWN" {
		t.Errorf("after the check: %s", text)
	}
	if book, lists = w.versions(t, used); far.Stale(used, book, lists) {
		t.Error("and yet stale")
	}
}

func TestAskingWhilePricesChange(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	w.price(t, "BASE", "S1", 100)
	w.price(t, "BASE", "S2", 100)
	id, audiences := w.dealer(t, "D1")
	skus := []int32{w.sku(t, "S1"), w.sku(t, "S2")}
	var all sync.WaitGroup
	stop := make(chan struct{})
	for range 3 {
		all.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				var used pricing.Used
				offers, err := w.Book().Offers(t.Context(), id, audiences, skus, &used)
				if err != nil || len(offers[skus[0]]) != 1 || len(offers[skus[1]]) != 1 {
					t.Errorf("%v %v", offers, err)
					return
				}
			}
		})
	}
	for i := range int64(30) {
		w.price(t, "BASE", "S1", 100+i)
	}
	close(stop)
	all.Wait()
	if got := w.explain(t, "D1", "S1"); got != "129.00 BASE" {
		t.Error(got)
	}
}

func TestExplainTellsTheWholeStory(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	w.price(t, "BASE", "S10", 9)
	if _, err := w.Change(t.Context(), clerk, "OWN", []pricing.Change{{"S10", pricing.Tiers{{10 * qty.One, yuan(7)}, {50 * qty.One, yuan(6)}}}}); err != nil {
		t.Fatal(err)
	}
	got, err := w.Explain(t.Context(), clerk, "D1", "S10", 0)
	if err != nil {
		t.Fatal(err)
	}
	if got.Quantity != 10*qty.One || got.Price != yuan(7) || got.Amount != 7000 || got.Net != 6195 || len(got.Tiers) != 2 ||
		len(got.Trace.Steps) != 2 || got.Trace.Steps[1].Reason != pricing.ReasonLowerPriority || got.Dealer.Name != "D1公司" {
		t.Errorf("%+v", got)
	}
	if got, err = w.Explain(t.Context(), clerk, "D1", "S10", 60*qty.One); err != nil || got.Price != yuan(6) {
		t.Errorf("%+v %v", got, err)
	}
	for name, ask := range map[string][2]string{"dealer": {"D9", "S1"}, "SKU": {"D1", "S9"}} {
		if _, err := w.Explain(t.Context(), clerk, ask[0], ask[1], 0); !fault.Is(err, fault.Missing) {
			t.Errorf("unknown %s: %v", name, err)
		}
	}
	if _, err := w.Explain(t.Context(), clerk, "D1", "S1", -1); !fault.Is(err, fault.Invalid) {
		t.Errorf("a negative quantity: %v", err)
	}
}

func TestPagesAskForManyPricesAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	w.price(t, "BASE", "S1", 9)
	w.price(t, "GOLD", "S2", 8)
	id, audiences := w.dealer(t, "D2")
	s1, s2, s3 := w.sku(t, "S1"), w.sku(t, "S2"), w.sku(t, "S3")
	got, err := w.Book().Prices(t.Context(), id, audiences, []int32{s1, s2, s3}, map[int32]qty.Quantity{s1: qty.One, s2: qty.One}, noon)
	if err != nil || len(got) != 2 || got[s1].Price != yuan(9) || got[s2].List.Code != "GOLD" {
		t.Errorf("%+v %v", got, err)
	}
}

func TestADealersScopeShowsItsOwnListsOnly(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	w.make(t, pricing.ListInput{Code: "OTHER", Kind: pricing.KindDealer, Dealer: "D2"})
	for _, list := range []string{"BASE", "GOLD", "EAST", "OWN", "OTHER"} {
		w.price(t, list, "S1", 9)
	}
	d1, a1 := w.dealer(t, "D1")
	d2, a2 := w.dealer(t, "D2")
	w.sql(t, `INSERT INTO pg.scope_dealer VALUES (17, $1)`, d2)
	for name, c := range map[string]struct {
		scope pg.Scope
		want  []string
	}{
		"no scope":            {pg.Scope{}, nil},
		"a dealer":            {pg.Scope{Dealers: []int32{d1}, Audiences: a1}, []string{"BASE", "EAST", "GOLD", "OWN"}},
		"another":             {pg.Scope{Dealers: []int32{d2}, Audiences: a2}, []string{"BASE", "GOLD", "OTHER"}},
		"a rep of the second": {pg.Scope{Staff: 17}, []string{"BASE", "EAST", "GOLD", "OTHER"}},
		"the brand":           {pg.Scope{All: true}, []string{"BASE", "EAST", "GOLD", "OTHER", "OWN"}},
	} {
		var prices, lists []string
		err := w.db.Read(t.Context(), c.scope, func(tx *pg.Tx) (err error) {
			// Lists by the prices seen: the ids are looked up outside, so that each policy is shown alone.
			if prices, err = pg.Column[string](t.Context(), tx, `SELECT list_id::text FROM pricing.price ORDER BY 1`); err != nil {
				return err
			}
			lists, err = pg.Column[string](t.Context(), tx, `SELECT code FROM pricing.price_list ORDER BY code`)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		for i, id := range prices {
			prices[i] = value[string](t, w, `SELECT code FROM pricing.price_list WHERE id = $1::text::int`, id)
		}
		slices.Sort(prices)
		if !slices.Equal(lists, c.want) || !slices.Equal(prices, c.want) {
			t.Errorf("%s sees lists %v and prices of %v, want %v", name, lists, prices, c.want)
		}
	}
}

func TestNoRoleOfTheProgramPassesThePolicies(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	w.price(t, "BASE", "S1", 9)
	for _, url := range []string{w.url.App, w.url.Worker} {
		db := pgtest.OpenURL(t, url, nil)
		err := db.Read(t.Context(), pg.Scope{}, func(tx *pg.Tx) error {
			n, err := pg.Value[int](t.Context(), tx, `SELECT (SELECT count(*) FROM pricing.price) + (SELECT count(*) FROM pricing.price_list)`)
			if n != 0 {
				t.Errorf("%d rows without a scope", n)
			}
			return err
		})
		if err != nil && err != pgx.ErrNoRows {
			t.Fatal(err)
		}
	}
}
