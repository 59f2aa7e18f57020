package main

import "fmt"

// goal is what a figure or its ratio to the reference should be. The zero goal asks for nothing.
type goal struct {
	bound   float64
	sign    string // ">=", "<=", "<" or "="
	ofRatio bool
}

func ratioFrom(bound float64) goal  { return goal{bound, ">=", true} }
func ratioTo(bound float64) goal    { return goal{bound, "<=", true} }
func valueTo(bound float64) goal    { return goal{bound, "<=", false} }
func valueBelow(bound float64) goal { return goal{bound, "<", false} }
func ratioIs(bound float64) goal    { return goal{bound, "=", true} }

// met reports whether a figure is as it should be.
func (g goal) met(value, ratio float64) bool {
	if g.ofRatio {
		value = ratio
	}
	switch g.sign {
	case ">=":
		return value >= g.bound
	case "<=":
		return value <= g.bound
	case "<":
		return value < g.bound
	case "=":
		return value == g.bound
	}
	return true
}

// text is the goal for people: "ratio >= 0.6", "<= 30 ms", "reported".
func (g goal) text(unit string) string {
	switch {
	case g.sign == "":
		return reported
	case g.ofRatio:
		return fmt.Sprintf("ratio %s %g", g.sign, g.bound)
	}
	return fmt.Sprintf("%s %g %s", g.sign, g.bound, unit)
}

// reported is the goal of a figure that is only reported.
const reported = "reported"
