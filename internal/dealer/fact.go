package dealer

import (
	"context"
	"fmt"
	"strconv"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// Level is a grade of dealers.
type Level struct {
	Code string `db:"code" json:"code"`
	Name string `db:"name" json:"name"`
	Rank int    `db:"rank" json:"rank"` // 1 is the best
}

// Region is an administrative division of China.
type Region struct {
	Code     int    `db:"code" json:"code"`
	Name     string `db:"name" json:"name"`
	FullName string `db:"full_name" json:"full_name"` // from the province down; filled in when stored
	Parent   *int   `db:"parent" json:"parent,omitempty"`
	Level    int    `db:"level" json:"level"` // 1 province, 2 city, 3 county
}

// Choices are the facts a page offers to choose from.
type Choices struct {
	Levels    []Level   `json:"levels"` // the best first
	Tags      []org.Ref `json:"tags"`
	Divisions []org.Ref `json:"divisions"`
	Reps      []org.Ref `json:"reps"` // active staff that does not see every dealer, or is a rep already
}

// Choices returns what a dealer can be given.
func (s *Service) Choices(ctx context.Context, who org.Actor) (out Choices, err error) {
	if err := who.Require(org.DealerRead); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		if out.Levels, err = pg.All[Level](ctx, tx, levelsSQL); err != nil {
			return err
		}
		for _, list := range []struct {
			into *[]org.Ref
			sql  string
		}{{&out.Tags, tagsSQL}, {&out.Divisions, divisionsSQL}, {&out.Reps, repsSQL}} {
			if *list.into, err = pg.All[org.Ref](ctx, tx, list.sql); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// Regions lists every region by code. Everybody may know them.
func (s *Service) Regions(ctx context.Context, who org.Actor) (out []Region, err error) {
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.All[Region](ctx, tx, regionsSQL)
		return err
	})
	return out, err
}

// Under returns the codes of a region and of every region below it; none where it does not exist.
func (s *Service) Under(ctx context.Context, code int) (out []int, err error) {
	err = s.db.Read(ctx, pg.Scope{Actor: "system:dealer"}, func(tx *pg.Tx) error {
		out, err = pg.Column[int](ctx, tx, underSQL, code)
		return err
	})
	return out, err
}

// UpsertRegionsTx makes or renames regions. They may come in any order, but a parent that is not
// stored yet must be among them.
func UpsertRegionsTx(ctx context.Context, tx *pg.Tx, regions []Region) error {
	codes, names, parents, levels := make([]int, len(regions)), make([]string, len(regions)), make([]*int, len(regions)), make([]int, len(regions))
	for i, r := range regions {
		codes[i], names[i], parents[i], levels[i] = r.Code, r.Name, r.Parent, r.Level
		if r.Parent != nil && *r.Parent == 0 {
			parents[i] = nil
		}
	}
	// One level after the other: path and full name follow from the row above.
	for level := 1; level <= 3; level++ {
		if _, err := tx.Exec(ctx, upsertRegionsSQL, codes, names, parents, levels, level); err != nil {
			return fmt.Errorf("keep regions: %w", err)
		}
	}
	return nil
}

// UpsertLevelsTx makes or renames levels by code.
func UpsertLevelsTx(ctx context.Context, tx *pg.Tx, levels []Level) error {
	var fields fault.Fields
	codes, names, ranks := []string{}, []string{}, []int{}
	for i, l := range levels {
		org.CheckCode(&fields, fmt.Sprintf("levels[%d].code", i), l.Code)
		org.CheckName(&fields, fmt.Sprintf("levels[%d].name", i), l.Name)
		codes, names, ranks = append(codes, l.Code), append(names, l.Name), append(ranks, l.Rank)
	}
	if err := fields.Err(); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, upsertLevelsSQL, codes, names, ranks)
	return err
}

// UpsertTagsTx makes or renames tags by code.
func UpsertTagsTx(ctx context.Context, tx *pg.Tx, tags []org.Ref) error {
	var fields fault.Fields
	codes, names := []string{}, []string{}
	for i, tag := range tags {
		org.CheckCode(&fields, fmt.Sprintf("tags[%d].code", i), tag.Code)
		org.CheckName(&fields, fmt.Sprintf("tags[%d].name", i), tag.Name)
		codes, names = append(codes, tag.Code), append(names, tag.Name)
	}
	if err := fields.Err(); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, upsertTagsSQL, codes, names)
	return err
}

// index finds the ids, names and states behind codes of facts.
type index map[indexKey]indexed

type indexKey struct{ kind, code string }

type indexed struct {
	id   int32
	name string
	left bool // of a rep: works here no more
}

const (
	kindLevel, kindTag, kindDivision = "level", "tag", "division"
	kindRegion, kindRep, kindDealer  = "region", "rep", "dealer"
)

// wanted are the codes to be found, by kind.
type wanted map[string][]string

// region leaves out what cannot be the code of a region, so that it is unknown.
func (w wanted) region(codes ...int) {
	for _, code := range codes {
		if code > 0 && code <= maxRegion {
			w[kindRegion] = append(w[kindRegion], strconv.Itoa(code))
		}
	}
}

const maxRegion = 999_999_999 // official codes have six to nine digits

// lookUp finds what codes stand for; a dealer out of the staff scope's reach is not found.
func lookUp(ctx context.Context, tx *pg.Tx, reach int32, w wanted) (index, error) {
	kinds, codes := []string{}, []string{}
	for kind, list := range w {
		for _, code := range ordered(list) {
			kinds, codes = append(kinds, kind), append(codes, code)
		}
	}
	type row struct {
		Kind string `db:"kind"`
		Code string `db:"code"`
		ID   int32  `db:"id"`
		Name string `db:"name"`
		Left bool   `db:"gone"`
	}
	rows, err := pg.All[row](ctx, tx, lookUpSQL, kinds, codes, reach)
	if err != nil {
		return nil, fmt.Errorf("look up codes: %w", err)
	}
	out := make(index, len(rows))
	for _, r := range rows {
		out[indexKey{r.Kind, r.Code}] = indexed{r.ID, r.Name, r.Left}
	}
	return out, nil
}

// id returns the id behind a code, and adds to fields that there is none, at path.
func (x index) id(fields *fault.Fields, path, kind, code string) int32 {
	found, ok := x[indexKey{kind, code}]
	if !ok {
		fields.Add(path, org.CodeUnknown, "code", code)
	}
	return found.id
}

// ids returns the ids behind codes, in order and never nil.
func (x index) ids(fields *fault.Fields, path, kind string, codes []string) []int32 {
	out := make([]int32, 0, len(codes))
	for i, code := range codes {
		out = append(out, x.id(fields, fmt.Sprintf("%s[%d]", path, i), kind, code))
	}
	return ordered(out)
}

// names are the names behind the codes that were looked up, as reasons name them.
func (x index) names() names {
	conditions := map[string][]Condition{
		kindLevel: {ConditionLevel}, kindRegion: {ConditionRegion}, kindDivision: {ConditionDivision}, kindTag: {ConditionTag, ConditionNoTag},
	}
	out := names{}
	for key, found := range x {
		for _, c := range conditions[key.kind] {
			out[named{c, key.code}] = found.name
		}
	}
	return out
}
