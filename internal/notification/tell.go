package notification

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/id"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/spreadsheet"
)

// Lifetime is how long a message is kept.
const Lifetime = 90 * 24 * time.Hour

// told are the facts that somebody is told of, and what makes the message of each.
var told = map[string]func(context.Context, *pg.Tx, queue.Fact) (draft, error){
	"order." + string(order.MovePlace):  waits,
	"order." + string(order.MoveAccept): ofOrder(OrderAccepted),
	"order." + string(order.MoveReject): ofOrder(OrderRejected),
	"order." + string(order.MoveExpire): ofOrder(OrderExpired),
	"order." + string(order.MoveCancel): ofOrder(OrderCancelled),
	"order." + string(order.MoveShip):   shipped,
	spreadsheet.FactDone:                imported,
}

// Tells reports whether somebody is told of a fact. It looks at the fact alone, so that the dispatcher may
// ask it for every fact there is.
func Tells(f queue.Fact) bool {
	if told[f.Kind] == nil {
		return false
	}
	switch f.Kind {
	case "order." + string(order.MovePlace):
		// Who reviews is told; what is accepted at once waits for nobody.
		var of order.Fact
		return json.Unmarshal(f.Data, &of) == nil && of.State == order.State(order.InReview)
	case "order." + string(order.MoveCancel):
		// Whoever cancelled its own order knows.
		return !strings.HasPrefix(f.Actor, string(org.Dealer)+":")
	}
	return true
}

// draft is a message before it is sent. Without receivers nobody is told.
type draft struct {
	receivers []string
	kind      Kind
	docKind   string
	docID     string
	data      map[string]string
}

// Tell makes the messages of a fact, once for each receiver however often it is called. It is a job's, and
// runs as the worker role.
func (s *Service) Tell(ctx context.Context, f queue.Fact) error {
	if !Tells(f) {
		return nil
	}
	err := s.db.Write(ctx, org.NewSystem("notification").Scope(), func(tx *pg.Tx) error {
		d, err := told[f.Kind](ctx, tx, f)
		if err != nil || len(d.receivers) == 0 {
			return err
		}
		return sendTx(ctx, tx, f, d)
	})
	if err != nil {
		return fmt.Errorf("tell of %s %s: %w", f.Kind, f.DocID, err)
	}
	return nil
}

// sendTx stores a message for each receiver that has none of the fact yet, with a fact that makes open pages
// count again: one for a dealer, one for all of the staff.
func sendTx(ctx context.Context, tx *pg.Tx, f queue.Fact, d draft) error {
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	keys := make([][16]byte, len(d.receivers))
	for i := range keys {
		keys[i] = id.At(now, nil)
	}
	data, err := json.Marshal(d.data)
	if err != nil {
		return fmt.Errorf("keep what a message names: %w", err)
	}
	type sent struct {
		Receiver string `db:"receiver"`
		ID       id.ID  `db:"id"`
	}
	rows, err := pg.All[sent](ctx, tx, tellSQL, d.receivers, keys, f.ID, f.DealerID, string(d.kind), d.docKind, d.docID, data, f.At)
	if err != nil || len(rows) == 0 {
		return err
	}
	dealer, kind, doc := int32(0), FactStaffMessageSent, DocStaffMessage
	if f.DealerID != nil {
		dealer = *f.DealerID
	}
	if rows[0].Receiver == dealerReceiver(dealer) {
		kind, doc = FactMessageSent, DocMessage
	}
	fact, err := queue.Of(kind, doc, rows[0].ID.String(), 1, dealer, nil)
	if err != nil {
		return err
	}
	return queue.PutTx(ctx, tx, fact)
}

// orderRow is what a message names of an order.
type orderRow struct {
	Number string       `db:"number"`
	Review order.Review `db:"review"`
	Reason string       `db:"reason"`
}

// orderTx finds the order of a fact. It also tells the dealer whose it is.
func orderTx(ctx context.Context, tx *pg.Tx, f queue.Fact) (row orderRow, key id.ID, dealer int32, err error) {
	if f.DealerID == nil {
		return row, key, 0, fmt.Errorf("a fact of an order without a dealer")
	}
	if key, err = id.Parse(f.DocID); err != nil {
		return row, key, 0, err
	}
	row, err = pg.One[orderRow](ctx, tx, orderSQL, *f.DealerID, key)
	return row, key, *f.DealerID, err
}

