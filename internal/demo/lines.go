package demo

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// line is one row of the tables of product lines, read.
type line struct {
	category       int
	template       string
	name, mark     string
	cents          int64
	grams, volume  int
	designs        []int
	pack           pack
	axes           []axis
	fixed          []Value
	dependent      []dependent
	lumensPerWatt  int
	divisions      []string
	divisionsMask  uint8
	taxBasisPoints int32
}

// axis is an attribute that tells the variants of a product apart. Without steps it takes the
// finishes of the series.
type axis struct {
	attribute string
	steps     []step
}

type step struct {
	value   string
	percent int
}

// dependent is an attribute with one value for each step of an axis.
type dependent struct {
	attribute, axis string
	values          []string
}

// pack is how goods are counted and packed.
type pack struct {
	unit              string
	box, carton       int
	boxName           string
	minimum, multiple int
	leadDays          int
}

var packs = map[string]pack{
	"sw":    {"只", 10, 100, "盒", 10, 10, 3},
	"sw2":   {"只", 0, 20, "", 1, 1, 5},
	"st":    {"只", 4, 40, "盒", 4, 4, 3},
	"br":    {"只", 6, 120, "盒", 6, 6, 3},
	"lamp":  {"只", 5, 50, "盒", 5, 5, 4},
	"big":   {"套", 0, 4, "", 1, 1, 7},
	"big2":  {"只", 0, 10, "", 2, 1, 5},
	"bag":   {"只", 50, 200, "袋", 50, 50, 2},
	"case":  {"盒", 0, 40, "", 2, 2, 2},
	"tape":  {"卷", 10, 200, "筒", 10, 10, 2},
	"tube":  {"根", 10, 50, "捆", 10, 10, 4},
	"roll":  {"卷", 0, 4, "", 1, 1, 3},
	"roll2": {"卷", 5, 50, "盒", 5, 5, 3},
	"sm":    {"只", 0, 20, "", 2, 1, 5},
}

// readLines reads the tables. A row that cannot be read is a mistake in this package, so it panics.
func readLines(byPool map[string][]int, designs []design) []line {
	var out []line
	for row := range strings.Lines(strings.TrimSpace(wiringLines) + "\n" + strings.TrimSpace(lightingLines)) {
		part := strings.Split(strings.TrimSpace(row), "|")
		if len(part) != 11 {
			panic(fmt.Errorf("product line with %d parts: %s", len(part), row))
		}
		l := line{
			category: number(part[0]), template: part[1], name: part[2], mark: part[3], cents: cents(part[4]),
			grams: number(part[5]), volume: number(part[6]), designs: readMakers(part[7], part[3], byPool, designs),
			pack: packs[part[8]], axes: readAxes(part[9]), taxBasisPoints: 1300,
		}
		l.readAttributes(part[10])
		l.divisions = categoryDivisions(l.category)
		l.divisionsMask = divisionMask(l.divisions)
		out = append(out, l)
	}
	return out
}

// readMakers finds the series a line is made in: named ones, or so many of a pool, beginning at a
// place that the line's mark decides.
func readMakers(text, mark string, byPool map[string][]int, designs []design) []int {
	if name, count, ok := strings.Cut(text, "/"); ok {
		pool := byPool[name]
		start := 0
		for _, c := range mark {
			start += int(c)
		}
		var out []int
		for i := range number(count) {
			out = append(out, pool[(start+i)%len(pool)])
		}
		slices.Sort(out)
		return out
	}
	var out []int
	for _, name := range strings.Fields(text) {
		i := slices.IndexFunc(designs, func(d design) bool { return d.Name == name })
		if i < 0 {
			panic(fmt.Errorf("no series %s", name))
		}
		out = append(out, i)
	}
	return out
}

func readAxes(text string) []axis {
	var out []axis
	for _, field := range strings.Fields(text) {
		code, values, _ := strings.Cut(field, "=")
		a := axis{attribute: code}
		if values != "*" {
			for _, value := range strings.Split(values, "/") {
				value, more, ok := strings.Cut(value, "^")
				s := step{value: value}
				if ok {
					s.percent = number(more)
				}
				a.steps = append(a.steps, s)
			}
		}
		out = append(out, a)
	}
	return out
}

func (l *line) readAttributes(text string) {
	for _, field := range strings.Fields(text) {
		if code, rate, ok := strings.Cut(field, "~"); ok && code == "lumen" {
			l.lumensPerWatt = number(rate)
			continue
		}
		code, value, _ := strings.Cut(field, "=")
		if code, on, ok := strings.Cut(code, "@"); ok {
			l.dependent = append(l.dependent, dependent{code, on, strings.Split(value, "/")})
			continue
		}
		l.fixed = append(l.fixed, Value{code, value})
	}
	for _, field := range strings.Fields(defaults[l.template]) {
		code, value, _ := strings.Cut(field, "=")
		if !l.has(code) {
			l.fixed = append(l.fixed, Value{code, value})
		}
	}
}

// has tells whether the line gives an attribute in one way or another.
func (l *line) has(code string) bool {
	return slices.ContainsFunc(l.fixed, func(v Value) bool { return v.Code == code }) ||
		slices.ContainsFunc(l.axes, func(a axis) bool { return a.attribute == code }) ||
		slices.ContainsFunc(l.dependent, func(d dependent) bool { return d.attribute == code })
}

// number reads a whole number of the tables.
func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic(fmt.Errorf("read table: %w", err))
	}
	return n
}

// cents reads yuan with at most one decimal.
func cents(text string) int64 {
	whole, tenth, _ := strings.Cut(text, ".")
	n := int64(number(whole)) * 100
	if tenth != "" {
		n += int64(number(tenth)) * 10
	}
	return n
}

// divisionMask is a bit per division.
func divisionMask(codes []string) (mask uint8) {
	for i, d := range divisions {
		if slices.Contains(codes, d.Code) {
			mask |= 1 << i
		}
	}
	return mask
}
