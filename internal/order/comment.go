package order

import (
	"context"

	"qudao/internal/blob"
	"qudao/internal/id"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/timeline"
)

// Comments returns what was written to an order, from the first to the last; internal comments to the
// brand's own people alone. Needs order.read.
//
// Errors: fault.NotFound, also for another's order.
func (s *Service) Comments(ctx context.Context, who org.Actor, ref string) (out []timeline.Comment, err error) {
	if err := who.Require(org.OrderRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		h, err := headTx(ctx, tx, who, ref)
		if err != nil {
			return err
		}
		out, err = timeline.CommentsTx(ctx, tx, who, h.DealerID, h.ID)
		return err
	})
	return out, err
}

// Comment writes to an order, whatever its state. Needs order.comment.
//
// Errors: fault.NotFound, those of timeline.CommentInput.Check and timeline.WriteTx.
func (s *Service) Comment(ctx context.Context, who org.Actor, ref string, in timeline.CommentInput) (out timeline.Comment, err error) {
	if err := who.Require(org.OrderComment); err != nil {
		return out, err
	}
	draft, err := in.Check(who)
	if err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (timeline.Comment, error) {
			h, err := headTx(ctx, tx, who, ref)
			if err != nil {
				return timeline.Comment{}, err
			}
			return timeline.WriteTx(ctx, tx, who, timeline.Document{Dealer: h.DealerID, Kind: DocKind, ID: h.ID, Number: h.Number}, draft)
		})
		return err
	})
	return out, err
}

// Attachment opens a file that came with a comment on an order; small asks for a picture's small form. Needs
// order.read.
//
// Errors: fault.NotFound, also for a file of another's order and of an internal comment.
func (s *Service) Attachment(ctx context.Context, who org.Actor, ref string, file id.ID, small bool) (*blob.File, error) {
	if err := who.Require(org.OrderRead); err != nil {
		return nil, err
	}
	var key id.ID
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		h, err := headTx(ctx, tx, who, ref)
		if err != nil {
			return err
		}
		key, err = timeline.FindFileTx(ctx, tx, who, h.DealerID, h.ID, file, small)
		return err
	})
	if err != nil {
		return nil, err
	}
	return timeline.OpenFile(ctx, s.db, key)
}
