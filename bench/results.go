package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// Result is one line of bench/results.json: a figure beside its reference.
type Result struct {
	ID        string  `json:"id"`
	What      string  `json:"what"`
	Value     float64 `json:"value"`
	Unit      string  `json:"unit"`
	Reference float64 `json:"reference"` // 0: none
	Ratio     float64 `json:"ratio"`     // 0: none
	Goal      string  `json:"goal"`      // "ratio >= 0.6", "<= 30 ms", "reported"
	Met       bool    `json:"met"`       // true where the goal is only to report
	Scale     float64 `json:"scale"`
	Machine   string  `json:"machine"`
	Commit    string  `json:"commit"`
}

// result is a figure as measured; reference 0 is none.
func (b *bench) result(id, what, unit string, value, reference float64, g goal) Result {
	ratio := 0.0
	if reference != 0 {
		ratio = value / reference
	}
	commit, _ := exec.Command("git", "rev-parse", "--short", "HEAD").Output()
	return Result{ID: id, What: what, Value: round(value), Unit: unit, Reference: round(reference), Ratio: round(ratio), Goal: g.text(unit),
		Met: g.met(value, ratio), Scale: b.Scale, Machine: fmt.Sprintf("%s/%s, %d cores", runtime.GOOS, runtime.GOARCH, runtime.NumCPU()),
		Commit: strings.TrimSpace(string(commit))}
}

func (r Result) String() string {
	return fmt.Sprintf("%s %s: %g %s, reference %s, ratio %s, goal %s: %s", r.ID, r.What, r.Value, r.Unit, orNone(r.Reference), orNone(r.Ratio), r.Goal, r.verdict())
}

// verdict is whether the goal is met, in a word.
func (r Result) verdict() string {
	switch {
	case r.Goal == reported:
		return "–"
	case r.Met:
		return "yes"
	}
	return "no"
}

func orNone(v float64) string {
	if v == 0 {
		return "–"
	}
	return fmt.Sprintf("%g", v)
}

// round keeps three digits or more.
func round(v float64) float64 {
	scale := 1.0
	for limit := 100.0; scale < 1000 && v < limit; limit /= 10 {
		scale *= 10
	}
	return math.Round(v*scale) / scale
}

const (
	resultsFile = "bench/results.json"
	tableFile   = "docs/benchmarks.md"
	tableBegin  = "<!-- results: written by make bench -->"
	tableEnd    = "<!-- end of results -->"
)

// publish replaces all lines of the measured figures in the results file and the table in the document.
func publish(fresh []Result) error {
	var all []Result
	if text, err := os.ReadFile(resultsFile); err == nil {
		if err := json.Unmarshal(text, &all); err != nil {
			return fmt.Errorf("%s: %w", resultsFile, err)
		}
	}
	all = slices.DeleteFunc(all, func(old Result) bool {
		return slices.ContainsFunc(fresh, func(r Result) bool { return r.ID == old.ID })
	})
	all = append(all, fresh...)
	slices.SortStableFunc(all, func(a, b Result) int {
		return cmp.Or(cmp.Compare(number(a.ID), number(b.ID)), strings.Compare(a.ID, b.ID))
	})
	text, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(resultsFile, append(text, '\n'), 0o644); err != nil {
		return err
	}
	doc, err := os.ReadFile(tableFile)
	if err != nil {
		return err
	}
	before, rest, found := strings.Cut(string(doc), tableBegin)
	_, after, ended := strings.Cut(rest, tableEnd)
	if !found || !ended {
		return fmt.Errorf("%s has no place for the results", tableFile)
	}
	return os.WriteFile(tableFile, []byte(before+tableBegin+"\n"+table(all)+tableEnd+after), 0o644)
}

// number is that of an id such as G10.
func number(id string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(id, "G"))
	return n
}

func table(all []Result) string {
	var t strings.Builder
	t.WriteString("\n| id | figure | value | reference | ratio | goal | met | scale | commit |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, r := range all {
		fmt.Fprintf(&t, "| %s | %s | %g %s | %s | %s | %s | %s | %g | %s |\n", r.ID, r.What, r.Value, r.Unit, orNone(r.Reference), orNone(r.Ratio), r.Goal, r.verdict(), r.Scale, r.Commit)
	}
	t.WriteString("\n")
	return t.String()
}
