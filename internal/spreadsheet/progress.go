package spreadsheet

import (
	"context"
	"time"

	"qudao/internal/clock"
)

// often is how often progress is told at most.
const often = 500 * time.Millisecond

// progress tells how many of total steps are done, at most twice a second.
func (w *work) progress(ctx context.Context, done, total int) error {
	now := clock.System.Now()
	if now.Sub(w.told) < often {
		return nil
	}
	w.told = now
	return w.step(ctx, FactProgress, moveSQL, done, total)
}
