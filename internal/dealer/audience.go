package dealer

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

// FactAudience is the fact that an audience's rule or name changed. Its document is "audience", named
// by code; the dealers that moved have a FactChanged each.
const FactAudience = "audience.changed"

// Audience (客群) is a named set of dealers, given by a rule.
type Audience struct {
	ID        int32     `db:"id" json:"-"`
	Code      string    `db:"code" json:"code"`
	Name      string    `db:"name" json:"name"`
	Rule      Rule      `db:"rule" json:"rule"`
	Count     int       `db:"members" json:"count"` // dealers of the reader's scope
	Version   int       `db:"version" json:"version"`
	UpdatedAt time.Time `db:"updated_at" json:"updated_at"`
}

// AudienceInput is what is said of an audience. Code counts at creation only.
type AudienceInput struct {
	Code string
	Name string
	Rule Rule
}

// Audiences lists the audiences by code, with how many dealers each holds.
func (s *Service) Audiences(ctx context.Context, who org.Actor) (out []Audience, err error) {
	if err := who.Require(org.AudienceRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.All[Audience](ctx, tx, audiencesSQL, who.Reach())
		return err
	})
	return out, err
}

// Audience returns one audience.
func (s *Service) Audience(ctx context.Context, who org.Actor, code string) (out Audience, err error) {
	if err := who.Require(org.AudienceRead); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.One[Audience](ctx, tx, audienceSQL, code, who.Reach())
		return err
	})
	return out, err
}

// CreateAudience makes an audience, and puts every dealer its rule holds into it.
//
// Errors: InvalidInput naming each unknown code and each contradiction; org.CodeTaken.
func (s *Service) CreateAudience(ctx context.Context, who org.Actor, in AudienceInput) (Audience, error) {
	return s.saveAudience(ctx, who, in, func(tx *pg.Tx) error {
		taken, err := pg.Column[int](ctx, tx, holdAudienceSQL, in.Code)
		if err == nil && len(taken) > 0 {
			return org.CodeTaken.At("code", "code", in.Code)
		}
		return err
	})
}

// EditAudience changes an audience, made on the given version, and moves the dealers that it holds no
// longer, or now.
//
// Errors: as CreateAudience; pg.VersionChanged.
func (s *Service) EditAudience(ctx context.Context, who org.Actor, code string, version int, in AudienceInput) (Audience, error) {
	in.Code = code
	return s.saveAudience(ctx, who, in, func(tx *pg.Tx) error {
		has, err := pg.Value[int](ctx, tx, holdAudienceSQL, code)
		if err != nil {
			return err
		}
		if has != version {
			return pg.VersionChanged.With("version", has)
		}
		return nil
	})
}

func (s *Service) saveAudience(ctx context.Context, who org.Actor, in AudienceInput, allowed func(*pg.Tx) error) (out Audience, err error) {
	if err := who.Require(org.AudienceEdit); err != nil {
		return out, err
	}
	// Membership is every dealer's, whatever the editor sees of them.
	scope := who.Scope()
	scope.All, scope.Staff = true, 0
	err = s.db.Write(ctx, scope, func(tx *pg.Tx) error {
		_, err := once.Do(ctx, tx, func() (string, error) {
			if _, err := tx.Exec(ctx, lockRulesSQL); err != nil {
				return "", err
			}
			if err := allowed(tx); err != nil {
				return "", err
			}
			return in.Code, saveAudiencesTx(ctx, tx, who.Reach(), []AudienceInput{in})
		})
		if err != nil {
			return err
		}
		out, err = pg.One[Audience](ctx, tx, audienceSQL, in.Code, who.Reach())
		return err
	})
	s.Forget()
	return out, err
}

// SaveAudiencesTx makes or changes audiences by code and then, in one statement, the membership of every
// dealer they move. The transaction must see every dealer.
func SaveAudiencesTx(ctx context.Context, tx *pg.Tx, in []AudienceInput) error {
	return saveAudiencesTx(ctx, tx, 0, in)
}

