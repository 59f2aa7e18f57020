package org

import (
	"context"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/pg"
)

// Sees says which dealers a role lets its holders see. What several roles let see comes together, and
// everybody sees the dealers whose rep they are (docs/adr, data permission).
type Sees string

// The kinds of data permission.
const (
	SeesSelf       Sees = "self"             // whose rep the holder is
	SeesDepartment Sees = "department"       // whose rep is in a department of the holder
	SeesBelow      Sees = "department_below" // whose rep is in a department of the holder or below it
	SeesRegions    Sees = "regions"          // in or under one of the regions
	SeesDivisions  Sees = "divisions"        // with a contract with one of the divisions
	SeesAudiences  Sees = "audiences"        // in one of the audiences
	SeesAll        Sees = "all"              // every dealer
)

// RoleScope is the data permission of a role. A list is filled for its kind only.
type RoleScope struct {
	Sees      Sees    `json:"sees"`
	Regions   []int32 `json:"regions"`   // codes
	Divisions []Ref   `json:"divisions"` //
	Audiences []int32 `json:"audiences"` // ids, which package dealer names
}

// ScopeInput is what is said of a role's data permission. Regions and audiences were looked up by package
// dealer (ResolveScope); neither is ever removed.
type ScopeInput struct {
	Sees      Sees
	Regions   []int32
	Divisions []string // codes
	Audiences []int32
}

func (in *ScopeInput) check(fields *fault.Fields) {
	CheckOneOf(fields, "scope.sees", in.Sees, SeesSelf, SeesDepartment, SeesBelow, SeesRegions, SeesDivisions, SeesAudiences, SeesAll)
	in.Regions, in.Divisions, in.Audiences = distinct(in.Regions), distinct(in.Divisions), distinct(in.Audiences)
	for _, list := range []struct {
		kind  Sees
		path  string
		count int
	}{{SeesRegions, "scope.regions", len(in.Regions)}, {SeesDivisions, "scope.divisions", len(in.Divisions)}, {SeesAudiences, "scope.audiences", len(in.Audiences)}} {
		switch {
		case in.Sees == list.kind && list.count == 0:
			fields.Add(list.path, Required)
		case in.Sees != list.kind && list.count > 0:
			fields.Add(list.path, ScopeListUnused)
		}
	}
}

// divisionIDs turns the codes of divisions into ids.
func (in *ScopeInput) divisionIDs(ctx context.Context, tx *pg.Tx) ([]int32, error) {
	all, err := pg.All[Division](ctx, tx, divisionsSQL)
	if err != nil {
		return nil, err
	}
	byCode := make(map[string]int32, len(all))
	for _, d := range all {
		byCode[d.Code] = d.ID
	}
	ids := make([]int32, 0, len(in.Divisions))
	for i, code := range in.Divisions {
		found, ok := byCode[code]
		if !ok {
			return nil, CodeUnknown.At(fmt.Sprintf("scope.divisions[%d]", i), "code", code)
		}
		ids = append(ids, found)
	}
	return distinct(ids), nil
}
