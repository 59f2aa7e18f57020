package notification

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
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
	"qudao/internal/timeline"
)

// Lifetime is how long a message is kept.
const Lifetime = 90 * 24 * time.Hour

// told are the facts that somebody is told of, and what makes the message of each. A placed order is not among
// them: they come in floods, and whoever reviews them works them off a list, whose length Count tells.
var told = map[string]func(context.Context, *pg.Tx, queue.Fact) (draft, error){
	"order." + string(order.MoveAccept): ofOrder(OrderAccepted),
	"order." + string(order.MoveReject): ofOrder(OrderRejected),
	"order." + string(order.MoveExpire): ofOrder(OrderExpired),
	"order." + string(order.MoveCancel): ofOrder(OrderCancelled),
	"order." + string(order.MoveShip):   shipped,
	timeline.FactCommented:              commented,
	spreadsheet.FactDone:                imported,
}

// Tells reports whether somebody is told of a fact. It looks at the fact alone, so that the dispatcher may
// ask it for every fact there is.
func Tells(f queue.Fact) bool {
	switch f.Kind {
	case "order." + string(order.MoveCancel):
		// Whoever cancelled its own order knows.
		return !strings.HasPrefix(f.Actor, string(org.Dealer)+":")
	case timeline.FactCommented:
		// What is internal is read by who looks at the document.
		return f.DocKind == timeline.DocComment
	}
	return told[f.Kind] != nil
}

// draft is a message before it is sent. Without receivers nobody is told.
type draft struct {
	fact      queue.Fact
	receivers []string
	kind      Kind
	docKind   string
	docID     string
	data      map[string]string
}

// Tell makes the messages of facts, once for each fact and receiver however often it is called. It is a
// job's, and runs as the worker role.
func (s *Service) Tell(ctx context.Context, facts []queue.Fact) error {
	err := s.db.Write(ctx, org.NewSystem("notification").Scope(), func(tx *pg.Tx) error {
		var drafts []draft
		for _, f := range facts {
			if !Tells(f) {
				continue
			}
			d, err := told[f.Kind](ctx, tx, f)
			if errors.Is(err, pgx.ErrNoRows) {
				continue // what it tells of is gone
			}
			if err != nil {
				return fmt.Errorf("tell of %s %s: %w", f.Kind, f.DocID, err)
			}
			d.fact = f
			drafts = append(drafts, d)
		}
		return sendTx(ctx, tx, drafts)
	})
	if err != nil {
		return fmt.Errorf("tell of %d facts: %w", len(facts), err)
	}
	return nil
}

// sendTx stores a message for each receiver that has none of the fact yet, with facts that make open pages
// count again: one for each dealer that is told, and one of each dealer whom the staff is told about.
func sendTx(ctx context.Context, tx *pg.Tx, drafts []draft) error {
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	var (
		receivers, kinds, docKinds, docs, data []string
		ids, facts                             [][16]byte
		dealers                                []*int32
		at                                     []time.Time
	)
	for _, d := range drafts {
		named, err := json.Marshal(d.data)
		if err != nil {
			return fmt.Errorf("keep what a message names: %w", err)
		}
		for _, r := range d.receivers {
			receivers, kinds, docKinds, docs, data = append(receivers, r), append(kinds, string(d.kind)), append(docKinds, d.docKind), append(docs, d.docID), append(data, string(named))
			ids, facts = append(ids, id.At(now, nil)), append(facts, d.fact.ID)
			dealers, at = append(dealers, d.fact.DealerID), append(at, d.fact.At)
		}
	}
	if len(receivers) == 0 {
		return nil
	}
	// Messages are shown by their ids, so these rise as the facts came.
	slices.SortFunc(ids, func(a, b [16]byte) int { return bytes.Compare(a[:], b[:]) })
	type sent struct {
		Receiver string `db:"receiver"`
		ID       id.ID  `db:"id"`
		DealerID *int32 `db:"dealer_id"`
	}
	rows, err := pg.All[sent](ctx, tx, tellSQL, receivers, ids, facts, dealers, kinds, docKinds, docs, data, at)
	if err != nil {
		return err
	}
	type news struct {
		kind   string
		dealer int32
	}
	var out []queue.Fact
	seen := map[news]bool{}
	for _, r := range rows {
		n := news{kind: FactStaffMessageSent}
		doc := DocStaffMessage
		if r.DealerID != nil {
			n.dealer = *r.DealerID
		}
		if r.Receiver == dealerReceiver(n.dealer) {
			n.kind, doc = FactMessageSent, DocMessage
		}
		if seen[n] {
			continue
		}
		seen[n] = true
		fact, err := queue.Of(n.kind, doc, r.ID.String(), 1, n.dealer, nil)
		if err != nil {
			return err
		}
		out = append(out, fact)
	}
	return queue.PutTx(ctx, tx, out...)
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
