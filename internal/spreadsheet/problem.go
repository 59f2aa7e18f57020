package spreadsheet

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"qudao/internal/fault"
)

// problems gathers what is wrong with the rows of a file, in one language.
type problems struct {
	lang   fault.Language
	rows   map[int][]Problem // by the row's number in the file
	counts map[string]*Count
}

func newProblems(lang fault.Language) *problems {
	return &problems{lang: lang, rows: map[int][]Problem{}, counts: map[string]*Count{}}
}

// add notes what is wrong with a row. The same kind is counted once per row, whatever its place.
func (p *problems) add(number int, d *fault.Definition, pairs ...any) {
	p.note(number, d, d.With(pairs...).Facts)
}

func (p *problems) note(number int, d *fault.Definition, facts map[string]any) {
	told := Problem{Code: d.Code, Detail: d.Sentence(p.lang, facts)}
	here := p.rows[number]
	if slices.Contains(here, told) {
		return
	}
	if !slices.ContainsFunc(here, func(o Problem) bool { return o.Code == told.Code }) {
		c := p.counts[told.Code]
		if c == nil {
			c = &Count{Code: told.Code, Detail: told.Detail}
			p.counts[told.Code] = c
		}
		c.Count++
	}
	p.rows[number] = append(here, told)
}

// addFault notes a refusal: each of its fields, or the whole where it names none.
func (p *problems) addFault(number int, f *fault.Fault) {
	if len(f.Fields) == 0 {
		p.note(number, f.Definition, f.Facts)
	}
	for _, field := range f.Fields {
		p.note(number, field.Definition, field.Facts)
	}
}

// has reports whether anything is wrong with the row.
func (p *problems) has(number int) bool { return len(p.rows[number]) > 0 }

// first is the smallest number of a wrong row among these, 0 for none.
func (p *problems) first(numbers []int) int {
	for _, n := range slices.Sorted(slices.Values(numbers)) {
		if p.has(n) {
			return n
		}
	}
	return 0
}

// byKind counts the rows by what is wrong with them, the most frequent first.
func (p *problems) byKind() []Count {
	out := make([]Count, 0, len(p.counts))
	for _, c := range p.counts {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Count) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Code, b.Code)) })
	return out
}

// sentences says of each wrong row what is wrong with it.
func (p *problems) sentences() map[int]string {
	between := ""
	if p.lang == fault.English {
		between = " "
	}
	out := make(map[int]string, len(p.rows))
	for number, list := range p.rows {
		details := make([]string, len(list))
		for i, one := range list {
			details[i] = one.Detail
		}
		out[number] = strings.Join(details, between)
	}
	return out
}

// kept is the sentences as a run keeps them until the error file is written.
func (p *problems) kept() (json.RawMessage, error) { return json.Marshal(p.sentences()) }
