package demo

import (
	"sort"
	"time"
)

// calendar spreads the orders over the days of the history and over the hours of a day.
type calendar struct {
	first  time.Time
	sums   []int // running weights of the days
	orders int
	// partOfLast is how much of the last day's trade is over, in 1/10,000.
	partOfLast int
}

// months weigh the seasons: quiet before and after the Spring Festival, busy before the year's end.
var months = []int{90, 60, 118, 112, 110, 104, 90, 94, 114, 108, 124, 102}

// weekdays weigh from Sunday to Saturday.
var weekdays = []int{22, 108, 104, 100, 100, 96, 50}

// newYears are the first days of the Chinese year.
var newYears = []string{"2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2031-01-23"}

// hours are the parts of a day that end at a minute with so much of the day's trade done, in 1/10,000.
var hours = []struct{ minute, done int }{{8 * 60, 0}, {9 * 60, 600}, {12 * 60, 4900}, {13*60 + 30, 5500}, {17*60 + 30, 9200}, {20 * 60, 10_000}}

func newCalendar(from, now time.Time, orders int) calendar {
	c := calendar{first: from, orders: orders, partOfLast: doneAt(now)}
	days := int(now.Sub(from).Hours() / 24)
	c.sums = sums(days+1, func(i int) int {
		day := from.AddDate(0, 0, i)
		weight := months[day.Month()-1] * weekdays[day.Weekday()] * holiday(day)
		// Trade grows by a fifth over the history.
		weight = weight * (1000 + 200*i/(days+1)) / 10_000
		if i == days {
			weight = weight * c.partOfLast / 10_000
		}
		return weight
	})
	return c
}

// holiday weighs a day in percent: little trade in the weeks of the Spring and National holidays.
func holiday(day time.Time) int {
	if day.Month() == time.October && day.Day() <= 6 || day.Month() == time.May && day.Day() <= 3 {
		return 25
	}
	for _, text := range newYears {
		year, err := time.ParseInLocation(time.DateOnly, text, day.Location())
		if err != nil {
			continue
		}
		if apart := day.Sub(year).Hours() / 24; apart >= -4 && apart <= 8 {
			return 4
		}
	}
	return 100
}

// before is how many orders were placed before a day of the history.
func (c calendar) before(day int) int {
	if day <= 0 {
		return 0
	}
	return c.orders * c.sums[day-1] / c.sums[len(c.sums)-1]
}

// at is when the n-th order was placed. Orders share out their day, each somewhere within its own
// part, so that they follow one another.
func (c calendar) at(n int, s stream) time.Time {
	last := len(c.sums) - 1
	day := sort.Search(last, func(d int) bool { return c.before(d+1) > n })
	first, next := c.before(day), c.before(day+1)
	done := (10_000*(n-first) + s.IntN(10_000)) / (next - first)
	if day == last {
		done = done * c.partOfLast / 10_000
	}
	second := secondAt(done)
	return c.first.AddDate(0, 0, day).Add(time.Duration(second) * time.Second)
}

// secondAt is the second of the day by which so much of its trade is done.
func secondAt(done int) int {
	for i := 1; i < len(hours); i++ {
		if a, z := hours[i-1], hours[i]; done < z.done {
			return a.minute*60 + (done-a.done)*(z.minute-a.minute)*60/(z.done-a.done)
		}
	}
	return hours[len(hours)-1].minute * 60
}

// doneAt is how much of a day's trade is over at a time.
func doneAt(now time.Time) int {
	minute := now.Hour()*60 + now.Minute()
	for i := 1; i < len(hours); i++ {
		if a, z := hours[i-1], hours[i]; minute < z.minute {
			return a.done + max(minute-a.minute, 0)*(z.done-a.done)/(z.minute-a.minute)
		}
	}
	return 10_000
}

// working moves a time that falls into the night to the next morning.
func working(t time.Time) time.Time {
	switch hour := t.Hour(); {
	case hour < 8:
		return t.Add(time.Duration(8-hour) * time.Hour)
	case hour >= 18:
		return t.Add(time.Duration(32-hour) * time.Hour)
	default:
		return t
	}
}
