package notification_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/notification"
	"qudao/internal/order"
	"qudao/internal/ordertest"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/qty"
	"qudao/internal/queue"
)

// tellAll tells of every fact there is, as the jobs do.
func tellAll(t *testing.T, w *ordertest.World) {
	t.Helper()
	db := pgtest.OpenURL(t, w.Database.Worker, nil)
	s := notification.New(db)
	var facts []queue.Fact
	err := db.Read(t.Context(), org.NewSystem("test").Scope(), func(tx *pg.Tx) (err error) {
		facts, err = pg.All[queue.Fact](t.Context(), tx, `SELECT id, kind, doc_kind, doc_id, seq, dealer_id, at, actor, data FROM queue.fact ORDER BY id`)
		return err
	})
	if err == nil {
		err = s.Tell(t.Context(), facts)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func kinds(t *testing.T, s *notification.Service, who org.Actor) string {
	t.Helper()
	list, err := s.Messages(t.Context(), who, notification.MessageFilter{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range slices.Backward(list.Items) {
		out = append(out, string(m.Kind))
	}
	return strings.Join(out, " ")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func ships(p order.Placed, pieces int) order.ShipInput {
	return order.ShipInput{Order: p.ID, Warehouse: "W1", Carrier: "顺达速运", Tracking: "SD77", Lines: []order.ShipLine{{Line: 1, Quantity: qty.Quantity(pieces) * qty.One}}}
}

func TestADealerIsToldOfEveryStepOnce(t *testing.T) {
	t.Parallel()
	w, s, desk := office(t)
	desk.Permissions = org.Of(org.OrderReview, org.OrderShip, org.OrderRead, org.OrderCancel)
	ctx := t.Context()
	p := w.Place(1, ordertest.Want("S1", 5))
	_, err := w.Orders.Accept(ctx, desk, order.Step{Order: p.ID})
	must(t, err)
	_, err = w.Orders.Ship(ctx, desk, ships(p, 2))
	must(t, err)
	_, err = w.Orders.Ship(ctx, desk, ships(p, 3))
	must(t, err)
	rejected := w.Place(1, ordertest.Want("S1", 1))
	_, err = w.Orders.Reject(ctx, desk, order.Step{Order: rejected.ID, Reason: "型号 {number} 停产"})
	must(t, err)
	cancelled, own := w.Place(1, ordertest.Want("S1", 1)), w.Place(1, ordertest.Want("S1", 1))
	_, err = w.Orders.Cancel(ctx, desk, order.Step{Order: cancelled.ID, Reason: "缺货"})
	must(t, err)
	_, err = w.Orders.Cancel(ctx, w.Dealer(1), order.Step{Order: own.ID})
	must(t, err)
	late := w.Place(1, ordertest.Want("S1", 1))
	w.Exec(`UPDATE orders.orders SET review_until = now() - interval '1 hour' WHERE id = $1`, late.ID)
	_, err = w.Orders.ExpireUnreviewed(ctx, 10)
	must(t, err)
	for range 2 { // a job may run again
		tellAll(t, w)
	}
	if got := kinds(t, s, w.Dealer(1)); got != "order_accepted order_partly_shipped order_shipped order_rejected order_cancelled order_expired" {
		t.Errorf("the dealer is told %q", got)
	}
	if got := kinds(t, s, w.Dealer(2)); got != "" {
		t.Errorf("another dealer is told %q", got)
	}
	if n := w.Int(`SELECT count(*)::int FROM queue.fact WHERE kind = 'message.sent'`); n != 1 {
		t.Errorf("a dealer who is told six things at once, and then again, hears of it %d times", n)
	}
	list, err := s.Messages(ctx, w.Dealer(1), notification.MessageFilter{})
	must(t, err)
	for _, want := range []struct {
		kind     notification.Kind
		lang     fault.Language
		sentence string
	}{
		{notification.OrderRejected, fault.Chinese, "订单 " + rejected.Number + " 未通过审核：型号 {number} 停产"},
		{notification.OrderRejected, fault.English, "Order " + rejected.Number + " was rejected: 型号 {number} 停产"},
		{notification.OrderShipped, fault.Chinese, "订单 " + p.Number + " 已全部发出，顺达速运，运单号 SD77。"},
		{notification.OrderCancelled, fault.Chinese, "订单 " + cancelled.Number + " 已由品牌方取消：缺货"},
	} {
		m := list.Items[slices.IndexFunc(list.Items, func(m notification.Message) bool { return m.Kind == want.kind })]
		if _, text := m.Text(want.lang); text != want.sentence {
			t.Errorf("%s reads %q", want.kind, text)
		}
	}
	w.Holds()
}

// What waits for review is counted for whoever may review it, of the dealers it sees, until it is decided.
func TestStaffSeesHowManyOrdersWaitForIt(t *testing.T) {
	t.Parallel()
	w, s, wide := office(t)
	w.Exec(`INSERT INTO pg.scope_dealer SELECT id, id FROM dealer.dealer WHERE id IN (1, 2)`)
	of := func(scope int32, may ...org.Permission) org.Actor {
		return org.Actor{Kind: org.Staff, ID: "REP", StaffID: scope, OwnDealers: true, Permissions: org.Of(may...)}
	}
	waits := func(who org.Actor, want int) {
		t.Helper()
		n, err := s.Count(t.Context(), who)
		if must(t, err); n.Reviews.Count != want || (n.Reviews.Since == nil) != (want == 0) || n.Messages != 0 {
			t.Errorf("%s may look after %d orders, and is told of %+v", who.ID, want, n)
		}
	}
	desk := wide
	desk.Permissions = org.Of(org.OrderReview, org.OrderRead)
	waits(desk, 0)
	p := w.Place(1, ordertest.Want("S1", 1))
	tellAll(t, w)
	for _, c := range []struct {
		who  org.Actor
		want int
	}{
		{desk, 1}, {of(1, org.OrderReview), 1}, {of(2, org.OrderReview), 0}, {of(1, org.OrderRead), 0}, {w.Dealer(1), 0},
	} {
		waits(c.who, c.want)
	}
	_, err := w.Orders.Accept(t.Context(), desk, order.Step{Order: p.ID})
	must(t, err)
	waits(desk, 0)
}

// plant stores n messages of dealer 1, one a minute, the last of them now.
func plant(w *ordertest.World, n int) {
	w.Exec(`INSERT INTO notification.message (receiver, id, fact_id, dealer_id, kind, doc_kind, doc_id, data, at)
	SELECT 'dealer:1', overlay(pg.uuid_floor(at)::text placing substr(md5(i::text), 1, 12) from 25)::uuid, gen_random_uuid(), 1, 'order_accepted', 'order', 'SO' || i, '{}', at
	FROM generate_series(1, $1::int) i, LATERAL (SELECT now() - ($1 - i) * interval '1 minute') l(at)`, n)
}

func TestMessagesAreReadPageByPageAndCounted(t *testing.T) {
	t.Parallel()
	w, s, _ := office(t)
	plant(w, 120)
	ctx, who := t.Context(), w.Dealer(1)
	if n, err := s.Count(ctx, who); err != nil || n.Messages != notification.MostCounted {
		t.Errorf("%d are counted, %v", n.Messages, err)
	}
	seen, f := 0, notification.MessageFilter{Request: page.Request{Limit: 50}}
	for {
		list, err := s.Messages(ctx, who, f)
		must(t, err)
		if f.Cursor == "" && list.Items[0].DocID != "SO120" {
			t.Errorf("the newest is %s", list.Items[0].DocID)
		}
		seen += len(list.Items)
		if f.Cursor = list.Next; f.Cursor == "" {
			break
		}
	}
	if seen != 120 {
		t.Errorf("%d were read", seen)
	}
	if _, err := s.Messages(ctx, who, notification.MessageFilter{Request: page.Request{Cursor: "x"}}); !errors.Is(err, page.ErrCursorInvalid) {
		t.Errorf("a cursor that is none: %v", err)
	}
}

func TestAllIsSeenButWhatComesLater(t *testing.T) {
	t.Parallel()
	w, s, _ := office(t)
	plant(w, 30)
	ctx, who := t.Context(), w.Dealer(1)
	first, err := s.Messages(ctx, who, notification.MessageFilter{Unseen: true})
	must(t, err)
	must(t, s.See(ctx, who, first.Items[0].ID))
	must(t, s.See(ctx, who, first.Items[29].ID))
	if list, err := s.Messages(ctx, who, notification.MessageFilter{Unseen: true}); err != nil || len(list.Items) != 28 {
		t.Errorf("%d unseen, %v", len(list.Items), err)
	}
	must(t, s.SeeAll(ctx, who))
	list, err := s.Messages(ctx, who, notification.MessageFilter{})
	must(t, err)
	if n, err := s.Count(ctx, who); err != nil || n.Messages != 0 || !list.Items[0].Seen || !list.Items[29].Seen {
		t.Errorf("%d unseen, %v", n.Messages, err)
	}
	// Older than a moment, all is one mark.
	if n := w.Int(`SELECT count(*)::int FROM notification.seen`); n != 1 {
		t.Errorf("%d rows of what was seen", n)
	}
	// One that was being made meanwhile appears unseen.
	w.Exec(`INSERT INTO notification.message (receiver, id, fact_id, dealer_id, kind, doc_kind, doc_id, data, at)
	VALUES ('dealer:1', pg.uuid_floor(now() - interval '5 seconds'), $1, 1, 'order_accepted', 'order', 'SO1', '{}', now())`, id.New())
	if n, err := s.Count(ctx, who); err != nil || n.Messages != 1 {
		t.Errorf("%d unseen, %v", n.Messages, err)
	}
	must(t, s.SeeAll(ctx, who))
	if err := s.See(ctx, w.Dealer(2), first.Items[0].ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("another dealer has seen it: %v", err)
	}
}

func TestOldMessagesAreForgotten(t *testing.T) {
	t.Parallel()
	w, s, who := office(t)
	plant(w, 10)
	a := published(t, s, who, notification.AnnouncementInput{Title: "长期有效", Body: "x", Everybody: true})
	must(t, s.SeeAnnouncement(t.Context(), w.Dealer(1), a.Number))
	must(t, s.SeeAll(t.Context(), w.Dealer(1)))
	w.Exec(`UPDATE notification.message SET at = now() - interval '91 days' WHERE doc_id <> 'SO10'`)
	w.Exec(`UPDATE notification.seen SET at = now() - interval '91 days'`)
	jobs := notification.New(pgtest.OpenURL(t, w.Database.Worker, nil))
	for {
		n, err := jobs.Forget(t.Context(), 4)
		must(t, err)
		if n == 0 {
			break
		}
	}
	if got := kinds(t, s, w.Dealer(1)); got != "order_accepted" {
		t.Errorf("left is %q", got)
	}
	if n, err := s.Count(t.Context(), w.Dealer(1)); err != nil || n.Announcements != 0 {
		t.Errorf("%d announcements are unseen again, %v", n.Announcements, err)
	}
}

// The policies alone: a dealer's scope holds no way to write what the brand says.
func TestADealerWritesNoAnnouncementAndNoMessage(t *testing.T) {
	t.Parallel()
	w, s, who := office(t)
	published(t, s, who, notification.AnnouncementInput{Title: "x", Body: "x", Everybody: true})
	plant(w, 1)
	for _, statement := range []string{
		`UPDATE notification.announcement SET title = 'y'`, `UPDATE notification.message SET kind = 'y'`, `DELETE FROM notification.message`,
	} {
		var n int64
		err := w.DB.Write(t.Context(), w.Dealer(1).Scope(), func(tx *pg.Tx) (err error) {
			n, err = tx.Exec(t.Context(), statement)
			return err
		})
		if err == nil && n > 0 {
			t.Errorf("%s changes %d rows", statement, n)
		}
	}
}
