package dealer

import (
	"context"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// ScopeNames are the names behind a data permission's regions and audiences.
type ScopeNames struct {
	Regions   map[int32]RegionRef
	Audiences map[int32]org.Ref
}

// ResolveScope looks up the regions and audiences of a data permission, at the paths of a role's form. Neither
// is ever removed, so what was found stays right.
//
// Errors: InvalidInput naming each unknown code.
func (s *Service) ResolveScope(ctx context.Context, who org.Actor, regions []int, audiences []string) (regionIDs, audienceIDs []int32, err error) {
	if err := who.Require(org.StaffEdit); err != nil {
		return nil, nil, err
	}
	regionIDs, audienceIDs = []int32{}, []int32{}
	if len(regions)+len(audiences) == 0 {
		return regionIDs, audienceIDs, nil
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		var fields fault.Fields
		known, err := pg.Column[int32](ctx, tx, knownRegionsSQL, regions)
		if err != nil {
			return err
		}
		has := make(map[int]bool, len(known))
		for _, code := range known {
			has[int(code)] = true
		}
		for i, code := range regions {
			if !has[code] {
				fields.Add(fmt.Sprintf("scope.regions[%d]", i), org.CodeUnknown, "code", code)
			}
			regionIDs = append(regionIDs, int32(code))
		}
		rows, err := pg.All[refRow](ctx, tx, audiencesByCodeSQL, audiences)
		if err != nil {
			return err
		}
		ids := make(map[string]int32, len(rows))
		for _, row := range rows {
			ids[row.Code] = row.ID
		}
		for i, code := range audiences {
			if ids[code] == 0 {
				fields.Add(fmt.Sprintf("scope.audiences[%d]", i), org.CodeUnknown, "code", code)
			}
			audienceIDs = append(audienceIDs, ids[code])
		}
		return fields.Err()
	})
	return regionIDs, audienceIDs, err
}

// NameScopes names the regions and audiences of data permissions.
func (s *Service) NameScopes(ctx context.Context, who org.Actor, scopes ...org.RoleScope) (out ScopeNames, err error) {
	out = ScopeNames{Regions: map[int32]RegionRef{}, Audiences: map[int32]org.Ref{}}
	regions, audiences := []int32{}, []int32{}
	for _, scope := range scopes {
		regions, audiences = append(regions, scope.Regions...), append(audiences, scope.Audiences...)
	}
	if err := who.Require(org.StaffRead); err != nil || len(regions)+len(audiences) == 0 {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		named, err := pg.All[RegionRef](ctx, tx, regionNamesSQL, regions)
		if err != nil {
			return err
		}
		for _, r := range named {
			out.Regions[int32(r.Code)] = r
		}
		rows, err := pg.All[refRow](ctx, tx, audienceNamesSQL, audiences)
		for _, row := range rows {
			out.Audiences[row.ID] = org.Ref{Code: row.Code, Name: row.Name}
		}
		return err
	})
	return out, err
}
