package dealer

import (
	"context"
	"fmt"
	"strings"

	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Filter narrows a list; empty fields do not.
type Filter struct {
	Query    string // words of the code, the names, their pinyin or its initials; each must be there
	Level    string
	Region   int // at or under
	Tag      string
	Audience string
	State    State
}

// List is one page of dealers and how many there are in all.
type List struct {
	page.List[Card]
	Count int `json:"count"`
}

// List returns the dealers of the actor's scope by code.
func (s *Service) List(ctx context.Context, who org.Actor, f Filter, r page.Request) (out List, err error) {
	if err := who.Require(org.DealerRead); err != nil {
		return out, err
	}
	r, err = r.Normal()
	if err != nil {
		return out, err
	}
	after := ""
	if r.Cursor != "" {
		if err := page.Decode(r.Cursor, &after); err != nil {
			return out, err
		}
	}
	own, receivers, err := s.phoneIndexes(who, f.Query)
	if err != nil {
		return out, err
	}
	where := []any{patterns(f.Query), f.Level, f.Region, f.Tag, f.Audience, string(f.State), who.Reach(), own, receivers}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		rows, err := pg.All[Card](ctx, tx, listSQL, append(where, after, r.Limit+1)...)
		if err != nil {
			return fmt.Errorf("list dealers: %w", err)
		}
		out.List = page.Cut(rows, r.Limit, func(c Card) []any { return []any{c.Code} })
		out.Count, err = pg.Value[int](ctx, tx, countSQL, where...)
		return err
	})
	return out, err
}

// phoneIndexes are the blind indexes of a query that is a whole phone number: of dealers and of their receivers.
// Only whoever sees numbers in full looks by them: else the masked digits could be found by trying.
func (s *Service) phoneIndexes(who org.Actor, query string) (own, receivers [][]byte, err error) {
	own, receivers = [][]byte{}, [][]byte{}
	digits := secret.Phone(query).Digits()
	if len(digits) < 7 || strings.Trim(query, "+-() 0123456789") != "" || !who.May(org.ContactRead) {
		return own, receivers, nil
	}
	if own, err = s.db.Keys().Indexes(PhoneOfDealer, digits); err != nil {
		return nil, nil, err
	}
	receivers, err = s.db.Keys().Indexes(PhoneOfAddress, digits)
	return own, receivers, err
}

var escape = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// patterns are the LIKE patterns of a query's words.
func patterns(query string) []string {
	out := []string{}
	query = strings.ReplaceAll(strings.ToValidUTF8(query, ""), "\x00", "")
	for _, word := range strings.Fields(strings.ToLower(query)) {
		out = append(out, "%"+escape.Replace(word)+"%")
	}
	return out
}

// Get returns one dealer of the actor's scope with all that belongs to it.
func (s *Service) Get(ctx context.Context, who org.Actor, code string) (out Dealer, err error) {
	if err := who.Require(org.DealerRead); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = getTx(ctx, tx, who, code)
		return err
	})
	return out, err
}

func getTx(ctx context.Context, tx *pg.Tx, who org.Actor, code string) (Dealer, error) {
	d, err := pg.One[Dealer](ctx, tx, getSQL, code, who.Reach())
	if err != nil {
		return d, err
	}
	phone, err := tx.Keys().Open(PhoneOfDealer, d.Code, d.Phone.Reveal())
	if err != nil {
		return d, err
	}
	d.Phone = secret.Phone(phone)
	if d.Addresses, err = addressesTx(ctx, tx, d.ID); err != nil {
		return d, err
	}
	if d.Accounts, err = pg.All[Account](ctx, tx, accountsSQL, d.ID); err != nil {
		return d, fmt.Errorf("accounts of a dealer: %w", err)
	}
	d.Audiences, err = membershipsTx(ctx, tx, who, d.ID)
	return d, err
}

// Found is a dealer that a text may mean.
type Found struct {
	Code  string `db:"code"`
	Name  string `db:"name"`
	State State  `db:"state"`
}

// Find returns the first dealers of the actor's scope, by code, whose code, names or pinyin hold each word of
// the text.
func (s *Service) Find(ctx context.Context, who org.Actor, text string, limit int) (out []Found, err error) {
	if err := who.Require(org.DealerRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.All[Found](ctx, tx, findSQL, patterns(text), who.Reach(), limit)
		return err
	})
	return out, err
}
