package dealer_test

import (
	"fmt"
	"testing"

	"qudao/internal/dealer"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/secret"
)

// brand is a small organisation: two provinces, three levels, four tags, two reps, and an office.
type brand struct {
	*dealer.Service
	db   *pg.DB
	at   pgtest.Database
	ids  *identity.Service
	org  *org.Service
	sys  org.Actor
	desk org.Actor            // sees all, may edit dealers and audiences
	reps map[string]org.Actor // by code, see their own
}

var (
	levels    = []string{"L1", "L2", "L3"}
	tags      = []string{"chain", "ecom", "new", "project"}
	divisions = []string{"CIVIL", "LIGHT"}
	regions   = []int{330000, 330100, 330106, 330200, 510000, 510100}
	password  = secret.NewText("Lantern-2026")
)

func parent(code int) *int { return &code }

func open(t testing.TB) *brand {
	t.Helper()
	db, at := pgtest.Open(t)
	b := &brand{db: db, at: at, ids: identity.New(db), sys: org.NewSystem("test"), reps: map[string]org.Actor{}}
	b.Service, b.org = dealer.New(db, b.ids), org.New(db, b.ids)
	ctx := t.Context()
	b.write(t, func(tx *pg.Tx) error {
		refs := func(codes []string) (out []org.Ref) {
			for _, code := range codes {
				out = append(out, org.Ref{Code: code, Name: "名称" + code})
			}
			return out
		}
		if err := org.UpsertStandardRolesTx(ctx, tx); err != nil {
			return err
		}
		if err := org.UpsertDivisionsTx(ctx, tx, refs(divisions)); err != nil {
			return err
		}
		if err := dealer.UpsertTagsTx(ctx, tx, refs(tags)); err != nil {
			return err
		}
		if err := dealer.UpsertLevelsTx(ctx, tx, []dealer.Level{{Code: "L1", Name: "战略", Rank: 1}, {Code: "L2", Name: "核心", Rank: 2}, {Code: "L3", Name: "普通", Rank: 3}}); err != nil {
			return err
		}
		// Children first: order does not matter.
		return dealer.UpsertRegionsTx(ctx, tx, []dealer.Region{
			{Code: 330106, Name: "西湖区", Parent: parent(330100), Level: 3}, {Code: 330100, Name: "杭州市", Parent: parent(330000), Level: 2},
			{Code: 330200, Name: "宁波市", Parent: parent(330000), Level: 2}, {Code: 330000, Name: "浙江省", Level: 1},
			{Code: 510100, Name: "成都市", Parent: parent(510000), Level: 2}, {Code: 510000, Name: "四川省", Level: 1},
		})
	})
	b.desk = b.hire(t, "E001", org.ScopeAll, "director")
	for _, code := range []string{"E017", "E018"} {
		b.reps[code] = b.hire(t, code, org.ScopeOwn, "director")
	}
	return b
}

func (b *brand) hire(t testing.TB, code string, scope org.DataScope, roles ...string) org.Actor {
	t.Helper()
	m, err := b.org.CreateMember(t.Context(), b.sys, org.MemberInput{Code: code, Username: "staff-" + code, Password: password, Name: "员工" + code, Roles: append(roles, "admin"), DataScope: scope})
	if err != nil {
		t.Fatal(err)
	}
	a, err := b.org.StaffActor(t.Context(), m.LoginID)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func (b *brand) write(t testing.TB, fn func(*pg.Tx) error) {
	t.Helper()
	if err := b.db.Write(t.Context(), b.sys.Scope(), fn); err != nil {
		t.Fatal(err)
	}
}

func (b *brand) create(t testing.TB, in dealer.Input) dealer.Dealer {
	t.Helper()
	d, err := b.Create(t.Context(), b.desk, in)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// simple is a dealer without anything special.
func simple(n int) dealer.Input {
	return dealer.Input{
		Code: fmt.Sprintf("D%05d", n), Name: fmt.Sprintf("杭州华信电器有限公司%d", n), ShortName: "杭州华信", Level: "L2", Region: 330106,
		Divisions: []string{"CIVIL"}, Contact: "王建国", Phone: "13800000001",
	}
}

// input is what a page would send back for a dealer it shows.
func input(d dealer.Dealer) dealer.Input {
	codes := func(refs []org.Ref) (out []string) {
		for _, r := range refs {
			out = append(out, r.Code)
		}
		return out
	}
	in := dealer.Input{
		Code: d.Code, Name: d.Name, ShortName: d.ShortName, Level: d.Level.Code, Region: d.Region.Code, Tags: codes(d.Tags),
		Divisions: codes(d.Divisions), Contact: d.Contact, Phone: d.Phone, CreditCode: d.CreditCode, State: d.State,
	}
	if d.Rep != nil {
		in.Rep = d.Rep.Code
	}
	return in
}

func (b *brand) audience(t testing.TB, code string, rule dealer.Rule) dealer.Audience {
	t.Helper()
	a, err := b.CreateAudience(t.Context(), b.desk, dealer.AudienceInput{Code: code, Name: "客群" + code, Rule: rule})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func audiences(d dealer.Dealer) (out []string) {
	for _, m := range d.Audiences {
		out = append(out, m.Code)
	}
	return out
}
