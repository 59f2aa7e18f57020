package inventory

import (
	"context"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
	"qudao/internal/queue"
)

const (
	maxSettings = 1000
	maxBands    = 20
)

// Setting is one rule as the office edits it: for an audience or all, a category or all.
type Setting struct {
	Audience string         `json:"audience,omitempty" db:"audience"`
	Category string         `json:"category,omitempty" db:"category"`
	Mode     Mode           `json:"mode" db:"mode"`
	Bands    []qty.Quantity `json:"bands,omitempty" db:"bands"`
	Priority int            `json:"priority,omitempty" db:"priority"`
}

// Settings returns the rules. Needs stock.read.
func (s *Service) Settings(ctx context.Context, who org.Actor) (out []Setting, err error) {
	if err := who.Require(org.StockRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = pg.All[Setting](ctx, tx, settingsSQL)
		return err
	})
	return out, err
}

type coded struct {
	ID   int32
	Code string
}

// PutSettings makes these the rules, and these alone. Needs stock.edit. Errors: what is wrong, at items[i].
func (s *Service) PutSettings(ctx context.Context, who org.Actor, in []Setting) (out []Setting, err error) {
	if err := who.Require(org.StockEdit); err != nil {
		return nil, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() ([]Setting, error) { return PutSettingsTx(ctx, tx, in) })
		return err
	})
	if err != nil {
		return nil, err
	}
	s.ForgetDisplays()
	return out, nil
}

// PutSettingsTx is PutSettings in the caller's transaction, which must see every audience.
func PutSettingsTx(ctx context.Context, tx *pg.Tx, in []Setting) ([]Setting, error) {
	if len(in) > maxSettings {
		return nil, DisplayTooMany.At("items", "maximum", maxSettings)
	}
	rules, err := checkSettings(ctx, tx, in)
	if err != nil {
		return nil, err
	}
	return replaceSettings(ctx, tx, rules)
}

// checkSettings resolves the names and refuses everything wrong at once.
func checkSettings(ctx context.Context, tx *pg.Tx, in []Setting) ([]display, error) {
	var audiences, categories []string
	for _, r := range in {
		audiences, categories = append(audiences, tidy(r.Audience)), append(categories, tidy(r.Category))
	}
	audience, err := ids(ctx, tx, audienceIDsSQL, audiences)
	if err != nil {
		return nil, err
	}
	category, err := ids(ctx, tx, categoryIDsSQL, categories)
	if err != nil {
		return nil, err
	}
	var wrong fault.Fields
	out := make([]display, len(in))
	for i, r := range in {
		out[i] = display{Audience: audience[audiences[i]], Category: category[categories[i]], Mode: r.Mode, Bands: append([]qty.Quantity{}, r.Bands...), Priority: r.Priority}
		at := func(field string) string { return fmt.Sprintf("items[%d].%s", i, field) }
		if audiences[i] != "" && out[i].Audience == 0 {
			wrong.Add(at("audience"), DisplayAudienceUnknown, "value", r.Audience)
		}
		if categories[i] != "" && out[i].Category == 0 {
			wrong.Add(at("category"), DisplayCategoryUnknown, "value", r.Category)
		}
		switch r.Mode {
		case ModeExact, ModeFlag, ModeHidden:
			out[i].Bands = []qty.Quantity{}
		case ModeBanded:
			if !soundBands(r.Bands) {
				wrong.Add(at("bands"), BandsWrong)
			}
		default:
			wrong.Add(at("mode"), ModeUnknown, "value", string(r.Mode))
		}
	}
	return out, wrong.Err()
}

func soundBands(bands []qty.Quantity) bool {
	for i, b := range bands {
		if b < 0 || b > qty.Max || b%qty.One != 0 || i > 0 && b <= bands[i-1] {
			return false
		}
	}
	return len(bands) > 0 && len(bands) <= maxBands && bands[len(bands)-1] > 0
}

func ids(ctx context.Context, tx *pg.Tx, sql string, codes []string) (map[string]int32, error) {
	rows, err := pg.All[coded](ctx, tx, sql, append([]string{}, codes...))
	out := make(map[string]int32, len(rows))
	for _, r := range rows {
		out[r.Code] = r.ID
	}
	return out, err
}

func replaceSettings(ctx context.Context, tx *pg.Tx, rules []display) ([]Setting, error) {
	for _, sql := range []string{lockDisplaySQL, clearDisplaySQL} {
		if _, err := tx.Exec(ctx, sql); err != nil {
			return nil, err
		}
	}
	for _, r := range rules {
		if _, err := tx.Exec(ctx, insertDisplaySQL, r.Audience, r.Category, string(r.Mode), r.Bands, r.Priority); err != nil {
			return nil, err
		}
	}
	f, err := queue.Of(FactDisplayChanged, "stock_display", id.New().String(), 1, 0, nil)
	if err != nil {
		return nil, err
	}
	if err := queue.PutTx(ctx, tx, f); err != nil {
		return nil, err
	}
	return pg.All[Setting](ctx, tx, settingsSQL)
}
