package paper

import (
	"context"
	"strings"
	"unicode/utf8"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// Letterhead is in whose name papers are printed. Everything in it may be empty.
type Letterhead struct {
	Name    string `db:"name"`
	NameEN  string `db:"name_en"` // on papers in English; empty: Name
	Address string `db:"address"`
	Phone   string `db:"phone"`
	Version int    `db:"version"`
}

const maxText = 100 // characters

// Letterhead returns what stands at the head of papers.
func (s *Service) Letterhead(ctx context.Context, who org.Actor) (out Letterhead, err error) {
	if err := who.Require(org.OrderRead); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.One[Letterhead](ctx, tx, letterheadSQL)
		return err
	})
	return out, err
}

// SetLetterhead changes it; in.Version is the version the change was made on.
//
// Errors: pg.VersionChanged; org.TextTooLong by field.
func (s *Service) SetLetterhead(ctx context.Context, who org.Actor, in Letterhead) (out Letterhead, err error) {
	if err := who.Require(org.OrderSetting); err != nil {
		return out, err
	}
	var wrong fault.Fields
	for _, f := range []struct {
		path string
		text *string
	}{{"address", &in.Address}, {"name", &in.Name}, {"name_en", &in.NameEN}, {"phone", &in.Phone}} {
		if *f.text = strings.TrimSpace(*f.text); utf8.RuneCountInString(*f.text) > maxText {
			wrong.Add(f.path, org.TextTooLong, "maximum", maxText)
		}
	}
	if err := wrong.Err(); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		n, err := tx.Exec(ctx, setLetterheadSQL, in.Name, in.NameEN, in.Address, in.Phone, in.Version)
		if err != nil {
			return err
		}
		if out, err = pg.One[Letterhead](ctx, tx, letterheadSQL); err != nil {
			return err
		}
		if n == 0 {
			return pg.VersionChanged.With("version", out.Version)
		}
		return nil
	})
	return out, err
}
