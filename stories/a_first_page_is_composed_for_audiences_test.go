package stories_test

import (
	"strings"
	"testing"
	"time"

	"qudao/internal/apitest"
)

type block struct {
	ID, Kind, Title, Body, Image string
	Version                      int
	Link                         *struct{ Kind, To string }
	Products                     []struct{ Code, Name, PriceFrom string }
}

func (p person) blocks() []block {
	p.s.t.Helper()
	var list struct{ Items []block }
	p.Get("/storefront/blocks").Into(&list)
	return list.Items
}

func (p person) firstPage(path string) (out []block, titles string) {
	p.s.t.Helper()
	var list struct{ Items []block }
	p.Get(path).Into(&list)
	for _, b := range list.Items {
		titles += b.Title + " "
	}
	return list.Items, strings.TrimSpace(titles)
}

func (p person) composes(body fields) (b block) {
	p.s.t.Helper()
	p.Post("/storefront/blocks", body, apitest.Key()).Into(&b)
	return b
}

// What an operator composes for an audience is on the first page of its dealers, in the operator's order, and
// on nobody else's; the preview shows the same.
func TestAFirstPageIsComposedForAudiences(t *testing.T) {
	s := begin(t)
	admin, key, other := s.staff("admin"), s.buyer("dealer1").person, s.buyer("dealer2").person
	admin.Post("/audiences", fields{"code": "ONE", "name": "只此一家", "rule": fields{"dealers_in": []string{"D1"}}}, apitest.Key()).OK()
	var kept struct{ Image string }
	admin.Upload("/storefront/pictures", "x.svg", []byte(square), nil, apitest.Key()).Into(&kept)
	banner := admin.composes(fields{"kind": "banner", "title": "新品", "image": kept.Image, "link": fields{"kind": "product", "to": "P1"}, "everybody": true, "shown": true})
	row := admin.composes(fields{"kind": "products", "title": "专供", "products": []string{"P2", "P1"}, "audiences": []string{"ONE"}, "shown": true})
	draft := admin.composes(fields{"kind": "notice", "title": "草稿", "body": "还没写完。", "everybody": true})
	got, titles := key.firstPage("/storefront")
	if titles != "新品 专供" || got[0].Image != kept.Image || got[0].Link.To != "P1" {
		t.Fatalf("its dealer sees %+v", got)
	}
	if len(got[1].Products) == 0 || got[1].Products[0].Code != "P2" {
		t.Errorf("the row is %+v", got[1].Products)
	}
	if _, titles := other.firstPage("/storefront"); titles != "新品" {
		t.Errorf("another dealer sees %s", titles)
	}
	for audience, want := range map[string]string{"": "新品", "ONE": "新品 专供"} {
		if _, titles := admin.firstPage("/storefront/preview?audience=" + audience); titles != want {
			t.Errorf("the preview of %q shows %s", audience, titles)
		}
	}
	admin.Put("/storefront/order", fields{"ids": []string{row.ID, draft.ID, banner.ID}}, apitest.Key()).OK()
	if _, titles := key.firstPage("/storefront"); titles != "专供 新品" {
		t.Errorf("in the new order its dealer sees %s", titles)
	}
	admin.Put("/storefront/order", fields{"ids": []string{row.ID, banner.ID}}, apitest.Key()).Refused(409, "blocks_changed")
	admin.Delete("/storefront/blocks/"+row.ID, apitest.Version(row.Version)).OK()
	if _, titles := key.firstPage("/storefront"); titles != "新品" {
		t.Errorf("after it was removed its dealer sees %s", titles)
	}
	s.holds()
}

// A row shows a dealer what is published to it, and is not there where that is nothing.
func TestARowShowsOnlyWhatIsPublished(t *testing.T) {
	s := begin(t)
	theirs := s.world(jade)
	mine := s.world(amber)
	admin := s.staff("admin")
	admin.composes(fields{"kind": "products", "title": "两家", "products": []string{theirs.Product, mine.Product}, "everybody": true, "shown": true})
	admin.composes(fields{"kind": "products", "title": "别家", "products": []string{theirs.Product}, "everybody": true, "shown": true})
	got, titles := mine.buyer.firstPage("/storefront")
	if titles != amber.word+"专区 两家" || len(got[1].Products) != 1 || got[1].Products[0].Code != mine.Product {
		t.Errorf("the dealer sees %+v", got)
	}
	if got, titles := admin.firstPage("/storefront/preview?audience=JADE-A"); !strings.Contains(titles, "别家") || strings.Contains(titles, amber.word) {
		t.Errorf("the preview of the other's audience shows %+v", got)
	}
}

// A block is shown within its period, and what makes none is refused with everything that is wrong.
func TestABlockIsShownWithinItsPeriod(t *testing.T) {
	s, now := beginAt(t, time.Now())
	admin, buyer := s.staff("admin"), s.buyer("dealer1").person
	for _, c := range []struct {
		body fields
		no
	}{
		{fields{"kind": "banner", "title": "x"}, no{422, "invalid_input", "image", "block_image_missing"}},
		{fields{"kind": "banner", "title": "x", "image": "/media/00000000000000000000000000000000"}, no{422, "invalid_input", "image", "picture_not_kept"}},
		{fields{"kind": "products", "title": "x"}, no{422, "invalid_input", "products", "block_products_missing"}},
		{fields{"kind": "products", "title": "x", "products": []string{"P1", "P1"}}, no{422, "invalid_input", "products[1]", "block_product_repeated"}},
		{fields{"kind": "products", "title": "x", "products": []string{"P1", "NONE"}}, no{422, "invalid_input", "products[1]", "code_unknown"}},
		{fields{"kind": "notice", "title": "x"}, no{422, "invalid_input", "body", "field_required"}},
		{fields{"kind": "notice", "title": "x", "body": "x", "shown": true}, no{422, "invalid_input", "audiences", "block_audience_missing"}},
		{fields{"kind": "notice", "title": "x", "body": "x", "everybody": true, "audiences": []string{"ALL"}}, no{422, "invalid_input", "audiences", "block_everybody_and_some"}},
		{fields{"kind": "notice", "title": "x", "body": "x", "audiences": []string{"NONE"}}, no{422, "invalid_input", "audiences[0]", "code_unknown"}},
		{fields{"kind": "notice", "title": "x", "body": "x", "link": fields{"kind": "category", "to": "NONE"}}, no{422, "invalid_input", "link.to", "code_unknown"}},
		{fields{"kind": "notice", "title": "x", "body": "x", "since": now.Now(), "until": now.Now().Add(-time.Hour)}, no{422, "invalid_input", "until", "block_period_reversed"}},
	} {
		s.refuses(c.no, func(language apitest.Header) *apitest.Answer {
			return admin.Post("/storefront/blocks", c.body, apitest.Key(), language)
		})
	}
	admin.composes(fields{"kind": "notice", "title": "明天", "body": "x", "everybody": true, "shown": true, "since": now.Now().Add(24 * time.Hour), "until": now.Now().Add(48 * time.Hour)})
	for _, want := range []string{"", "明天", ""} {
		if _, titles := buyer.firstPage("/storefront"); titles != want {
			t.Errorf("the dealer sees %q, want %q", titles, want)
		}
		now.forward(25 * time.Hour)
	}
}
