package paper_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"qudao/internal/clock"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/order"
	. "qudao/internal/ordertest"
	"qudao/internal/org"
	"qudao/internal/paper"
	"qudao/internal/pdftext"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

var at = time.Date(2026, 11, 23, 15, 30, 0, 0, time.UTC)

// desk is the papers of a world, and somebody who may do everything with orders.
type desk struct {
	*World
	*paper.Service
	t     *testing.T
	staff org.Actor
}

func newDesk(t *testing.T, dealers, skus int) *desk {
	t.Helper()
	w := New(t, dealers, skus)
	d := &desk{w, paper.New(w.DB, w.Orders, &clock.Frozen{At: at}), t, w.Staff("陈静", org.OrderRead, org.OrderReview, org.OrderShip, org.OrderSetting, org.ContactRead)}
	if _, err := d.SetLetterhead(t.Context(), d.staff, paper.Letterhead{Name: "启明电气", NameEN: "Qiming Electric", Address: "宁波市北仑区", Phone: "16000000101", Version: 1}); err != nil {
		t.Fatal(err)
	}
	return d
}

// accepted places an order of dealer 1 and accepts it.
func (d *desk) accepted(lines ...order.LineInput) order.Placed {
	d.t.Helper()
	p := d.Place(1, lines...)
	if _, err := d.Orders.Accept(d.t.Context(), d.staff, order.Step{Order: p.ID}); err != nil {
		d.t.Fatal(err)
	}
	return p
}

// ships sends pieces of a line from W1 and returns the shipment.
func (d *desk) ships(p order.Placed, line int16, pieces int) order.Shipment {
	d.t.Helper()
	in := order.ShipInput{Order: p.ID, Warehouse: "W1", Carrier: "顺达速运", Tracking: "SD100200300", Lines: []order.ShipLine{{Line: line, Quantity: qty.Quantity(pieces) * qty.One}}}
	if _, err := d.Orders.Ship(d.t.Context(), d.staff, in); err != nil {
		d.t.Fatal(err)
	}
	o, err := d.Orders.Get(d.t.Context(), d.staff, p.Number)
	if err != nil {
		d.t.Fatal(err)
	}
	return o.Shipments[len(o.Shipments)-1]
}

// text is what a paper says, which must not have been refused.
func (d *desk) text(f paper.File, err error) string {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
	return pdftext.Text(d.t, f.Content)
}

func says(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the paper:\n%s", want, text)
		}
	}
}

func hides(t *testing.T, text string, secrets ...string) {
	t.Helper()
	for _, secret := range secrets {
		if strings.Contains(text, secret) {
			t.Errorf("%q stands on the paper", secret)
		}
	}
}

func TestAnOrderIsPrintedWithItsPricesAndTheTotalInCapitals(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 2, 2)
	p := d.Place(2, Want("S1", 5), Want("S2", 100))
	f, err := d.Order(t.Context(), d.staff, p.Number, fault.Chinese)
	text := d.text(f, err)
	says(t, text, "启明电气", "宁波市北仑区  电话 16000000101", "订单", p.Number, "待审核", "经销商2 (D2)", "收货人  16000000000", "文三路 1 号", "S1", "插座 1", "QY1", "只",
		"10.00", "1,000.00", "105", "1,050.00", "¥ 1,050.00", "人民币壹仟零伍拾元整", "制单", "第 1 页 / 共 1 页", "打印 2026-11-23 23:30 陈静")
	if f.Name != "订单-"+p.Number+".pdf" {
		t.Errorf("the file is %s", f.Name)
	}
	english := d.text(d.Order(t.Context(), d.Dealer(2), p.ID.String(), fault.English))
	says(t, english, "Qiming Electric", "Order", "In review", "Dealer", "Unit price", "人民币壹仟零伍拾元整", "Page 1 of 1")
}

// A paper shows no more of people than the page it is printed from.
func TestAPaperIsMaskedForWhoSeesNoPhones(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1, 1)
	p := d.accepted(Want("S1", 5))
	reader := d.Staff("陆嘉怡", org.OrderRead)
	for _, print := range []func() (paper.File, error){
		func() (paper.File, error) { return d.Order(t.Context(), reader, p.Number, fault.Chinese) },
		func() (paper.File, error) { return d.PickingList(t.Context(), reader, p.Number, fault.Chinese) },
	} {
		text := d.text(print())
		says(t, text, "收*  160****0000")
		hides(t, text, "16000000000", "收货人  160")
	}
	own := d.text(d.Order(t.Context(), d.Dealer(1), p.Number, fault.Chinese))
	says(t, own, "16000000000")
}

func TestASpecStandsInTheOrderAndWithTheUnitsOfItsTemplate(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1, 1)
	d.Exec(`INSERT INTO catalog.template (code, name, attributes) VALUES ('lamp', '灯具', '[{"code":"power","name":"功率","unit":"W","kind":"number"},{"code":"color","name":"颜色","kind":"text"}]')`)
	d.Exec(`UPDATE catalog.product SET template_id = (SELECT id FROM catalog.template)`)
	d.Exec(`UPDATE catalog.sku SET spec = '{"color":"雅白","more":"加长","power":"12"}'`)
	p := d.Place(1, Want("S1", 1))
	says(t, d.text(d.Order(t.Context(), d.staff, p.Number, fault.Chinese)), "QY1 / 12 W / 雅白", "加长")
}

