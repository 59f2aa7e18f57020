package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// Result is one figure of bench/results.json.
type Result struct {
	ID        string  `json:"id"`
	What      string  `json:"what"`
	Value     float64 `json:"value"`
	Unit      string  `json:"unit"`
	Reference float64 `json:"reference"`
	Ratio     float64 `json:"ratio"`
	Goal      float64 `json:"goal"` // 0: reported only
	Met       bool    `json:"met"`
	Scale     float64 `json:"scale"`
	Machine   string  `json:"machine"`
	Commit    string  `json:"commit"`
}

func (b *bench) result(id, what, unit string, value, reference, goal float64) Result {
	ratio := value / reference
	commit, _ := exec.Command("git", "rev-parse", "--short", "HEAD").Output()
	return Result{ID: id, What: what, Value: round(value), Unit: unit, Reference: round(reference), Ratio: round(ratio), Goal: goal,
		Met: ratio >= goal, Scale: b.Scale, Machine: fmt.Sprintf("%s/%s, %d cores", runtime.GOOS, runtime.GOARCH, runtime.NumCPU()),
		Commit: strings.TrimSpace(string(commit))}
}

func round(v float64) float64 {
	if v > 100 {
		return float64(int(v + 0.5))
	}
	return float64(int(v*100+0.5)) / 100
}

const (
	resultsFile = "bench/results.json"
	tableFile   = "docs/benchmarks.md"
	tableBegin  = "<!-- results: written by make bench -->"
	tableEnd    = "<!-- end of results -->"
)

// publish replaces the measured figures in the results file and the table in the document.
func publish(fresh []Result) error {
	var all []Result
	if text, err := os.ReadFile(resultsFile); err == nil {
		if err := json.Unmarshal(text, &all); err != nil {
			return fmt.Errorf("%s: %w", resultsFile, err)
		}
	}
	all = slices.DeleteFunc(all, func(old Result) bool {
		return slices.ContainsFunc(fresh, func(r Result) bool { return r.ID == old.ID && r.What == old.What })
	})
	all = append(all, fresh...)
	slices.SortStableFunc(all, func(a, b Result) int { return strings.Compare(a.ID, b.ID) })
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

func table(all []Result) string {
	var t strings.Builder
	t.WriteString("\n| id | figure | value | reference | ratio | goal | met | scale | commit |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, r := range all {
		goal, met := "reported", "–"
		if r.Goal > 0 {
			goal, met = fmt.Sprintf("%g", r.Goal), map[bool]string{true: "yes", false: "no"}[r.Met]
		}
		fmt.Fprintf(&t, "| %s | %s | %g %s | %g | %g | %s | %s | %g | %s |\n", r.ID, r.What, r.Value, r.Unit, r.Reference, r.Ratio, goal, met, r.Scale, r.Commit)
	}
	t.WriteString("\n")
	return t.String()
}
