package setup_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"qudao/internal/demo"
	"qudao/internal/fault"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/secret"
	"qudao/internal/seed"
	"qudao/internal/setup"
	"qudao/internal/verify"
)

var first = setup.Input{Username: "admin", Name: "系统管理员", Password: secret.NewText("Lantern-2026"), Division: "主营业务"}

func count(t *testing.T, db *pg.DB, from string) (n int) {
	t.Helper()
	err := db.Read(t.Context(), pg.Scope{Actor: "system:test", All: true}, func(tx *pg.Tx) (err error) {
		n, err = pg.Value[int](t.Context(), tx, "SELECT count(*)::int FROM "+from)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAnInstallationIsSetUp(t *testing.T) {
	t.Parallel()
	db, url := pgtest.Open(t)
	if err := setup.Do(t.Context(), db, first); err != nil {
		t.Fatal(err)
	}
	for from, want := range map[string]int{
		"org.staff": 1, "org.role": len(org.StandardRoles), "org.division": 1, "dealer.level": 1, "dealer.region": len(demo.Regions()),
		"dealer.region WHERE code = 330106 AND full_name = '浙江省杭州市西湖区'": 1, "dealer.audience WHERE code = 'ALL' AND NOT named_only": 1,
		"pricing.price_list WHERE code = 'BASE' AND kind = 'base' AND state = 'active'": 1, "inventory.display WHERE mode = 'banded'": 1,
		"inventory.warehouse": 0, "dealer.dealer": 0,
	} {
		if got := count(t, db, from); got != want {
			t.Errorf("%s: %d rows, want %d", from, got, want)
		}
	}

	ids := identity.New(db)
	_, session, err := ids.SignIn(t.Context(), identity.Credentials{Kind: identity.KindStaff, Username: "admin", Password: first.Password, Address: "127.0.0.1"})
	if err != nil {
		t.Fatal(err)
	}
	who, err := org.New(db, ids).StaffActor(t.Context(), session.LoginID)
	if err != nil || who.Name != "系统管理员" || who.OwnDealers || len(who.Permissions.List()) != len(org.All) {
		t.Errorf("%+v, %v", who, err)
	}

	if err := setup.Do(t.Context(), db, setup.Input{Username: "second", Name: "另一人", Password: first.Password, Division: "照明"}); !errors.Is(err, setup.Done) {
		t.Errorf("a second time: %v", err)
	}
	if n := count(t, db, "org.staff") + count(t, db, "org.division"); n != 2 {
		t.Errorf("the second time left something: %d", n)
	}
	results, err := verify.All(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verify.Violations(results) {
		t.Errorf("%s: %s", v.Invariant, v.Row)
	}
	// The demo brand is never mixed into it.
	if found, err := seed.Present(t.Context(), db); err != nil || !found {
		t.Errorf("no brand: %v", err)
	}
	if err := seed.Demo(t.Context(), url.Owner, pgtest.Keys(), demo.Options{Dealers: 3, SKUs: 60, Lists: 3, Orders: 10}, nil); !errors.Is(err, seed.NotEmpty) {
		t.Errorf("the demo brand beside it: %v", err)
	}
}

func TestNothingIsSetUpWithWrongInput(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	for name, c := range map[string]struct {
		change func(*setup.Input)
		paths  []string
	}{
		"a short password and no name": {func(in *setup.Input) { in.Password, in.Name = secret.NewText("Abc1"), " " }, []string{"password", "name"}},
		"a password with the username": {func(in *setup.Input) { in.Username, in.Password = "keeper", secret.NewText("Keeper-2026") }, []string{"password"}},
		"a username with a space":      {func(in *setup.Input) { in.Username = "a b c" }, []string{"username"}},
		"no division":                  {func(in *setup.Input) { in.Division = "" }, []string{"divisions[0].name"}},
	} {
		in := first
		c.change(&in)
		err := setup.Do(t.Context(), db, in)
		f, ok := fault.As(err)
		if !ok || f.Definition != fault.InvalidInput || len(f.Fields) != len(c.paths) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i, path := range c.paths {
			if f.Fields[i].Path != path {
				t.Errorf("%s: %v, want %s", name, err, path)
			}
		}
	}
	if n := count(t, db, "org.staff") + count(t, db, "org.role") + count(t, db, "dealer.region"); n != 0 {
		t.Errorf("%d rows are left", n)
	}
}

func TestOfTwoAtOnceOneSetsUp(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	outcomes := make([]error, 2)
	var both sync.WaitGroup
	for i := range outcomes {
		both.Go(func() { outcomes[i] = setup.Do(context.WithoutCancel(t.Context()), db, first) })
	}
	both.Wait()
	if errors.Is(outcomes[0], setup.Done) == errors.Is(outcomes[1], setup.Done) || outcomes[0] != nil && outcomes[1] != nil {
		t.Errorf("%v and %v", outcomes[0], outcomes[1])
	}
	if n := count(t, db, "org.staff"); n != 1 {
		t.Errorf("%d members of staff", n)
	}
}
