package inventory

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/org"
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

// Rule is how stock is shown. Bands are their lower bounds, rising.
type Rule struct {
	Mode  Mode
	Bands []qty.Quantity
}

// Shown is what a dealer gets to see.
type Shown struct {
	Mode      Mode          `json:"mode"`
	Text      string        `json:"text"`
	Quantity  *qty.Quantity `json:"quantity,omitempty"`
	Available *bool         `json:"available,omitempty"`
}

// Show shows what is available by a rule.
func Show(r Rule, available qty.Quantity, lang fault.Language) Shown { panic("soon") }

// Displays are the rules of all dealers at one moment. It does not change.
type Displays struct{}

// For returns the rule for a dealer in these audiences and a product of this category path.
func (d *Displays) For(audiences, categoryPath []int32) Rule { panic("soon") }

// Displays returns the rules, from memory where they are known.
func (s *Service) Displays(ctx context.Context) (*Displays, error) { panic("soon") }

// ForgetDisplays drops the rules from memory: they have changed.
func (s *Service) ForgetDisplays() {}

type displayCache struct{}

// Setting is one rule as the office edits it: for an audience or all, a category or all.
type Setting struct {
	Audience string         `json:"audience,omitempty"`
	Category string         `json:"category,omitempty"`
	Mode     Mode           `json:"mode"`
	Bands    []qty.Quantity `json:"bands,omitempty"`
	Priority int            `json:"priority,omitempty"`
}

// Settings returns the rules. Needs stock.read.
func (s *Service) Settings(ctx context.Context, who org.Actor) ([]Setting, error) { panic("soon") }

// PutSettings makes these the rules. Needs stock.edit. Errors: what is wrong, at items[i].
func (s *Service) PutSettings(ctx context.Context, who org.Actor, in []Setting) ([]Setting, error) {
	panic("soon")
}
