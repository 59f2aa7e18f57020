package setup

import (
	"context"
	"fmt"

	"qudao/internal/dealer"
	"qudao/internal/demo"
	"qudao/internal/identity"
	"qudao/internal/inventory"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pricing"
	"qudao/internal/qty"
	"qudao/internal/secret"
)

// Codes of what an installation begins with.
const (
	Administrator = "E001" // staff
	Division      = "MAIN"
	Level         = "STANDARD"
	Audience      = "ALL"
	BaseList      = "BASE"

	adminRole = "admin" // one of org.StandardRoles
)

// bands are the lower bounds of what dealers are shown of the stock, until the brand says otherwise.
var bands = []qty.Quantity{0, 10 * qty.One, 100 * qty.One, 999 * qty.One}

// Input is what only the brand knows.
type Input struct {
	Username string // of the first administrator
	Name     string
	Password secret.Text
	Division string // name of the brand's first division
}

// Do sets up an empty installation.
//
// Errors: Done; InvalidInput naming what is wrong with username, name, password and division.
func Do(ctx context.Context, db *pg.DB, in Input) error {
	member := org.MemberInput{Code: Administrator, Username: in.Username, Password: in.Password, Name: in.Name,
		Roles: []string{adminRole}, DataScope: org.ScopeAll}
	if err := member.Validate(); err != nil {
		return err
	}
	password, err := identity.New(nil).HashPassword(ctx, in.Username, in.Password)
	if err != nil {
		return err
	}
	return db.Write(ctx, pg.Scope{Actor: "system:setup", All: true}, func(tx *pg.Tx) error {
		present, err := org.AnyMemberTx(ctx, tx)
		if err != nil {
			return err
		}
		if present {
			return Done.With()
		}
		for _, step := range []struct {
			what string
			do   func() error
		}{
			{"roles", func() error { return org.UpsertStandardRolesTx(ctx, tx) }},
			{"the division", func() error {
				return org.UpsertDivisionsTx(ctx, tx, []org.Ref{{Code: Division, Name: in.Division}})
			}},
			{"the administrator", func() error { _, err := org.CreateMemberTx(ctx, tx, member, password); return err }},
			{"regions", func() error { return dealer.UpsertRegionsTx(ctx, tx, regions()) }},
			{"the level", func() error {
				return dealer.UpsertLevelsTx(ctx, tx, []dealer.Level{{Code: Level, Name: "标准经销商", Rank: 1}})
			}},
			{"the audience", func() error {
				return dealer.SaveAudiencesTx(ctx, tx, []dealer.AudienceInput{{Code: Audience, Name: "全部经销商"}})
			}},
			{"the price list", func() error {
				_, err := pricing.CreateListTx(ctx, tx, pricing.ListInput{Code: BaseList, Name: "基准价", Kind: pricing.KindBase})
				return err
			}},
			{"the display of stock", func() error {
				_, err := inventory.PutSettingsTx(ctx, tx, []inventory.Setting{{Mode: inventory.ModeBanded, Bands: bands}})
				return err
			}},
		} {
			if err := step.do(); err != nil {
				return fmt.Errorf("make %s: %w", step.what, err)
			}
		}
		return nil
	})
}

// regions are those of the demo brand, which are the real ones.
func regions() []dealer.Region {
	list := demo.Regions()
	out := make([]dealer.Region, len(list))
	for i, r := range list {
		out[i] = dealer.Region{Code: r.Code, Name: r.Name, Level: r.Level}
		if r.Parent != 0 {
			out[i].Parent = &list[i].Parent
		}
	}
	return out
}
