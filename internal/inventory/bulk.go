package inventory

import (
	"context"
	"errors"
	"unicode/utf8"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Count is what a source says is on hand of one SKU in one warehouse.
type Count struct {
	Warehouse  string       `json:"warehouse"`
	SKU        string       `json:"sku"`
	OnHand     qty.Quantity `json:"on_hand"`
	ExternalID string       `json:"external_id,omitempty"` // taken once per source, whatever is said again
}

// Counts is a batch of what a source says is on hand.
type Counts struct {
	Source  string  `json:"-"`                        // who says so: external ids and versions are per source; "" is the actor
	Version int64   `json:"source_version,omitempty"` // 0: none; a figure older than the last taken is outdated
	Reason  string  `json:"reason,omitempty"`         // on the movements; "" is the source
	DocID   string  `json:"-"`                        // what the movements belong to
	Items   []Count `json:"items"`
}

// Outcome is what became of one item of a batch.
type Outcome string

// The outcomes.
const (
	Updated   Outcome = "updated"
	Unchanged Outcome = "unchanged"
	Repeated  Outcome = "repeated" // its external id was taken before
	Outdated  Outcome = "outdated" // a later version of the source has spoken on this level
	Failed    Outcome = "failed"
)

// Result is the outcome of one item, in the order of the input.
type Result struct {
	Warehouse string       `json:"warehouse"`
	SKU       string       `json:"sku"`
	Outcome   Outcome      `json:"result"`
	Problem   *fault.Fault `json:"-"`
}

const (
	chunk       = 1000 // items in one transaction
	maxExternal = 100
)

// SetOnHand makes what is on hand what the batch says, item by item: one that fails hinders no other.
// Needs stock.edit. An error is a failure of the whole: chunks before it stand, and repeating the call
// does the rest.
func (s *Service) SetOnHand(ctx context.Context, who org.Actor, in Counts) ([]Result, error) {
	return s.count(ctx, who, in, nil)
}

// errTrial takes back what a trial has written.
var errTrial = errors.New("inventory: only a trial")

// CheckOnHand tells what SetOnHand would do, and does nothing.
func (s *Service) CheckOnHand(ctx context.Context, who org.Actor, in Counts) ([]Result, error) {
	return s.count(ctx, who, in, errTrial)
}

func (s *Service) count(ctx context.Context, who org.Actor, in Counts, end error) ([]Result, error) {
	if err := who.Require(org.StockEdit); err != nil {
		return nil, err
	}
	from := source{name: in.Source, version: in.Version, doc: in.DocID}
	if from.name == "" {
		from.name = who.Principal()
	}
	reason := tidy(in.Reason)
	if reason == "" {
		reason = from.name
	}
	if utf8.RuneCountInString(reason) > maxReason {
		return nil, TextTooLong.At("reason", "maximum", maxReason)
	}
	out := make([]Result, 0, len(in.Items))
	for rest := in.Items; len(rest) > 0; {
		n := min(chunk, len(rest))
		part, err := s.countChunk(ctx, who, rest[:n], from, reason, end)
		if err != nil {
			return out, err
		}
		out, rest = append(out, part...), rest[n:]
	}
	return out, nil
}

func (s *Service) countChunk(ctx context.Context, who org.Actor, items []Count, from source, reason string, end error) ([]Result, error) {
	var list []*change
	err := s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		list = make([]*change, len(items))
		var sound []*change
		for i, item := range items {
			c := &change{warehouse: item.Warehouse, sku: item.SKU, figure: item.OnHand, external: tidy(item.ExternalID)}
			list[i] = c
			if utf8.RuneCountInString(c.external) > maxExternal {
				c.fail(TextTooLong.At("external_id", "maximum", maxExternal))
				continue
			}
			sound = append(sound, c)
		}
		if err := changeTx(ctx, tx, sound, from, kindCount, reason); err != nil {
			return err
		}
		return end
	})
	if err != nil && (end == nil || !errors.Is(err, end)) {
		return nil, err
	}
	out := make([]Result, len(list))
	for i, c := range list {
		out[i] = Result{Warehouse: c.warehouse, SKU: c.sku, Outcome: c.outcome, Problem: c.problem}
	}
	return out, nil
}
