package order

import (
	"context"
	"regexp"
	"strings"
	"time"

	"qudao/internal/clock"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// spoken is an order number as people say it: whole, or its day and some digits, or its last digits alone.
var spoken = regexp.MustCompile(`^(?:SO)?(?:(\d{8})(?:-(\d{0,9}))?|-?(\d{2,7}))$`)

// recentDays is how far back an order is looked for by its last digits alone.
const recentDays = 31

// Numbered returns the newest orders in scope that a number, or a part of one, may mean: the whole number, a
// day with the first digits, or the last digits of an order of the last month. Needs order.read.
func (s *Service) Numbered(ctx context.Context, who org.Actor, text string, limit int) (out []Head, err error) {
	if err := who.Require(org.OrderRead); err != nil {
		return nil, err
	}
	part := spoken.FindStringSubmatch(strings.ToUpper(strings.TrimSpace(text)))
	if part == nil {
		return nil, nil
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		from, to := clock.Day(now).AddDate(0, 0, -recentDays), now.Add(time.Hour)
		pattern := "%" + part[3]
		if part[1] != "" {
			pattern = "SO" + part[1] + "-" + part[2] + "%"
			var ok bool
			if from, to, ok = dayOf("SO" + part[1]); !ok {
				return nil
			}
		}
		out, err = pg.All[Head](ctx, tx, numberedSQL, pattern, who.Reach(), id.Floor(from), id.Floor(to), limit)
		return err
	})
	return out, err
}