func TestAPickingListIsByWarehouseAndNamesNoPrice(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1, 2)
	p := d.accepted(Want("S2", 5), Want("S1", 110)) // W2 is asked first and has 20
	f, err := d.PickingList(t.Context(), d.staff, p.Number, fault.Chinese)
	text := d.text(f, err)
	pages := pdftext.Pages(t, f.Content)
	if len(pages) != 2 {
		t.Fatalf("%d pages: %s", len(pages), text)
	}
	for i, name := range []string{"宁波总仓 (W1)", "杭州分仓 (W2)"} {
		says(t, strings.Join(pages[i], "\n"), "拣货单", p.Number, name, "应拣", "实拣", "复核", "第 1 页 / 共 1 页")
	}
	one := strings.Join(pages[1], "\n")
	if first, second := strings.Index(one, "S1"), strings.Index(one, "S2"); second >= 0 && first > second {
		t.Errorf("not by SKU code: %s", one)
	}
	hides(t, text, "8.00", "880", "40.00", "¥", "单价", "金额")
	d.ships(p, 2, 90)
	o, err := d.Orders.Get(t.Context(), d.staff, p.Number)
	if err != nil {
		t.Fatal(err)
	}
	if left := pdftext.Pages(t, []byte(d.bytes(d.PickingList(t.Context(), d.staff, p.Number, fault.Chinese)))); len(left) != len(places(o)) {
		t.Errorf("after a shipment %d pages for %d warehouses", len(left), len(places(o)))
	}
}

func places(o order.Order) map[string]bool {
	out := map[string]bool{}
	for _, s := range o.Sources {
		out[s.Code] = true
	}
	return out
}

func (d *desk) bytes(f paper.File, err error) []byte {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
	return f.Content
}

func TestADeliveryNoteTravelsWithOneShipment(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1, 2)
	p := d.accepted(Want("S1", 15), Want("S2", 3))
	source, err := d.Orders.Get(t.Context(), d.staff, p.Number)
	if err != nil {
		t.Fatal(err)
	}
	code := source.Sources[0].Code
	in := order.ShipInput{Order: p.ID, Warehouse: code, Carrier: "顺达速运", Tracking: "SD100200300", Lines: []order.ShipLine{{Line: 1, Quantity: 5 * qty.One}}}
	if _, err := d.Orders.Ship(t.Context(), d.staff, in); err != nil {
		t.Fatal(err)
	}
	o, err := d.Orders.Get(t.Context(), d.staff, p.Number)
	if err != nil {
		t.Fatal(err)
	}
	s := o.Shipments[0]
	f, err := d.DeliveryNote(t.Context(), d.staff, p.Number, s.ID, fault.Chinese)
	text := d.text(f, err)
	says(t, text, "送货单", s.Number, p.Number, "顺达速运", "SD100200300", s.WarehouseName, "S1", "实收数量", "收货（签字盖章）")
	hides(t, text, "8.00", "¥", "单价", "金额", "插座 2")
	if f.Name != "送货单-"+s.Number+".pdf" {
		t.Errorf("the file is %s", f.Name)
	}
	dealers := d.text(d.DeliveryNote(t.Context(), d.Dealer(1), p.Number, s.ID, fault.English))
	says(t, dealers, "Delivery note", s.Number, "Carrier", "SD100200300")
	hides(t, dealers, s.WarehouseName, s.WarehouseCode)
}

func TestAnothersPapersAreNotFound(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 2, 1)
	p := d.accepted(Want("S1", 1))
	s := d.shipsAll(p)
	for name, err := range map[string]error{
		"order":          second(d.Order(t.Context(), d.Dealer(2), p.Number, fault.Chinese)),
		"delivery note":  second(d.DeliveryNote(t.Context(), d.Dealer(2), p.Number, s.ID, fault.Chinese)),
		"no order":       second(d.Order(t.Context(), d.staff, "SO20261123-999999", fault.Chinese)),
		"no shipment":    second(d.DeliveryNote(t.Context(), d.staff, p.Number, id.New(), fault.Chinese)),
		"no picking":     second(d.PickingList(t.Context(), d.staff, "nothing", fault.Chinese)),
		"a rep's wall":   second(d.Order(t.Context(), org.Actor{Kind: org.Staff, ID: "rep", StaffID: 7, OwnDealers: true, Permissions: org.Of(org.OrderRead)}, p.Number, fault.Chinese)),
		"a rep's choice": second(d.PickingList(t.Context(), org.Actor{Kind: org.Staff, ID: "rep", StaffID: 7, OwnDealers: true, Permissions: org.Of(org.OrderRead)}, p.Number, fault.Chinese)),
	} {
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := d.PickingList(t.Context(), d.Dealer(1), p.Number, fault.Chinese); !errors.Is(err, org.Forbidden) {
		t.Errorf("a dealer's picking list: %v", err)
	}
	if _, err := d.Order(t.Context(), d.Staff("nobody"), p.Number, fault.Chinese); !errors.Is(err, org.Forbidden) {
		t.Errorf("without the permission: %v", err)
	}
}

