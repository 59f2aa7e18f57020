package notification

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"qudao/internal/id"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/timeline"
)

// excerpt is how much of a comment its message says, in characters.
const excerpt = 80

// commented tells the other side of a comment on an order: the dealer of one by the brand; those who review,
// and see the dealer, of one by the dealer.
func commented(ctx context.Context, tx *pg.Tx, f queue.Fact) (draft, error) {
	var of timeline.Fact
	if err := json.Unmarshal(f.Data, &of); err != nil {
		return draft{}, fmt.Errorf("read the fact: %w", err)
	}
	key, err := id.Parse(f.DocID)
	if err != nil || f.DealerID == nil {
		return draft{}, fmt.Errorf("fact %s is of comment %q without a dealer: %w", f.ID, f.DocID, err)
	}
	if of.DocKind != order.DocKind {
		return draft{}, nil // whose pages nobody is led to yet
	}
	dealer := *f.DealerID
	type row struct {
		Who  string `db:"who"`
		Body string `db:"body"`
	}
	c, err := pg.One[row](ctx, tx, commentSQL, dealer, of.DocID, key)
	if err != nil {
		return draft{}, err
	}
	text := []rune(strings.ReplaceAll(c.Body, "\n", " "))
	if len(text) > excerpt {
		text = append(text[:excerpt], '…')
	}
	d := draft{receivers: []string{dealerReceiver(dealer)}, kind: CommentFromBrand, docKind: order.DocKind, docID: of.Number,
		data: map[string]string{"number": of.Number, "who": c.Who, "text": string(text)}}
	if of.Side == timeline.DealerSide {
		narrow, err := narrowReviewers(ctx, tx, dealer)
		if err != nil {
			return draft{}, err
		}
		d.kind, d.receivers = CommentFromDealer, append([]string{everyone(org.OrderReview)}, narrow...)
	}
	return d, nil
}

// everyone receives what concerns all staff that holds a permission and sees every dealer.
func everyone(p org.Permission) string { return "may:" + string(p) }

// narrowReviewers are the staff who may review and see some dealers only, of a dealer, as receivers.
func narrowReviewers(ctx context.Context, tx *pg.Tx, dealer int32) ([]string, error) {
	codes, err := pg.Column[string](ctx, tx, narrowStaffSQL, dealer, string(org.OrderReview))
	for i, code := range codes {
		codes[i] = staffReceiver(code)
	}
	return codes, err
}
