package view

import (
	"time"

	"qudao/internal/clock"
	"qudao/internal/fault"
)

// TimeInvalid refuses what is neither a day nor a moment.
var TimeInvalid = fault.Define(fault.Invalid, "time_invalid", "请填写日期（如 2026-01-31）或 RFC 3339 时间。", "Give a day such as 2026-01-31, or an RFC 3339 time.")

// Window reads the parameters from and to: moments, or business days with the last day included. The
// second moment is exclusive; empty is nil.
func Window(from, to string) (since, until *time.Time, err error) {
	var wrong fault.Fields
	since = moment(&wrong, "from", from, 0)
	until = moment(&wrong, "to", to, 1)
	return since, until, wrong.Err()
}

// moment is the beginning of the day so many days after the one given, or the moment given.
func moment(wrong *fault.Fields, path, text string, days int) *time.Time {
	if text == "" {
		return nil
	}
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return &t
	}
	day, err := time.ParseInLocation(time.DateOnly, text, clock.Zone)
	if err != nil {
		wrong.Add(path, TimeInvalid)
		return nil
	}
	day = day.AddDate(0, 0, days)
	return &day
}

// Within is a refusal of fields that stand in a part of the input.
func Within(part string, err error) error {
	f, ok := fault.As(err)
	if !ok {
		return err
	}
	for i := range f.Fields {
		f.Fields[i].Path = part + "." + f.Fields[i].Path
	}
	return f
}
