package order

import (
	"context"
	"encoding/json"
	"time"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/timeline"
)

// Step asks for a move of an order as it stood at a version. Version 0 moves it whatever it is: then the
// table of moves alone decides.
type Step struct {
	Order   id.ID
	Version int
	Reason  string
}

// Accept takes an order that waits for review.
//
// Errors: fault.NotFound, pg.VersionChanged, WrongState.
func (s *Service) Accept(ctx context.Context, who org.Actor, in Step) (Placed, error) {
	if err := who.Require(org.OrderReview); err != nil {
		return Placed{}, err
	}
	return s.step(ctx, who, in, MoveAccept, func(h *Head, _ time.Time) { h.Review = Accepted })
}

// Reject refuses an order that waits for review, with a reason, and gives its stock back.
//
// Errors: as Accept; ReasonMissing.
func (s *Service) Reject(ctx context.Context, who org.Actor, in Step) (Placed, error) {
	if err := who.Require(org.OrderReview); err != nil {
		return Placed{}, err
	}
	if in.Reason == "" {
		return Placed{}, (&fault.Fault{Definition: fault.InvalidInput, Fields: []fault.Field{{Path: "reason", Definition: ReasonMissing}}})
	}
	return s.step(ctx, who, in, MoveReject, end(Rejected))
}

// Cancel ends an order before its first shipment and gives its stock back. The dealer may cancel its
// own, staff with the permission any in its scope.
//
// Errors: as Accept.
func (s *Service) Cancel(ctx context.Context, who org.Actor, in Step) (Placed, error) {
	if err := who.Require(org.OrderCancel); err != nil {
		return Placed{}, err
	}
	return s.step(ctx, who, in, MoveCancel, end(Cancelled))
}

// end is a move that ends the order and leaves nothing promised.
func end(to Review) func(*Head, time.Time) {
	return func(h *Head, now time.Time) { h.Review, h.Fulfilment, h.ClosedAt = to, None, &now }
}

// step makes a move that touches no goods but to give them back.
func (s *Service) step(ctx context.Context, who org.Actor, in Step, m Move, change func(*Head, time.Time)) (out Placed, err error) {
	if len([]rune(in.Reason)) > maxRemark {
		return out, (&fault.Fault{Definition: fault.InvalidInput, Fields: []fault.Field{{Path: "reason", Definition: org.TextTooLong, Facts: map[string]any{"maximum": maxRemark}}}})
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Placed, error) {
			h, err := s.lockTx(ctx, tx, who, in.Order, in.Version, m)
			if err != nil {
				return Placed{}, err
			}
			change(&h, tx.Began())
			h.Reason = in.Reason
			if h.Fulfilment == None {
				if err := s.giveBackTx(ctx, tx, &h); err != nil {
					return Placed{}, err
				}
			}
			return h.placed(), s.moveTx(ctx, tx, who, &h, m, nil, "")
		})
		return err
	})
	return out, err
}

// lockTx locks the order and checks that it may make the move.
func (s *Service) lockTx(ctx context.Context, tx *pg.Tx, who org.Actor, order id.ID, version int, m Move) (Head, error) {
	h, err := pg.One[Head](ctx, tx, lockSQL, order, who.Reach())
	if err != nil {
		return h, err
	}
	if !h.seenBy(who) {
		return h, fault.NotFound.With()
	}
	if !h.May(m) {
		return h, WrongState.With("number", h.Number, "state", string(h.State()))
	}
	if version != 0 && version != h.Version {
		return h, pg.VersionChanged.With("version", h.Version)
	}
	return h, nil
}

// giveBackTx gives back what an order holds: its lines are cancelled in what was reserved.
func (s *Service) giveBackTx(ctx context.Context, tx *pg.Tx, h *Head) error {
	if _, err := tx.Exec(ctx, cancelLinesSQL, h.DealerID, h.ID); err != nil {
		return err
	}
	return s.stock.ReleaseTx(ctx, tx, h.DealerID, h.ID)
}

// moveTx writes the moved head, with its node and its fact. The version steps by one.
func (s *Service) moveTx(ctx context.Context, tx *pg.Tx, who org.Actor, h *Head, m Move, data any, shipment string) error {
	from := h.Version
	h.Version++
	n, err := tx.Exec(ctx, moveSQL, h.DealerID, h.ID, from, h.Review, h.Fulfilment, h.Reason, h.ClosedAt)
	if err != nil {
		return err
	}
	if n != 1 {
		return pg.VersionChanged.With("version", h.Version)
	}
	node := timeline.Node{Dealer: h.DealerID, DocID: h.ID, Seq: h.Version, DocKind: DocKind, Node: string(m), Actor: who.Principal(), Who: who.Name}
	if data == nil && h.Reason != "" {
		data = map[string]string{"reason": h.Reason}
	}
	if data != nil {
		if node.Data, err = json.Marshal(data); err != nil {
			return err
		}
	}
	if err := timeline.PutTx(ctx, tx, node); err != nil {
		return err
	}
	f, err := h.fact(m, shipment)
	if err != nil {
		return err
	}
	return queue.PutTx(ctx, tx, f)
}

func (h *Head) placed() Placed { return Placed{ID: h.ID, Number: h.Number} }

// ExpireUnreviewed ends orders whose review took too long, at most limit, each in a transaction of its
// own, and returns how many. It may run anywhere at any time.
func (s *Service) ExpireUnreviewed(ctx context.Context, limit int) (expired int, err error) {
	who := org.NewSystem("expiry")
	var due []id.ID
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		due, err = pg.Column[id.ID](ctx, tx, dueSQL, limit)
		return err
	})
	if err != nil {
		return 0, err
	}
	for _, order := range due {
		_, err := s.step(ctx, who, Step{Order: order}, MoveExpire, end(Expired))
		switch {
		case err == nil:
			expired++
		case fault.Is(err, fault.Conflict):
			// Somebody decided it meanwhile: then it is not due any more.
		default:
			return expired, err
		}
	}
	return expired, nil
}