// saveAudiencesTx names no dealer out of reach: to its editor such a code is unknown, as one that does not
// exist.
func saveAudiencesTx(ctx context.Context, tx *pg.Tx, reach int32, in []AudienceInput) error {
	if _, err := tx.Exec(ctx, lockRulesSQL); err != nil {
		return err
	}
	ids := make([]int32, 0, len(in))
	for _, a := range in {
		var fields fault.Fields
		org.CheckCode(&fields, "code", a.Code)
		org.CheckName(&fields, "name", a.Name)
		a.Rule = a.Rule.normal()
		c, err := compile(ctx, tx, reach, a.Rule, &fields)
		if err != nil {
			return err
		}
		if err := fields.Err(); err != nil {
			return err
		}
		text, err := json.Marshal(a.Rule)
		if err != nil {
			return fmt.Errorf("keep a rule: %w", err)
		}
		type saved struct {
			ID      int32 `db:"id"`
			Version int   `db:"version"`
		}
		row, err := pg.One[saved](ctx, tx, saveAudienceSQL, append([]any{a.Code, a.Name, text}, c.arguments()...)...)
		if err != nil {
			return fmt.Errorf("save an audience: %w", err)
		}
		ids = append(ids, row.ID)
		f, err := queue.Of(FactAudience, "audience", a.Code, row.Version, 0, nil)
		if err != nil {
			return err
		}
		if err := queue.PutTx(ctx, tx, f); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(ctx, patienceSQL); err != nil {
		return err
	}
	moved, err := pg.All[change](ctx, tx, reachSQL, pg.Sorted(ids))
	if err != nil {
		return fmt.Errorf("move dealers: %w", err)
	}
	for i := range moved {
		moved[i].why = "audience"
	}
	return tell(ctx, tx, moved)
}

// compiled is a rule in ids, as statements over many dealers take it.
type compiled struct {
	levels, regions, any, all, none, divisions, in, out []int32
	namedOnly                                           bool
}

func (c compiled) arguments() []any {
	return []any{c.levels, c.regions, c.any, c.all, c.none, c.divisions, c.in, c.out, c.namedOnly}
}

// compile turns a normal rule's codes into ids, and adds to fields every code that does not exist and
// every contradiction.
func compile(ctx context.Context, tx *pg.Tx, reach int32, r Rule, fields *fault.Fields) (c compiled, err error) {
	found, err := lookUp(ctx, tx, reach, r.wanted())
	if err != nil {
		return c, err
	}
	regions := make([]string, len(r.Regions))
	for i, code := range r.Regions {
		regions[i] = strconv.Itoa(code)
	}
	c = compiled{
		levels:    found.ids(fields, "rule.levels", kindLevel, r.Levels),
		regions:   found.ids(fields, "rule.regions", kindRegion, regions),
		any:       found.ids(fields, "rule.tags_any", kindTag, r.TagsAny),
		all:       found.ids(fields, "rule.tags_all", kindTag, r.TagsAll),
		none:      found.ids(fields, "rule.tags_none", kindTag, r.TagsNone),
		divisions: found.ids(fields, "rule.divisions", kindDivision, r.Divisions),
		in:        found.ids(fields, "rule.dealers_in", kindDealer, r.DealersIn),
		out:       found.ids(fields, "rule.dealers_out", kindDealer, r.DealersOut),
		namedOnly: r.open() && len(r.DealersIn) > 0,
	}
	r.contradicts(fields)
	return c, nil
}

func (r Rule) wanted() wanted {
	w := wanted{
		kindLevel:    r.Levels,
		kindTag:      append(append(append([]string{}, r.TagsAny...), r.TagsAll...), r.TagsNone...),
		kindDivision: r.Divisions,
		kindDealer:   append(append([]string{}, r.DealersIn...), r.DealersOut...),
	}
	w.region(r.Regions...)
	return w
}

// Reached is a dealer that a rule holds, and why.
type Reached struct {
	Code    string  `json:"code"`
	Name    string  `json:"name"`
	Because Because `json:"because"`
}

// Preview is whom a rule would hold.
type Preview struct {
	Count  int       `json:"count"`
	Sample []Reached `json:"sample"`
}

// sampleSize is how many dealers a preview names.
const sampleSize = 20

// Preview tells whom of the actor's dealers a rule would hold, without storing it.
//
// Errors: InvalidInput as CreateAudience.
func (s *Service) Preview(ctx context.Context, who org.Actor, rule Rule) (out Preview, err error) {
	if err := who.Require(org.AudienceRead); err != nil {
		return out, err
	}
	rule = rule.normal()
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		var fields fault.Fields
		c, err := compile(ctx, tx, who.Reach(), rule, &fields)
		if err != nil {
			return err
		}
		if err := fields.Err(); err != nil {
			return err
		}
		if out.Count, err = pg.Value[int](ctx, tx, previewCountSQL, append(c.arguments(), who.Reach())...); err != nil {
			return fmt.Errorf("count a preview: %w", err)
		}
		rows, err := pg.All[factsRow](ctx, tx, previewSQL, append(c.arguments(), who.Reach(), sampleSize)...)
		if err != nil {
			return fmt.Errorf("sample a preview: %w", err)
		}
		out.Sample, err = explain(ctx, tx, who, rule, rows)
		return err
	})
	return out, err
}

