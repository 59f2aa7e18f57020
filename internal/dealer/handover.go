package dealer

import (
	"context"
	"fmt"
	"strings"
	"time"

	"qudao/internal/clock"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

// FactHandedOver is the fact that dealers went from one rep to another in one step. Its document is
// "handover", named by its id; its data is HandedOver. The dealers that moved have a FactChanged each.
const FactHandedOver = "handover.made"

// HandedOver is what FactHandedOver carries.
type HandedOver struct {
	From    string `json:"from"` // codes of staff
	To      string `json:"to"`
	Dealers int    `json:"dealers"`
}

// HandoverInput is what is said of a handover.
type HandoverInput struct {
	From    string   // code of the rep
	To      string   // code of a member of staff at work
	Dealers []string // codes; empty: every dealer of From in the actor's scope
	Since   string   // business day from which they count as To's, 2006-01-02
	Reason  string
	Leaves  bool // From leaves: nothing of theirs may remain, and their login ends
}

// farthest is how many days a handover may lie back.
const farthest = 31

// HandOver gives dealers from one rep to another in one step, from a day on: what was ordered before counts as
// the old rep's, orders that are open go with their dealer. A dealer that came to the old rep on that day or
// later changes hands now.
//
// Errors: InvalidInput, HandoverDay, HandoverNothing, HandoverRemains where From leaves and something would
// remain, RepDenied where the actor would not see a dealer any more, those of org.LeaveTx.
func (s *Service) HandOver(ctx context.Context, who org.Actor, in HandoverInput) (out Handover, err error) {
	if err := who.Require(org.DealerEdit); err != nil {
		return out, err
	}
	var fields fault.Fields
	in.Reason = strings.TrimSpace(in.Reason)
	org.CheckText(&fields, "reason", in.Reason, 500)
	if in.To == "" {
		fields.Add("to", org.Required)
	} else if in.To == in.From {
		fields.Add("to", HandoverSame)
	}
	since, bad := time.ParseInLocation(time.DateOnly, in.Since, clock.Zone)
	if bad != nil {
		fields.Add("since", org.Required)
	}
	if err := fields.Err(); err != nil {
		return out, err
	}
	scope := who.Scope()
	if in.Leaves {
		// Rights change with it: scopes are computed over every dealer.
		if err := who.Require(org.StaffEdit); err != nil {
			return out, err
		}
		scope.All, scope.Staff = true, 0
	}
	err = s.db.Write(ctx, scope, func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Handover, error) { return handOver(ctx, tx, who, in, since) })
		return err
	})
	s.Forget()
	return out, err
}

func handOver(ctx context.Context, tx *pg.Tx, who org.Actor, in HandoverInput, since time.Time) (out Handover, err error) {
	now, err := tx.Now(ctx)
	if err != nil {
		return out, err
	}
	today := clock.Day(now)
	if since.After(today) || since.Before(today.AddDate(0, 0, -farthest)) {
		return out, HandoverDay.At("since", "from", today.AddDate(0, 0, -farthest).Format(time.DateOnly), "to", today.Format(time.DateOnly))
	}
	if in.Leaves {
		// First: the locks of rights come before those of dealers.
		if err := org.LeaveTx(ctx, tx, who, in.From); err != nil {
			return out, err
		}
	}
	if _, err := tx.Exec(ctx, lockFactsSQL); err != nil {
		return out, err
	}
	from, to, err := ends(ctx, tx, in)
	if err != nil {
		return out, err
	}
	moved, err := theirs(ctx, tx, who, from, in.Dealers)
	if err != nil {
		return out, err
	}
	key := id.At(now, nil)
	if _, err := tx.Exec(ctx, putHandoverSQL, key, from, to, in.Since, in.Reason, len(moved), in.Leaves, who.Principal()); err != nil {
		return out, fmt.Errorf("keep the handover: %w", err)
	}
	if _, err := tx.Exec(ctx, handTermsSQL, moved, since, to, key); err != nil {
		return out, fmt.Errorf("terms of the handover: %w", err)
	}
	changes, err := pg.All[change](ctx, tx, handOverSQL, moved, to)
	if err != nil {
		return out, fmt.Errorf("hand dealers over: %w", err)
	}
	for i := range changes {
		changes[i].why = string(Updated)
	}
	if err := remain(ctx, tx, who.Reach(), changes); err != nil {
		return out, err
	}
	if in.Leaves {
		if left, err := pg.Value[bool](ctx, tx, hasDealersSQL, from); err != nil || left {
			if err == nil {
				err = HandoverRemains.With()
			}
			return out, err
		}
	}
	if err := tell(ctx, tx, changes); err != nil {
		return out, err
	}
	f, err := queue.Of(FactHandedOver, "handover", key.String(), 1, 0, HandedOver{From: in.From, To: in.To, Dealers: len(moved)})
	if err != nil {
		return out, err
	}
	if err := queue.PutTx(ctx, tx, f); err != nil {
		return out, err
	}
	return pg.One[Handover](ctx, tx, handoverSQL, key)
}

// ends finds the two reps. Who takes over must be at work.
func ends(ctx context.Context, tx *pg.Tx, in HandoverInput) (from, to int32, err error) {
	if from, err = pg.Value[int32](ctx, tx, staffIDSQL, in.From); err != nil {
		return 0, 0, err
	}
	ids, err := pg.Column[int32](ctx, tx, workingStaffSQL, in.To)
	if err != nil {
		return 0, 0, err
	}
	if len(ids) == 0 {
		return 0, 0, org.CodeUnknown.At("to", "code", in.To)
	}
	return from, ids[0], nil
}

// theirs locks the dealers of a rep in the order of their keys: those named, or all in the actor's scope.
func theirs(ctx context.Context, tx *pg.Tx, who org.Actor, from int32, codes []string) ([]int32, error) {
	rows, err := pg.All[refRow](ctx, tx, lockTheirsSQL, from, who.Reach(), ordered(codes))
	if err != nil {
		return nil, fmt.Errorf("lock dealers: %w", err)
	}
	ids, found := make([]int32, len(rows)), make(map[string]bool, len(rows))
	for i, row := range rows {
		ids[i], found[row.Code] = row.ID, true
	}
	var fields fault.Fields
	for i, code := range codes {
		if !found[code] {
			fields.Add(fmt.Sprintf("dealers[%d]", i), org.CodeUnknown, "code", code)
		}
	}
	if err := fields.Err(); err != nil {
		return nil, err
	}
	if len(ids) == 0 {
		return nil, HandoverNothing.With()
	}
	return ids, nil
}
