package render

import (
	"strconv"
	"strings"
	"time"
)

// Excel counts days from 1899-12-31 and believes that 1900 was a leap year, so that from March 1900
// on its count fits a start one day earlier. Old Mac files count from 1904.
var (
	epoch1900 = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	epoch1904 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
)

const (
	lastSerial = 2958465 // 9999-12-31
	daySeconds = 24 * 60 * 60
)

// isoDate turns a day count, in plain decimal text, into ISO text. It fails outside Excel's calendar.
func isoDate(serial string, from1904 bool) (string, bool) {
	whole, fraction, _ := strings.Cut(serial, ".")
	days, err := strconv.Atoi(whole)
	if err != nil || days < 0 || strings.HasPrefix(whole, "-") || days > lastSerial {
		return "", false
	}
	seconds := daySecondsOf(fraction)
	epoch := epoch1900
	switch {
	case from1904:
		epoch = epoch1904
	case days == 60: // 1900-02-29 never was
		return "", false
	case days > 0 && days < 60:
		days++
	}
	at := epoch.AddDate(0, 0, days).Add(time.Duration(seconds) * time.Second)
	switch {
	case days == 0 && !from1904:
		return at.Format(time.TimeOnly), true
	case seconds == 0:
		return at.Format(time.DateOnly), true
	}
	return at.Format("2006-01-02T15:04:05"), true
}

// daySecondsOf is the seconds in a fraction of a day, given by its decimal digits, rounded.
func daySecondsOf(fraction string) int64 {
	const places = 10
	fraction = (fraction + strings.Repeat("0", places))[:places]
	n, err := strconv.ParseInt(fraction, 10, 64)
	if err != nil {
		return 0
	}
	const scale = 10_000_000_000
	return (n*daySeconds + scale/2) / scale
}

// dateFormat reports whether a number format shows a day count as a date. Ids below 164 are built in;
// 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean Excel.
func dateFormat(id int, code string) bool {
	switch {
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id == 45, id == 47, id >= 50 && id <= 58:
		return true
	case id < 164 && code == "":
		return false
	}
	code, _, _ = strings.Cut(strings.ToLower(code), ";")
	var inQuotes, inBrackets bool
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case inQuotes:
			inQuotes = c != '"'
		case inBrackets:
			inBrackets = c != ']'
		case c == '"':
			inQuotes = true
		case c == '[':
			word, _, _ := strings.Cut(code[i+1:], "]")
			if word != "" && strings.Trim(word, "hms") == "" {
				return false // [h]:mm counts hours, it is a duration
			}
			inBrackets = true
		case c == '\\' || c == '_' || c == '*':
			i++
		case strings.IndexByte("ymdhs", c) >= 0:
			return true
		}
	}
	return false
}

// parseDate reads the ISO forms that isoDate writes.
func parseDate(s string) (at time.Time, withTime, ok bool) {
	if at, err := time.Parse(time.DateOnly, s); err == nil {
		return at, false, at.Year() >= 1900
	}
	for _, layout := range []string{"2006-01-02T15:04:05", time.DateTime} {
		if at, err := time.Parse(layout, s); err == nil {
			return at, true, at.Year() >= 1900
		}
	}
	return time.Time{}, false, false
}
