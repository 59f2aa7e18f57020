package purchasing

import (
	"context"
	"errors"
	"regexp"
	"strings"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/qty"
)

// PastedRow is a part number with its quantity, as somebody gave it.
type PastedRow struct {
	Row      int
	Part     string
	Quantity qty.Quantity
	Problem  error // the quantity cannot be read
}

var (
	gap      = regexp.MustCompile(`[\t,;，；|]+|\s{2,}`)
	withUnit = regexp.MustCompile(`^([0-9０-９][0-9０-９.．]*)\s*[\p{Han}a-zA-Z]{0,4}$`)
	lastWord = regexp.MustCompile(`^(.+?)[\s*x×X]+([0-9０-９][0-9０-９.．]*)\s*[\p{Han}a-zA-Z]{0,4}$`)
)

// ReadPaste reads lines pasted from a chat or a spreadsheet: a part number, then, after a tab, comma,
// spaces or a multiplication sign, a quantity. Without one it is 1. Empty lines are skipped; the row is the
// line's number.
func ReadPaste(text string) []PastedRow {
	out := []PastedRow{}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(strings.ReplaceAll(line, "　", " "))
		if line == "" {
			continue
		}
		row := PastedRow{Row: i + 1, Part: line, Quantity: qty.One}
		part, number := line, ""
		if cells := gap.Split(line, -1); len(cells) > 1 {
			part, number = strings.TrimSpace(cells[0]), strings.TrimSpace(cells[len(cells)-1])
			if m := withUnit.FindStringSubmatch(number); m != nil {
				number = m[1] // 20只
			}
		} else if m := lastWord.FindStringSubmatch(line); m != nil {
			part, number = strings.TrimSpace(m[1]), m[2]
		}
		if number != "" {
			q, err := qty.Parse(narrow(number))
			switch {
			case err == nil:
				row.Part, row.Quantity = part, q
			case part != line && gap.MatchString(line):
				row.Part, row.Quantity, row.Problem = part, 0, err
			}
		}
		out = append(out, row)
	}
	return out
}

// narrow turns full-width digits and points into the plain ones.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s)
}

// Recognised is what became of a pasted row.
type Recognised struct {
	PastedRow
	Offer       *Offer // nil when it was not recognised
	Suggestions []catalog.Ref
}

// Recognise finds the SKUs that part numbers mean among those published to the dealer, prices them, and
// says of each row why it cannot be ordered as it is.
//
// Errors: catalog.TooMany.
func (s *Service) Recognise(ctx context.Context, who org.Actor, rows []PastedRow, lang fault.Language) ([]Recognised, error) {
	names := make([]string, len(rows))
	for i, r := range rows {
		names[i] = r.Part
	}
	parts, err := s.goods.Parts(ctx, who, names)
	if err != nil {
		return nil, err
	}
	var skus []int32
	for _, p := range parts {
		if p.Item != nil {
			skus = append(skus, p.Item.ID)
		}
	}
	shelf, err := s.Shelf(ctx, who, skus, lang)
	if err != nil {
		return nil, err
	}
	out := make([]Recognised, len(rows))
	for i, p := range parts {
		r := Recognised{PastedRow: rows[i], Suggestions: p.Suggestions}
		switch {
		case p.Item == nil && p.Problem != nil:
			r.Problem = p.Problem
		case p.Item != nil:
			o, ok := shelf[p.Item.ID]
			if !ok {
				return nil, errors.New("purchasing: a recognised SKU is not on the shelf")
			}
			r.Offer = &o
			if r.Problem == nil {
				r.Problem = o.Problem()
			}
			if r.Problem == nil {
				r.Problem = p.Item.Rule.Check(r.Quantity)
			}
		}
		out[i] = r
	}
	return out, nil
}
