package pricing

import (
	"cmp"
	"fmt"
	"slices"

	"qudao/internal/fault"
)

// ladders are rows of a table gathered by SKU.
type ladders struct {
	changes []Change
	at      map[string]int // SKU to its change
	rows    [][]int        // the rows of each change, in the order of its tiers
}

// gather makes one change of all rows of an SKU, by rising minimum.
func gather(rows []PriceIn) ladders {
	l := ladders{at: make(map[string]int, len(rows))}
	for i, r := range rows {
		at, known := l.at[r.SKU]
		if !known {
			at = len(l.rows)
			l.at[r.SKU] = at
			l.rows = append(l.rows, nil)
		}
		l.rows[at] = append(l.rows[at], i)
	}
	l.changes = make([]Change, len(l.rows))
	for k, list := range l.rows {
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(rows[a].Minimum, rows[b].Minimum) })
		c := Change{SKU: rows[list[0]].SKU, Tiers: make(Tiers, len(list))}
		for i, row := range list {
			c.Tiers[i] = Tier{Minimum: rows[row].Minimum, Price: rows[row].Price}
		}
		l.changes[k] = c
	}
	return l
}

// byRow tells each row what became of its SKU: its own problem, or that another row has one.
func (l ladders) byRow(results []Result, rows []PriceIn) []Result {
	if results == nil {
		return nil
	}
	out := make([]Result, len(rows))
	for k, list := range l.rows {
		for i, row := range list {
			out[row] = results[k]
			if p := results[k].Problem; p != nil {
				out[row].Problem = ofTier(p, i, results[k].SKU)
			}
		}
	}
	return out
}

// ofTier is the part of a ladder's problem that concerns one of its tiers, with the paths of a row.
func ofTier(p *fault.Fault, tier int, sku string) *fault.Fault {
	var own fault.Fields
	prefix := fmt.Sprintf("tiers[%d].", tier)
	for _, f := range p.Fields {
		switch {
		case f.Path == "sku" || f.Path == "tiers":
			own = append(own, f)
		case len(f.Path) > len(prefix) && f.Path[:len(prefix)] == prefix:
			f.Path = f.Path[len(prefix):]
			own = append(own, f)
		}
	}
	if own == nil {
		own.Add("sku", LadderWrong, "sku", sku)
	}
	out := *p
	out.Fields = own
	return &out
}
