package dealer_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"qudao/internal/clock"
	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
)

// sees are the codes of the dealers that somebody sees, as the page lists them.
func (b *brand) sees(t testing.TB, login org.Member) []string {
	t.Helper()
	b.org.Forget()
	who, err := b.org.StaffActor(t.Context(), login.LoginID)
	if err != nil {
		t.Fatal(err)
	}
	list, err := b.List(t.Context(), who, dealer.Filter{}, page.Request{})
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, c := range list.Items {
		out = append(out, c.Code)
	}
	return out
}

func (b *brand) employ(t testing.TB, in org.MemberInput) org.Member {
	t.Helper()
	in.Username, in.Password, in.Name = "staff-"+in.Code, password, "员工"+in.Code
	if in.DataScope == "" {
		in.DataScope = org.ScopeAll
	}
	m, err := b.org.CreateMember(t.Context(), b.sys, in)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func (b *brand) role(t testing.TB, code string, scope org.ScopeInput) {
	t.Helper()
	in := org.RoleInput{Code: code, Name: code, Permissions: []org.Permission{org.DealerRead, org.DealerEdit}, Scope: scope}
	if _, err := b.org.CreateRole(t.Context(), b.sys, in); err != nil {
		t.Fatal(err)
	}
}

// Each kind of data permission shows its dealers and no other, several show them all, and a change of a role,
// of a person, of the tree or of a dealer is in force at once.
func TestWhatARoleLetsSee(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.write(t, func(tx *pg.Tx) error {
		return org.UpsertDepartmentsTx(t.Context(), tx, []org.DepartmentInput{{Code: "EAST", Name: "华东"}, {Code: "CITY", Name: "杭州", Parent: "EAST"}, {Code: "WEST", Name: "西部"}})
	})
	b.role(t, "self", org.ScopeInput{Sees: org.SeesSelf})
	rep := b.employ(t, org.MemberInput{Code: "R1", Departments: []string{"CITY"}, Roles: []string{"self"}})
	b.employ(t, org.MemberInput{Code: "R2", Departments: []string{"EAST"}, Roles: []string{"self"}})
	big := b.audience(t, "BIG", dealer.Rule{Levels: []string{"L1"}})
	put := func(n int, level string, region int, division, rep string) {
		in := simple(n)
		in.Level, in.Region, in.Divisions, in.Rep = level, region, []string{division}, rep
		b.create(t, in)
	}
	put(1, "L1", 330106, "CIVIL", "R1") // 杭州
	put(2, "L2", 330200, "LIGHT", "R2") // 宁波
	put(3, "L2", 510100, "LIGHT", "")   // 成都
	put(4, "L1", 510100, "CIVIL", "R2")

	regions, audiences, err := b.ResolveScope(t.Context(), b.sys, []int{330000}, []string{"BIG"})
	if err != nil {
		t.Fatal(err)
	}
	b.role(t, "team", org.ScopeInput{Sees: org.SeesDepartment})
	b.role(t, "below", org.ScopeInput{Sees: org.SeesBelow})
	b.role(t, "zhejiang", org.ScopeInput{Sees: org.SeesRegions, Regions: regions})
	b.role(t, "light", org.ScopeInput{Sees: org.SeesDivisions, Divisions: []string{"LIGHT"}})
	b.role(t, "big", org.ScopeInput{Sees: org.SeesAudiences, Audiences: audiences})
	b.role(t, "all", org.ScopeInput{Sees: org.SeesAll})
	east := []string{"EAST"}
	for what, c := range map[string]struct {
		in   org.MemberInput
		want []string
	}{
		"own":                           {org.MemberInput{Code: "A", Roles: []string{"self"}}, nil},
		"department":                    {org.MemberInput{Code: "B", Departments: east, Roles: []string{"team"}}, []string{"D00002", "D00004"}},
		"department and below":          {org.MemberInput{Code: "C", Departments: east, Roles: []string{"below"}}, []string{"D00001", "D00002", "D00004"}},
		"within a department":           {org.MemberInput{Code: "D", Departments: []string{"WEST"}, Within: []org.Grant{{Role: "team", Department: "CITY"}}}, []string{"D00001"}},
		"region":                        {org.MemberInput{Code: "E", Roles: []string{"zhejiang"}}, []string{"D00001", "D00002"}},
		"division":                      {org.MemberInput{Code: "F", Roles: []string{"light"}}, []string{"D00002", "D00003"}},
		"audience":                      {org.MemberInput{Code: "G", Roles: []string{"big"}}, []string{"D00001", "D00004"}},
		"several come together":         {org.MemberInput{Code: "H", Roles: []string{"light", "big"}}, []string{"D00001", "D00002", "D00003", "D00004"}},
		"all":                           {org.MemberInput{Code: "I", Roles: []string{"all", "self"}}, []string{"D00001", "D00002", "D00003", "D00004"}},
		"a limit, whatever the role is": {org.MemberInput{Code: "J", Roles: []string{"all"}, DataScope: org.ScopeOwn}, nil},
	} {
		if got := b.sees(t, b.employ(t, c.in)); !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
			t.Errorf("%s: sees %v, want %v", what, got, c.want)
		}
	}
	member := func(code string) org.Member {
		m, err := b.org.Member(t.Context(), b.sys, code)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	expect := func(what, code string, want ...string) {
		t.Helper()
		if got := b.sees(t, member(code)); !slices.Equal(got, want) && len(got)+len(want) > 0 {
			t.Errorf("%s: %s sees %v, want %v", what, code, got, want)
		}
	}
	edit := func(n int, change func(*dealer.Input)) {
		t.Helper()
		d, err := b.Get(t.Context(), b.sys, simple(n).Code)
		if err != nil {
			t.Fatal(err)
		}
		in := input(d)
		change(&in)
		if _, err := b.Edit(t.Context(), b.sys, d.Code, d.Version, in); err != nil {
			t.Fatal(err)
		}
	}
	edit(3, func(in *dealer.Input) { in.Region, in.Rep = 330106, "R1" })
	expect("a dealer moved", "E", "D00001", "D00002", "D00003")
	expect("a dealer got a rep", "C", "D00001", "D00002", "D00003", "D00004")
	expect("a dealer got a rep", "R1", "D00001", "D00003")
	edit(2, func(in *dealer.Input) { in.Level, in.Divisions = "L1", []string{"CIVIL"} })
	expect("a dealer's level", "G", "D00001", "D00002", "D00004")
	expect("a dealer's division", "F", "D00003")
	if _, err := b.EditAudience(t.Context(), b.desk, "BIG", big.Version, dealer.AudienceInput{Name: "大客户", Rule: dealer.Rule{DealersIn: []string{"D00003"}}}); err != nil {
		t.Fatal(err)
	}
	expect("a rule of the audience", "G", "D00003")
	if _, err := b.org.EditRole(t.Context(), b.sys, "light", 1, org.RoleInput{Name: "x", Permissions: []org.Permission{org.DealerRead}, Scope: org.ScopeInput{Sees: org.SeesDivisions, Divisions: []string{"CIVIL"}}}); err != nil {
		t.Fatal(err)
	}
	expect("the role itself", "F", "D00001", "D00002", "D00004")
	if _, err := b.org.EditDepartment(t.Context(), b.sys, "CITY", 1, org.DepartmentInput{Name: "杭州", Parent: "WEST"}); err != nil {
		t.Fatal(err)
	}
	expect("the tree", "C", "D00002", "D00004")
	out := org.MemberInput{Name: rep.Name, Roles: []string{"self"}, Departments: []string{"EAST"}, DataScope: org.ScopeAll}
	if _, err := b.org.EditMember(t.Context(), b.sys, "R1", rep.Version, out); err != nil {
		t.Fatal(err)
	}
	expect("a rep's department", "B", "D00001", "D00002", "D00003", "D00004")
	expect("the department they left", "D")
	out.State = org.StaffLeft
	if _, err := b.org.EditMember(t.Context(), b.sys, "R1", rep.Version+1, out); err != nil {
		t.Fatal(err)
	}
	expect("who left is still their dealers' rep", "B", "D00001", "D00002", "D00003", "D00004")
	b.write(t, func(tx *pg.Tx) error {
		n, err := pg.Value[int](t.Context(), tx, "SELECT count(*)::int FROM pg.scope_dealer WHERE scope_id = $1", rep.ID)
		if n != 0 {
			t.Errorf("who left still sees %d dealers", n)
		}
		return err
	})
}

// A scope is never given a region or an audience that does not exist, nor a list it does not use.
func TestADataPermissionIsChecked(t *testing.T) {
	t.Parallel()
	b := open(t)
	_, _, err := b.ResolveScope(t.Context(), b.sys, []int{330000, 999999}, []string{"NONE"})
	f, _ := fault.As(err)
	if !errors.Is(err, fault.InvalidInput) || len(f.Fields) != 2 || f.Fields[0].Path != "scope.regions[1]" || f.Fields[1].Path != "scope.audiences[0]" {
		t.Errorf("got %v", err)
	}
	for what, in := range map[string]org.ScopeInput{
		"no region":       {Sees: org.SeesRegions},
		"a list too many": {Sees: org.SeesAll, Regions: []int32{330000}},
		"an unknown kind": {Sees: "nothing"},
	} {
		if _, err := b.org.CreateRole(t.Context(), b.sys, org.RoleInput{Code: "x", Name: "x", Scope: in}); !errors.Is(err, fault.InvalidInput) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := b.org.CreateRole(t.Context(), b.sys, org.RoleInput{Code: "x", Name: "x", Scope: org.ScopeInput{Sees: org.SeesDivisions, Divisions: []string{"NONE"}}}); !errors.Is(err, org.CodeUnknown) {
		t.Errorf("an unknown division: %v", err)
	}
}

// A rep's dealers go to another in one step, from a day on; who had them when stays answerable, and who leaves
// is out.
func TestDealersAreHandedOver(t *testing.T) {
	t.Parallel()
	b := open(t)
	for n := 1; n <= 3; n++ {
		in := simple(n)
		in.Rep = "E017"
		b.create(t, in)
	}
	today := clock.Day(time.Now())
	day := func(back int) string { return today.AddDate(0, 0, -back).Format(time.DateOnly) }
	// Two of them have been the rep's for a hundred days, one came today.
	b.write(t, func(tx *pg.Tx) error {
		_, err := tx.Exec(t.Context(), `UPDATE dealer.rep_term SET since = since - interval '100 days' WHERE dealer_id IN (SELECT id FROM dealer.dealer WHERE code < 'D00003')`)
		return err
	})
	hand := func(who org.Actor, in dealer.HandoverInput) (dealer.Handover, error) {
		return b.HandOver(t.Context(), who, in)
	}
	good := dealer.HandoverInput{From: "E017", To: "E018", Since: day(10), Reason: "离职交接", Leaves: true}
	with := func(change func(*dealer.HandoverInput)) dealer.HandoverInput {
		in := good
		change(&in)
		return in
	}
	for what, c := range map[string]struct {
		in   dealer.HandoverInput
		want error
	}{
		"to nobody":               {with(func(in *dealer.HandoverInput) { in.To = "" }), fault.InvalidInput},
		"to themselves":           {with(func(in *dealer.HandoverInput) { in.To = "E017" }), fault.InvalidInput},
		"to who does not exist":   {with(func(in *dealer.HandoverInput) { in.To = "E999" }), org.CodeUnknown},
		"without a day":           {with(func(in *dealer.HandoverInput) { in.Since = "" }), fault.InvalidInput},
		"tomorrow":                {with(func(in *dealer.HandoverInput) { in.Since = day(-1) }), dealer.HandoverDay},
		"long ago":                {with(func(in *dealer.HandoverInput) { in.Since = day(32) }), dealer.HandoverDay},
		"of nobody":               {with(func(in *dealer.HandoverInput) { in.From = "E999" }), fault.NotFound},
		"of who has none":         {with(func(in *dealer.HandoverInput) { in.From, in.To = "E018", "E017" }), dealer.HandoverNothing},
		"of another's dealer":     {with(func(in *dealer.HandoverInput) { in.Dealers = []string{"D00009"} }), fault.InvalidInput},
		"who leaves keeps some":   {with(func(in *dealer.HandoverInput) { in.Dealers = []string{"D00001"} }), dealer.HandoverRemains},
		"of who would be the one": {with(func(in *dealer.HandoverInput) { in.From, in.Leaves = "E001", false }), dealer.HandoverNothing},
	} {
		if _, err := hand(b.desk, c.in); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := hand(b.reps["E017"], with(func(in *dealer.HandoverInput) { in.Leaves = false })); !errors.Is(err, dealer.RepDenied) {
		t.Errorf("out of the own sight: %v", err)
	}
	may := b.desk
	may.Permissions = org.Of(org.DealerEdit, org.DealerRead)
	if _, err := hand(may, good); !errors.Is(err, org.Forbidden) {
		t.Errorf("a leave without the permission: %v", err)
	}
	may.Permissions = org.Of(org.DealerRead, org.StaffEdit)
	if _, err := hand(may, good); !errors.Is(err, org.Forbidden) {
		t.Errorf("without the permission: %v", err)
	}

	holding, err := b.Holding(t.Context(), b.desk, "E017")
	if err != nil || holding != (dealer.Holding{Active: 3}) {
		t.Errorf("before: %+v, %v", holding, err)
	}
	done, err := hand(b.desk, good)
	if err != nil || done.Dealers != 3 || done.From.Code != "E017" || !done.Leaves || done.Since != day(10) {
		t.Fatalf("got %+v, %v", done, err)
	}
	b.org.Forget()
	if who, err := b.org.Member(t.Context(), b.sys, "E017"); err != nil || who.State != org.StaffLeft {
		t.Errorf("who left: %+v, %v", who, err)
	} else if _, err := b.org.StaffActor(t.Context(), who.LoginID); err == nil {
		t.Error("who left is still let in")
	}
	rep, _ := b.org.Member(t.Context(), b.sys, "E018")
	if got := b.sees(t, rep); len(got) != 3 {
		t.Errorf("the new rep sees %v", got)
	}
	old, err := b.Terms(t.Context(), b.desk, "D00001")
	if err != nil || len(old) != 2 || old[0].Rep.Code != "E018" || old[0].Reason != "离职交接" || old[0].Actor != "staff:E001" || old[0].Until != nil ||
		!old[0].Since.Equal(today.AddDate(0, 0, -10)) || !old[1].Until.Equal(old[0].Since) || old[1].Rep.Code != "E017" {
		t.Errorf("got %+v, %v", old, err)
	}
	if late, err := b.Terms(t.Context(), b.desk, "D00003"); err != nil || len(late) != 2 || late[1].Since.Before(today) {
		t.Errorf("what came later changes hands now: %+v, %v", late, err)
	}
	kept, err := b.Keeps(t.Context(), b.desk, "E017", page.Request{Limit: 2})
	if err != nil || len(kept.Items) != 2 || kept.Next == "" || kept.Items[0].Dealer.Code != "D00003" || kept.Items[0].To == nil || kept.Items[0].To.Code != "E018" {
		t.Fatalf("got %+v, %v", kept, err)
	}
	rest, err := b.Keeps(t.Context(), b.desk, "E017", page.Request{Limit: 2, Cursor: kept.Next})
	if err != nil || len(rest.Items) != 1 || rest.Next != "" {
		t.Errorf("the next page: %+v, %v", rest, err)
	}
	if list, err := b.Handovers(t.Context(), b.desk, "E018"); err != nil || len(list) != 1 || list[0].ID != done.ID {
		t.Errorf("got %+v, %v", list, err)
	}
	if _, err := b.Terms(t.Context(), b.sys, "D00099"); !errors.Is(err, fault.NotFound) {
		t.Errorf("a dealer that does not exist: %v", err)
	}
}