// AudienceDealers lists the dealers of an audience that are in the actor's scope by code, and why each
// is in.
func (s *Service) AudienceDealers(ctx context.Context, who org.Actor, code string, r page.Request) (out page.List[Reached], err error) {
	if err := who.Require(org.AudienceRead); err != nil {
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
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		a, err := pg.One[Audience](ctx, tx, audienceSQL, code, who.Reach())
		if err != nil {
			return err
		}
		rows, err := pg.All[factsRow](ctx, tx, audienceDealersSQL, a.ID, who.Reach(), after, r.Limit+1)
		if err != nil {
			return fmt.Errorf("list dealers of an audience: %w", err)
		}
		reached, err := explain(ctx, tx, who, a.Rule, rows)
		if err != nil {
			return err
		}
		out = page.Cut(reached, r.Limit, func(d Reached) []any { return []any{d.Code} })
		return nil
	})
	return out, err
}

// factsRow is a dealer's facts in codes.
type factsRow struct {
	Code      string   `db:"code"`
	Name      string   `db:"name"`
	Level     string   `db:"level"`
	Regions   []int    `db:"regions"`
	Tags      []string `db:"tags"`
	Divisions []string `db:"divisions"`
}

func (r factsRow) facts() Facts {
	return Facts{Code: r.Code, Level: r.Level, Regions: r.Regions, Tags: r.Tags, Divisions: r.Divisions}
}

func explain(ctx context.Context, tx *pg.Tx, who org.Actor, rule Rule, rows []factsRow) ([]Reached, error) {
	found, err := lookUp(ctx, tx, who.Reach(), rule.wanted())
	if err != nil {
		return nil, err
	}
	names := found.names()
	out := make([]Reached, len(rows))
	for i, row := range rows {
		_, because := rule.Match(row.facts())
		out[i] = Reached{Code: row.Code, Name: row.Name, Because: because.named(names)}
	}
	return out, nil
}

// membershipsTx tells which audiences a dealer is in and why.
func membershipsTx(ctx context.Context, tx *pg.Tx, who org.Actor, dealer int32) ([]Membership, error) {
	facts, err := pg.One[factsRow](ctx, tx, factsSQL, dealer)
	if err != nil {
		return nil, fmt.Errorf("facts of a dealer: %w", err)
	}
	type row struct {
		Code string `db:"code"`
		Name string `db:"name"`
		Rule Rule   `db:"rule"`
	}
	rows, err := pg.All[row](ctx, tx, membershipsSQL, dealer)
	if err != nil {
		return nil, fmt.Errorf("audiences of a dealer: %w", err)
	}
	all := wanted{}
	for _, r := range rows {
		for kind, codes := range r.Rule.wanted() {
			all[kind] = append(all[kind], codes...)
		}
	}
	found, err := lookUp(ctx, tx, who.Reach(), all)
	if err != nil {
		return nil, err
	}
	names := found.names()
	out := make([]Membership, len(rows))
	for i, r := range rows {
		_, because := r.Rule.Match(facts.facts())
		out[i] = Membership{Ref: org.Ref{Code: r.Code, Name: r.Name}, Because: because.named(names)}
	}
	return out, nil
}
