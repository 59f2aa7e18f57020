package stories_test

import (
	"slices"
	"strings"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
)

// reads are paths for the operations that tell something of the brand's and need a name for it.
var reads = map[string][]string{
	"office.announcement.read":  {"/announcements/AN000001"},
	"office.audience.read":      {"/audiences/ALL", "/audiences/JADE-A"},
	"office.audience.dealers":   {"/audiences/ALL/dealers", "/audiences/JADE-A/dealers"},
	"office.product.read":       {"/products/JADE-P", "/products/P1"},
	"office.price_list.read":    {"/price-lists/BASE"},
	"office.price.list":         {"/price-lists/BASE/prices", "/price-lists/VIP/prices"},
	"office.stock.movements":    {"/stock/S2/movements", "/stock/JADE-K/movements"},
	"office.import.template":    {"/imports/prices/template"},
	"office.stock.list":         {"/stock?q=JADE"},
	"office.price_list.list":    {"/price-lists?q=" + "%E7%BF%A1%E7%BF%A0"},
	"office.order.list":         {"/orders?limit=1", "/orders?state=shipped"},
	"office.staff.read":         {"/staff/E6", "/staff/E7"},
	"office.staff.rights":       {"/staff/E6/rights"},
	"office.staff.dealers":      {"/staff/E6/dealers", "/staff/E7/dealers"},
	"office.staff.handovers":    {"/staff/E6/handovers"},
	"office.handover.preview":   {"/staff/E6/handover", "/staff/E7/handover"},
	"office.permission.holders": {"/permissions/order.read/holders"},
	"portal.order.list":         {"/orders?limit=1", "/orders?state=shipped"},
	"portal.product.list":       {"/products?sort=price", "/products?sort=-price", "/products?sort=newest", "/products?sort=name", "/products?category=SOCKET"},
}

// told calls every operation that tells something, in every way the stories know, with one's own names.
func (s *story) told(surface httpapi.Surface, who person, mine *world, tell func(op operation, path string, a *apitest.Answer)) {
	s.t.Helper()
	for _, op := range operations(s.t) {
		if op.Surface != surface || !op.reads() {
			continue
		}
		paths := reads[op.ID]
		for _, ask := range asks[op.ID] {
			paths = append(paths, ask(mine.belongings, mine.belongings).path)
		}
		if !strings.Contains(op.path, "{") {
			paths = append(paths, op.path)
		}
		if len(paths) == 0 {
			s.t.Errorf("%s tells something, and no story listens: give it a path in reads", op.ID)
		}
		for _, path := range paths {
			tell(op, path, who.Get(path))
		}
	}
}

// Nothing that a dealer can read holds a name, a number or a price of another's, nor a product that only
// the other sees.
func TestNoAnswerToADealerNamesAnother(t *testing.T) {
	s := begin(t)
	worlds := []*world{s.world(jade), s.world(amber)}
	for i, mine := range worlds {
		theirs := worlds[1-i]
		answers, told := 0, ""
		s.told(httpapi.Portal, mine.buyer.person, mine, func(op operation, path string, a *apitest.Answer) {
			if a.Status == 200 {
				answers, told = answers+1, told+string(a.Body)
			}
			if leaked := s.found(a, slices.Concat(theirs.private, theirs.goods, theirs.inside, mine.inside)); len(leaked) > 0 {
				t.Errorf("%s %s tells %s %q", op.ID, path, mine.Dealer, leaked)
			}
		})
		// The words would be found if they were there: one's own are.
		for _, word := range append(mine.private, mine.goods...) {
			if !strings.Contains(told, word) && !strings.HasPrefix(word, "1601") && word != mine.Run {
				t.Errorf("%s never reads its own %s", mine.Dealer, word)
			}
		}
		if answers < 20 {
			t.Errorf("%s got only %d answers", mine.Dealer, answers)
		}
	}
}

// Nor does anything that staff can read who sees one dealer only, in the pages and in the files.
func TestNoAnswerToARepNamesADealerOfAnother(t *testing.T) {
	s := begin(t)
	theirs, mine := s.world(jade), s.world(amber)
	rep := s.narrow("D2")
	answers := 0
	listen := func(op operation, path string, a *apitest.Answer) {
		if a.Status == 200 {
			answers++
		}
		leaked := s.found(a, slices.Concat(theirs.private, theirs.inside, []string{"杭州晨光电器", "16000000001"}))
		if op.ID == "office.stock.movements" {
			// The ledger of the brand's stock is shared: every shipment stands in it, by an id that opens
			// nothing. Whose it was, and what it cost, does not.
			leaked = slices.DeleteFunc(leaked, func(word string) bool { return word == theirs.Shipment })
		}
		if len(leaked) > 0 {
			t.Errorf("%s %s tells %q", op.ID, path, leaked)
		}
	}
	s.told(httpapi.Office, rep, mine, listen)
	for _, kind := range []string{"orders", "dealers", "products", "stock", "audit", "prices", "audiences", "members", "price_lists", "categories", "warehouses", "movements", "staff", "roles"} {
		filter := map[string]any{"list": mine.List, "audience": "ALL"}
		var r run
		rep.Post("/exports", map[string]any{"kind": kind, "filter": filter}, apitest.Key()).Into(&r)
		if r = rep.finished(r); r.State != "done" || r.Total == 0 && kind != "audit" {
			t.Errorf("the export of %s is %+v %+v", kind, r, r.Problem)
			continue
		}
		listen(operation{ID: "export of " + kind}, "", rep.Get("/runs/"+r.ID+"/file").OK())
	}
	if answers < 40 {
		t.Errorf("the rep got only %d answers", answers)
	}
}
