package inventory

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"qudao/internal/fault"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Mode is how stock is shown.
type Mode string

// The modes.
const (
	ModeExact  Mode = "exact"  // the figure
	ModeBanded Mode = "banded" // in which band the figure lies: "100–499", "999+"
	ModeFlag   Mode = "flag"   // in stock or out of stock
	ModeHidden Mode = "hidden" // nothing at all
)

// Rule is how stock is shown. Bands are their lower bounds, rising; a bound of zero or less is no band.
type Rule struct {
	Mode  Mode
	Bands []qty.Quantity
}

// unruled is for whom no rule speaks: whether there is stock, not how much.
var unruled = Rule{Mode: ModeFlag}

// Shown is what a dealer gets to see.
type Shown struct {
	Mode      Mode          `json:"mode"`
	Text      string        `json:"text"`
	Quantity  *qty.Quantity `json:"quantity,omitempty"`
	Available *bool         `json:"available,omitempty"`
}

// Show shows what is available by a rule. Of what the rule hides, nothing is in the answer.
func Show(r Rule, available qty.Quantity, lang fault.Language) Shown {
	available = max(0, available)
	some := available > 0
	out := Shown{Mode: r.Mode, Available: &some}
	switch r.Mode {
	case ModeExact:
		out.Quantity, out.Text = &available, available.String()
	case ModeBanded:
		out.Text = band(r.Bands, available)
	case ModeFlag:
	default:
		return Shown{Mode: ModeHidden}
	}
	if !some && r.Mode != ModeExact || r.Mode == ModeFlag || out.Text == "" {
		out.Text = flag(some, lang)
	}
	return out
}

func flag(some bool, lang fault.Language) string {
	switch {
	case lang == fault.English && some:
		return "In stock"
	case lang == fault.English:
		return "Out of stock"
	case some:
		return "有货"
	}
	return "缺货"
}

// band names the band: "<10" below the first bound, "999+" from the last on, "100–499" between.
func band(bounds []qty.Quantity, q qty.Quantity) string {
	bounds = slices.DeleteFunc(slices.Clone(bounds), func(b qty.Quantity) bool { return b <= 0 })
	at := -1
	for i, b := range bounds {
		if q >= b {
			at = i
		}
	}
	switch {
	case len(bounds) == 0:
		return ""
	case at < 0:
		return "<" + bounds[0].String()
	case at == len(bounds)-1:
		return bounds[at].String() + "+"
	}
	from, to := bounds[at], bounds[at+1]-qty.One
	if to <= from {
		return from.String()
	}
	return from.String() + "–" + to.String()
}

// display is a stored rule; audience or category 0 is any.
type display struct {
	ID       int32
	Audience int32
	Category int32
	Mode     Mode
	Bands    []qty.Quantity
	Priority int
}

// Displays are the rules of all dealers at one moment. It does not change.
type Displays struct{ rules []display }

// For returns the rule for a dealer in these audiences and a product of this category path. A rule for
// an audience goes before one for all, a nearer category before a farther, then the higher priority,
// then the older rule.
func (d *Displays) For(audiences, categoryPath []int32) Rule {
	best, found := display{}, false
	rank := func(r display) (named, depth int) {
		if r.Audience != 0 {
			named = 1
		}
		return named, slices.Index(categoryPath, r.Category) // -1: for every category
	}
	for _, r := range d.rules {
		if r.Audience != 0 && !slices.Contains(audiences, r.Audience) || r.Category != 0 && !slices.Contains(categoryPath, r.Category) {
			continue
		}
		named, depth := rank(r)
		bestNamed, bestDepth := rank(best)
		if !found || cmp.Or(cmp.Compare(named, bestNamed), cmp.Compare(depth, bestDepth), cmp.Compare(r.Priority, best.Priority)) > 0 {
			best, found = r, true
		}
	}
	if !found {
		return unruled
	}
	return Rule{Mode: best.Mode, Bands: best.Bands}
}

// displayCache keeps the rules of this process.
type displayCache struct {
	mu    sync.Mutex
	known *Displays
	round int // steps with every forgetting
}

// Displays returns the rules, from memory where they are known.
func (s *Service) Displays(ctx context.Context) (*Displays, error) {
	c := &s.displays
	c.mu.Lock()
	d, round := c.known, c.round
	c.mu.Unlock()
	if d != nil {
		return d, nil
	}
	d = &Displays{}
	err := s.db.Read(ctx, system, func(tx *pg.Tx) (err error) {
		d.rules, err = pg.All[display](ctx, tx, displaysSQL)
		return err
	})
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if round == c.round {
		c.known = d
	}
	return d, nil
}

// ForgetDisplays drops the rules from memory: they have changed (FactDisplayChanged).
func (s *Service) ForgetDisplays() {
	s.displays.mu.Lock()
	defer s.displays.mu.Unlock()
	s.displays.known = nil
	s.displays.round++
}