// ofOrder tells the dealer what became of its order.
func ofOrder(kind Kind) func(context.Context, *pg.Tx, queue.Fact) (draft, error) {
	return func(ctx context.Context, tx *pg.Tx, f queue.Fact) (draft, error) {
		o, _, dealer, err := orderTx(ctx, tx, f)
		if err != nil {
			return draft{}, err
		}
		data := map[string]string{"number": o.Number}
		if o.Reason != "" {
			data["reason"] = o.Reason
		}
		return draft{receivers: []string{dealerReceiver(dealer)}, kind: kind, docKind: order.DocKind, docID: o.Number, data: data}, nil
	}
}

// shipped tells the dealer of one shipment.
func shipped(ctx context.Context, tx *pg.Tx, f queue.Fact) (draft, error) {
	o, key, dealer, err := orderTx(ctx, tx, f)
	if err != nil {
		return draft{}, err
	}
	var of order.Fact
	if err := json.Unmarshal(f.Data, &of); err != nil {
		return draft{}, fmt.Errorf("read the fact: %w", err)
	}
	type row struct {
		Carrier  string `db:"carrier"`
		Tracking string `db:"tracking"`
	}
	s, err := pg.One[row](ctx, tx, shipmentSQL, dealer, key, of.Shipment)
	if err != nil {
		return draft{}, err
	}
	kind := OrderShipped
	if of.State == order.State(order.PartlyShipped) {
		kind = OrderPartlyShipped
	}
	return draft{receivers: []string{dealerReceiver(dealer)}, kind: kind, docKind: order.DocKind, docID: o.Number,
		data: map[string]string{"number": o.Number, "shipment": of.Shipment, "carrier": s.Carrier, "tracking": s.Tracking}}, nil
}

// waits tells those who may review, and see the dealer, of an order that still waits for it: those who see
// every dealer share one message, each of the others gets one of their own.
func waits(ctx context.Context, tx *pg.Tx, f queue.Fact) (draft, error) {
	o, _, dealer, err := orderTx(ctx, tx, f)
	if err != nil || o.Review != order.InReview {
		return draft{}, err
	}
	receivers := []string{everyone(org.OrderReview)}
	narrow, err := pg.Column[string](ctx, tx, narrowStaffSQL, dealer, string(org.OrderReview))
	if err != nil {
		return draft{}, err
	}
	for _, code := range narrow {
		receivers = append(receivers, staffReceiver(code))
	}
	return draft{receivers: receivers, kind: OrderWaits, docKind: order.DocKind, docID: o.Number, data: map[string]string{"number": o.Number}}, nil
}

// imported tells the member of staff who started an import that it has ended. An import that is gone by now
// has nobody left to tell of.
func imported(ctx context.Context, tx *pg.Tx, f queue.Fact) (draft, error) {
	key, err := id.Parse(f.DocID)
	if err != nil {
		return draft{}, err
	}
	type row struct {
		Owner     string                `db:"owner"`
		Direction spreadsheet.Direction `db:"direction"`
		Name      string                `db:"name"`
		State     spreadsheet.State     `db:"state"`
		OK        int                   `db:"ok"`
		Failed    int                   `db:"failed"`
	}
	r, err := pg.One[row](ctx, tx, runSQL, key)
	if errors.Is(err, pgx.ErrNoRows) {
		return draft{}, nil
	}
	if err != nil || r.Direction != spreadsheet.In || !strings.HasPrefix(r.Owner, string(org.Staff)+":") {
		return draft{}, err
	}
	kind := ImportDone
	switch {
	case r.State == spreadsheet.Failed:
		kind = ImportFailed
	case r.Failed > 0:
		kind = ImportPartly
	}
	return draft{receivers: []string{r.Owner}, kind: kind, docKind: spreadsheet.DocKind, docID: f.DocID,
		data: map[string]string{"name": r.Name, "ok": strconv.Itoa(r.OK), "failed": strconv.Itoa(r.Failed)}}, nil
}

// Forget removes at most limit messages older than Lifetime, and as many notes of what was seen so long ago,
// and returns how many rows went. It runs as the worker role.
func (s *Service) Forget(ctx context.Context, limit int) (gone int, err error) {
	err = s.db.Write(ctx, org.NewSystem("notification").Scope(), func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		messages, err := tx.Exec(ctx, forgetSQL, now.Add(-Lifetime), limit)
		if err != nil {
			return fmt.Errorf("forget messages: %w", err)
		}
		notes, err := tx.Exec(ctx, forgetSeenSQL, now.Add(-Lifetime), limit)
		if err != nil {
			return fmt.Errorf("forget what was seen: %w", err)
		}
		gone = int(messages + notes)
		return nil
	})
	return gone, err
}
