package pricing

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"qudao/internal/money"
	"qudao/internal/qty"
)

// Stored is the trace as an order line keeps it, in JSON. A line has some hundred bytes, half of them its
// trace, and is written ten times an order; so the steps are arrays without names:
//
//	{"quantity":5,"rate":1300,"tax_included":true,"price":"44.20","amount":"221.00",
//	 "steps":[["price","audience","P-L3","金牌等级价","",1,"44.20"], …]}
//
// with stage, kind, rule, label, the reason against it ("" for the one applied), minimum and price.
func (t *Trace) Stored() string {
	b := make([]byte, 0, 128+96*len(t.Steps))
	b = append(append(b, `{"quantity":`...), t.Quantity.String()...)
	b = strconv.AppendInt(append(b, `,"rate":`...), int64(t.Rate), 10)
	b = strconv.AppendBool(append(b, `,"tax_included":`...), t.TaxIncluded)
	b = append(append(b, `,"price":"`...), t.Price.String()...)
	b = append(append(b, `","amount":"`...), t.Amount.String()...)
	b = append(b, `","steps":[`...)
	for i := range t.Steps {
		if i > 0 {
			b = append(b, ',')
		}
		b = t.Steps[i].stored(b)
	}
	return string(append(b, `]}`...))
}

func (s *Step) stored(b []byte) []byte {
	b = append(b, '[')
	for _, word := range [...]string{s.Stage, string(s.Kind), s.Rule, s.Label, s.Reason} {
		b = append(appendText(b, word), ',')
	}
	b = append(append(b, s.Minimum.String()...), ',', '"')
	return append(append(b, s.Price.String()...), '"', ']')
}

// appendText appends a JSON string. The library's way is taken only for texts that need it.
func appendText(b []byte, text string) []byte {
	if !strings.ContainsFunc(text, func(c rune) bool { return c < ' ' || c == '"' || c == '\\' || c == '\uFFFD' }) {
		return append(append(append(b, '"'), text...), '"')
	}
	quoted, err := json.Marshal(text)
	if err != nil {
		panic(err) // no string fails
	}
	return append(b, quoted...)
}

// TraceOf reads what Stored wrote.
func TraceOf(stored []byte) (t Trace, err error) {
	kept := struct {
		*Trace
		Steps []storedStep `json:"steps"`
	}{Trace: &t}
	if err := json.Unmarshal(stored, &kept); err != nil {
		return t, fmt.Errorf("stored trace: %w", err)
	}
	for _, s := range kept.Steps {
		t.Steps = append(t.Steps, Step(s))
	}
	return t, nil
}

// storedStep reads a step from its array.
type storedStep Step

// UnmarshalJSON also takes the object with names that lines kept at first.
func (s *storedStep) UnmarshalJSON(data []byte) error {
	if data[0] == '{' {
		return json.Unmarshal(data, (*Step)(s))
	}
	fields := [...]any{&s.Stage, &s.Kind, &s.Rule, &s.Label, &s.Reason, (*qty.Quantity)(&s.Minimum), (*money.Price)(&s.Price)}
	all := fields[:]
	if err := json.Unmarshal(data, &all); err != nil {
		return err
	}
	if len(all) != len(fields) {
		return fmt.Errorf("a step of %d values", len(all))
	}
	s.Applied = s.Reason == ""
	return nil
}