// shipsAll sends an order's only line from where it is reserved.
func (d *desk) shipsAll(p order.Placed) order.Shipment {
	d.t.Helper()
	o, err := d.Orders.Get(d.t.Context(), d.staff, p.Number)
	if err != nil {
		d.t.Fatal(err)
	}
	in := order.ShipInput{Order: p.ID, Warehouse: o.Sources[0].Code, Carrier: "顺达速运", Tracking: "SD1", Lines: []order.ShipLine{{Line: 1, Quantity: o.Lines[0].Quantity}}}
	if _, err := d.Orders.Ship(d.t.Context(), d.staff, in); err != nil {
		d.t.Fatal(err)
	}
	if o, err = d.Orders.Get(d.t.Context(), d.staff, p.Number); err != nil {
		d.t.Fatal(err)
	}
	return o.Shipments[0]
}

func second(_ paper.File, err error) error { return err }

func TestOnlyWhatIsOpenCanBePicked(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1, 1)
	waiting, shipped, open := d.Place(1, Want("S1", 1)), d.accepted(Want("S1", 1)), d.accepted(Want("S1", 2))
	d.shipsAll(shipped)
	for _, p := range []order.Placed{waiting, shipped} {
		if _, err := d.PickingList(t.Context(), d.staff, p.Number, fault.Chinese); !errors.Is(err, paper.NothingToPick) {
			t.Errorf("%s: %v", p.Number, err)
		}
	}
	_, err := d.PickingLists(t.Context(), d.staff, []string{open.Number, waiting.Number, "SO20261123-999999", shipped.Number}, fault.Chinese)
	f, refused := fault.As(err)
	if !refused || f.Definition != paper.NothingPicked || len(f.Fields) != 3 || f.Fields[0].Path != "orders[1]" || f.Fields[1].Definition != fault.NotFound {
		t.Errorf("the batch says %v %+v", err, f)
	}
	if _, err := d.PickingLists(t.Context(), d.staff, nil, fault.Chinese); err == nil {
		t.Error("printed no order")
	}
	if _, err := d.PickingLists(t.Context(), d.staff, make([]string, 51), fault.Chinese); err == nil {
		t.Error("printed 51 orders")
	}
}

func TestPickingListsOfManyOrdersAreOneFile(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1, 1)
	var numbers []string
	for range 3 {
		numbers = append(numbers, d.accepted(Want("S1", 2)).Number)
	}
	f, err := d.PickingLists(t.Context(), d.staff, append(numbers, numbers[0]), fault.Chinese)
	says(t, d.text(f, err), numbers...)
	if pages := pdftext.Pages(t, f.Content); len(pages) != 3 || f.Name != "拣货单-20261123-2330.pdf" {
		t.Errorf("%d pages in %s", len(pages), f.Name)
	}
}

func TestAnOrderOfAThousandLinesIsPrintedWhole(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1, 1000)
	lines := make([]order.LineInput, 1000)
	for i := range lines {
		lines[i] = Want(fmt.Sprintf("S%d", i+1), 1)
	}
	p := d.accepted(lines...)
	d.Exec(`UPDATE orders.line SET name = repeat(name || ' 加长防水明装面板 ', 8) WHERE line = 500`)
	for name, text := range map[string]string{
		"order":   d.text(d.Order(t.Context(), d.Dealer(1), p.Number, fault.Chinese)),
		"picking": d.text(d.PickingList(t.Context(), d.staff, p.Number, fault.English)),
	} {
		have := map[string]bool{}
		for _, line := range strings.Split(text, "\n") {
			have[line] = true
		}
		for i := range lines {
			if code := fmt.Sprintf("S%d", i+1); !have[code] {
				t.Errorf("%s is not on the %s", code, name)
			}
		}
	}
}

func TestTheLetterheadIsEditedOnItsVersion(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1, 1)
	if _, err := d.SetLetterhead(t.Context(), d.staff, paper.Letterhead{Name: "旧", Version: 1}); !errors.Is(err, pg.VersionChanged) {
		t.Errorf("an old version: %v", err)
	}
	if _, err := d.SetLetterhead(t.Context(), d.staff, paper.Letterhead{Name: strings.Repeat("长", 101), Version: 2}); !errors.Is(err, fault.InvalidInput) {
		t.Errorf("a name too long: %v", err)
	}
	if _, err := d.SetLetterhead(t.Context(), d.Staff("x", org.OrderRead), paper.Letterhead{Version: 2}); !errors.Is(err, org.Forbidden) {
		t.Errorf("without the permission: %v", err)
	}
	head, err := d.Letterhead(t.Context(), d.staff)
	if err != nil || head.Name != "启明电气" || head.Version != 2 {
		t.Errorf("it is %+v, %v", head, err)
	}
}
