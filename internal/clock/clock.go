// Package clock gives the time to those who need one outside a transaction, and cuts the brand's
// business days.
//
// Inside a transaction the time is the primary's: pg.Tx.Now. Nothing else in the program calls
// time.Now for a decision, so that tests and the simulation can turn the clock.
package clock

import "time"

// Clock tells the time. The zero value is not usable; take System or a Frozen.
type Clock interface{ Now() time.Time }

type system struct{}

func (system) Now() time.Time { return time.Now() }

// System is the machine's clock.
var System Clock = system{}

// Frozen is a clock that stands still until it is set. It is for tests and the simulation.
type Frozen struct{ At time.Time }

// Now returns the time the clock stands at.
func (f *Frozen) Now() time.Time { return f.At }

// Zone is where the brand's business days are cut.
var Zone = mustZone("Asia/Shanghai")

func mustZone(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		// China has kept one offset without daylight saving since 1991.
		return time.FixedZone(name, 8*60*60)
	}
	return zone
}

// Day returns the first instant of t's business day in the brand's zone.
func Day(t time.Time) time.Time {
	y, m, d := t.In(Zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, Zone)
}
