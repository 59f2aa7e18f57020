package view

import "time"

// Time is an optional query parameter: nil where it was not given.
func Time(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
