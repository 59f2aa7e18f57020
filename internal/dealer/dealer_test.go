package dealer_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
)

func TestADealerIsFoundByCodeNameAndPinyin(t *testing.T) {
	t.Parallel()
	b := open(t)
	in := simple(1)
	in.Tags, in.Level = []string{"project", "chain"}, "L1"
	b.create(t, in)
	other := simple(2)
	other.Name, other.ShortName, other.Region, other.State = "成都恒达五金经营部", "成都恒达", 510100, dealer.StateFrozen
	b.create(t, other)
	b.audience(t, "KEY", dealer.Rule{Levels: []string{"L1"}})
	for name, f := range map[string]dealer.Filter{
		"code": {Query: "d00001"}, "name": {Query: "华信"}, "initials": {Query: "hzhx"}, "pinyin": {Query: "huaxin"}, "two words": {Query: "杭州 0001"},
		"level": {Level: "L1"}, "province": {Region: 330000}, "county": {Region: 330106}, "tag": {Tag: "chain"}, "audience": {Audience: "KEY"}, "state": {State: dealer.StateActive},
	} {
		got, err := b.List(t.Context(), b.desk, f, page.Request{})
		if err != nil || got.Count != 1 || len(got.Items) != 1 || got.Items[0].Code != "D00001" {
			t.Errorf("by %s: %+v, %v", name, got, err)
		}
	}
	for name, f := range map[string]dealer.Filter{"a percent sign": {Query: "%"}, "an unknown audience": {Audience: "NONE"}, "an unknown region": {Region: 1}} {
		if got, err := b.List(t.Context(), b.desk, f, page.Request{}); err != nil || got.Count != 0 {
			t.Errorf("by %s: %+v, %v", name, got, err)
		}
	}
	card, err := b.List(t.Context(), b.desk, dealer.Filter{Query: "D00001"}, page.Request{})
	if err != nil || card.Items[0].Region.Name != "浙江省杭州市西湖区" || len(card.Items[0].Tags) != 2 || card.Items[0].Level.Name != "战略" {
		t.Errorf("got %+v", card)
	}
}

func TestAListIsCutByCursors(t *testing.T) {
	t.Parallel()
	b := open(t)
	var all []dealer.Input
	for n := range 25 {
		all = append(all, simple(n+1))
	}
	if _, err := b.Upsert(t.Context(), b.desk, all); err != nil {
		t.Fatal(err)
	}
	var seen []string
	for r := (page.Request{Limit: 10}); ; {
		got, err := b.List(t.Context(), b.desk, dealer.Filter{}, r)
		if err != nil || got.Count != 25 {
			t.Fatalf("got %d, %v", got.Count, err)
		}
		for _, c := range got.Items {
			seen = append(seen, c.Code)
		}
		if r.Cursor = got.Next; r.Cursor == "" {
			break
		}
	}
	if len(seen) != 25 || !slices.IsSorted(seen) {
		t.Fatalf("saw %v", seen)
	}
}

func TestARepSeesItsOwnDealersOnly(t *testing.T) {
	t.Parallel()
	b := open(t)
	mine, theirs := simple(1), simple(2)
	mine.Rep, theirs.Rep = "E017", "E018"
	m := b.create(t, mine)
	b.create(t, theirs)
	b.create(t, simple(3))
	rep := b.reps["E017"]
	got, err := b.List(t.Context(), rep, dealer.Filter{}, page.Request{})
	if err != nil || got.Count != 1 || got.Items[0].Code != "D00001" {
		t.Fatalf("got %+v, %v", got, err)
	}
	if _, err := b.Get(t.Context(), rep, "D00002"); !errors.Is(err, fault.NotFound) {
		t.Errorf("another's dealer: %v", err)
	}
	if _, err := b.Edit(t.Context(), rep, "D00002", 1, theirs); !errors.Is(err, fault.NotFound) {
		t.Errorf("another's dealer changed: %v", err)
	}
	if _, err := b.KnownByCode(t.Context(), rep, "D00002"); !errors.Is(err, fault.NotFound) {
		t.Errorf("another's dealer known: %v", err)
	}
	if _, err := b.Addresses(t.Context(), rep, "D00002"); !errors.Is(err, fault.NotFound) {
		t.Errorf("another's addresses: %v", err)
	}
	// It may change its own, but not give it away; a new one becomes its own.
	in := input(m)
	in.ShortName = "华信"
	if _, err := b.Edit(t.Context(), rep, "D00001", 1, in); err != nil {
		t.Errorf("the own dealer changed: %v", err)
	}
	in.Rep = "E018"
	if _, err := b.Edit(t.Context(), rep, "D00001", 2, in); !errors.Is(err, dealer.RepDenied) {
		t.Errorf("the own dealer given away: %v", err)
	}
	if d, err := b.Create(t.Context(), rep, simple(4)); err != nil || d.Rep.Code != "E017" {
		t.Errorf("a new dealer: %+v, %v", d, err)
	}
	another := simple(5)
	another.Rep = "E018"
	if _, err := b.Create(t.Context(), rep, another); !errors.Is(err, dealer.RepDenied) {
		t.Errorf("a new dealer of another rep: %v", err)
	}

	// Another rep takes over, and who had it until now stays on record.
	in.Rep = "E018"
	if _, err := b.Edit(t.Context(), b.desk, "D00001", 2, in); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Get(t.Context(), rep, "D00001"); !errors.Is(err, fault.NotFound) {
		t.Errorf("the former rep still sees it: %v", err)
	}
	if _, err := b.Get(t.Context(), b.reps["E018"], "D00001"); err != nil {
		t.Errorf("the new rep does not see it: %v", err)
	}
	b.write(t, func(tx *pg.Tx) error {
		terms, err := pg.Column[bool](t.Context(), tx, "SELECT until IS NULL FROM dealer.rep_term WHERE dealer_id = $1 ORDER BY since", m.ID)
		if !slices.Equal(terms, []bool{false, true}) {
			t.Errorf("terms %v", terms)
		}
		return err
	})
}

func TestAnEditOfAnOldVersionIsRefused(t *testing.T) {
	t.Parallel()
	b := open(t)
	d := b.create(t, simple(1))
	in := input(d)
	in.Level = "L1"
	d, err := b.Edit(t.Context(), b.desk, "D00001", 1, in)
	if err != nil || d.Version != 2 || d.Level.Code != "L1" || d.Phone.Reveal() != "13800000001" {
		t.Fatalf("got %+v, %v", d, err)
	}
	_, err = b.Edit(t.Context(), b.desk, "D00001", 1, in)
	if f, _ := fault.As(err); !errors.Is(err, pg.VersionChanged) || f.Facts["version"] != 2 {
		t.Errorf("got %v", err)
	}
	if d, err := b.Edit(t.Context(), b.desk, "D00001", 2, in); err != nil || d.Version != 2 {
		t.Errorf("an edit that changes nothing: version %d, %v", d.Version, err)
	}
	b.write(t, func(tx *pg.Tx) error {
		seqs, err := pg.Column[int](t.Context(), tx, "SELECT seq FROM queue.fact WHERE kind = 'dealer.changed' AND doc_id = 'D00001' ORDER BY xid, id")
		if !slices.Equal(seqs, []int{1, 2}) {
			t.Errorf("facts %v", seqs)
		}
		return err
	})
}

func TestEverythingWrongIsToldAtOnce(t *testing.T) {
	t.Parallel()
	b := open(t)
	_, err := b.Create(t.Context(), b.desk, dealer.Input{Code: "甲", Level: "L9", Region: 999999, Tags: []string{"new", "none"}, Rep: "E999", CreditCode: "1", State: "gone"})
	f, _ := fault.As(err)
	var paths []string
	for _, field := range f.Fields {
		paths = append(paths, field.Path)
	}
	slices.Sort(paths)
	if want := []string{"code", "credit_code", "level", "name", "region", "rep", "state", "tags[1]"}; !slices.Equal(paths, want) {
		t.Errorf("got %v", paths)
	}
	b.create(t, simple(1))
	if _, err := b.Create(t.Context(), b.desk, simple(1)); !errors.Is(err, org.CodeTaken) {
		t.Errorf("a code twice: %v", err)
	}
}

func TestABatchKeepsWhatIsRight(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.audience(t, "NEW", dealer.Rule{TagsAny: []string{"new"}})
	frozen := simple(1)
	frozen.State = dealer.StateFrozen
	b.create(t, frozen)
	same, wrong, fresh := simple(1), simple(2), simple(3)
	wrong.Level = "L9"
	fresh.Tags = []string{"new"}
	got, err := b.Upsert(t.Context(), b.desk, []dealer.Input{same, wrong, fresh, fresh})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []dealer.Result{dealer.Unchanged, dealer.Failed, dealer.Created, dealer.Failed} {
		if got[i].Result != want || (want == dealer.Failed) != (got[i].Err != nil) {
			t.Errorf("item %d: %+v", i, got[i])
		}
	}
	if d, err := b.Get(t.Context(), b.desk, "D00003"); err != nil || !slices.Equal(audiences(d), []string{"NEW"}) {
		t.Errorf("got %v, %v", audiences(d), err)
	}
	fresh.Tags, fresh.Rep = nil, "E017"
	if got, err := b.Upsert(t.Context(), b.desk, []dealer.Input{fresh}); err != nil || got[0].Result != dealer.Updated {
		t.Fatalf("got %+v, %v", got, err)
	}
	if d, err := b.Get(t.Context(), b.reps["E017"], "D00003"); err != nil || len(d.Audiences) != 0 || d.Version != 2 {
		t.Errorf("got %+v, %v", d, err)
	}
}

func TestABatchIsBounded(t *testing.T) {
	t.Parallel()
	b := open(t)
	if _, err := b.Upsert(t.Context(), b.desk, make([]dealer.Input, dealer.MaxBatch+1)); !errors.Is(err, dealer.TooMany) {
		t.Errorf("got %v", err)
	}
}

func TestAnAccountActsForItsDealer(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.audience(t, "ALL", dealer.Rule{})
	d := b.create(t, simple(1))
	if _, err := b.AddAccount(t.Context(), b.desk, "D00001", dealer.AccountInput{Name: "王建国", Username: "huaxin", Password: password}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.AddAccount(t.Context(), b.desk, "D00001", dealer.AccountInput{Name: "王建国", Username: "huaxin", Password: password}); !errors.Is(err, identity.UsernameTaken) {
		t.Errorf("a name twice: %v", err)
	}
	token, session, err := b.ids.SignIn(t.Context(), identity.Credentials{Kind: identity.KindAccount, Username: "huaxin", Password: password})
	if err != nil || token == "" {
		t.Fatal(err)
	}
	actor := func() (org.Actor, error) { return b.AccountActor(t.Context(), session.LoginID) }
	a, err := actor()
	if err != nil || a.DealerID != d.ID || a.DealerCode != "D00001" || !a.May(org.OrderPlace) || len(a.Audiences) != 1 {
		t.Fatalf("got %+v, %v", a, err)
	}
	if self, err := b.Self(t.Context(), a); err != nil || self.Code != "D00001" || self.Account.Username != "huaxin" || self.Level.Code != "L2" {
		t.Errorf("got %+v, %v", self, err)
	}
	if _, err := b.List(t.Context(), a, dealer.Filter{}, page.Request{}); !errors.Is(err, org.Forbidden) {
		t.Errorf("a dealer lists dealers: %v", err)
	}
	state := func(s dealer.State) {
		t.Helper()
		d, err := b.Get(t.Context(), b.desk, "D00001")
		if err != nil {
			t.Fatal(err)
		}
		in := input(d)
		in.State = s
		if _, err := b.Edit(t.Context(), b.desk, "D00001", d.Version, in); err != nil {
			t.Fatal(err)
		}
	}
	state(dealer.StateFrozen)
	if a, err := actor(); err != nil || a.May(org.OrderPlace) || !a.May(org.OrderRead) {
		t.Errorf("of a frozen dealer: %v, %v", a.Permissions.List(), err)
	}
	// On another server, which nobody told, a closed dealer is out within a second.
	other := dealer.New(b.db, b.ids)
	if _, err := other.AccountActor(t.Context(), session.LoginID); err != nil {
		t.Fatal(err)
	}
	state(dealer.StateClosed)
	time.Sleep(identity.Fresh)
	if _, err := other.AccountActor(t.Context(), session.LoginID); !errors.Is(err, dealer.Closed) {
		t.Errorf("of a closed dealer: %v", err)
	}
	if _, err := b.AccountActor(t.Context(), id.New()); !errors.Is(err, identity.SessionMissing) {
		t.Errorf("of nobody: %v", err)
	}
}

func TestKnownIsFromMemoryUntilForgotten(t *testing.T) {
	t.Parallel()
	b := open(t)
	d := b.create(t, simple(1))
	other := dealer.New(b.db, b.ids)
	k, err := other.Known(t.Context(), d.ID)
	if err != nil || k.Code != "D00001" || k.Version != 1 || len(k.Audiences) != 0 {
		t.Fatalf("got %+v, %v", k, err)
	}
	b.audience(t, "ALL", dealer.Rule{})
	if again, _ := other.Known(t.Context(), d.ID); again != k {
		t.Error("it was read again")
	}
	type version struct {
		ID      int32 `db:"id"`
		Version int   `db:"version"`
	}
	b.write(t, func(tx *pg.Tx) error {
		got, err := pg.All[version](t.Context(), tx, dealer.VersionsSQL, []int32{d.ID})
		if len(got) != 1 || got[0].Version == k.Version {
			t.Errorf("the version does not tell: %+v", got)
		}
		return err
	})
	other.Forget(d.ID)
	if k, err := other.Known(t.Context(), d.ID); err != nil || k.Version != 2 || len(k.Audiences) != 1 {
		t.Errorf("got %+v, %v", k, err)
	}
	if _, err := other.Known(t.Context(), 999); !errors.Is(err, fault.NotFound) {
		t.Errorf("nobody: %v", err)
	}
}

func TestADealerHasOneDefaultAddress(t *testing.T) {
	t.Parallel()
	b := open(t)
	d := b.create(t, simple(1))
	b.create(t, simple(2))
	a := org.Actor{Kind: org.Dealer, DealerID: d.ID, DealerCode: d.Code, Permissions: org.Portal}
	save := func(in dealer.AddressInput) dealer.Address {
		t.Helper()
		got, err := b.SaveAddress(t.Context(), a, "D00001", in)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	first := save(dealer.AddressInput{Name: "王建国", Phone: "13800000001", Region: 330106, Detail: "文三路 1 号"})
	if !first.Default || first.RegionName != "浙江省杭州市西湖区" {
		t.Errorf("the first one: %+v", first)
	}
	second := save(dealer.AddressInput{Name: "李秀英", Phone: "13800000002", Region: 330200, Detail: "中山路 2 号", Default: true})
	list, err := b.Addresses(t.Context(), a, "D00001")
	if err != nil || len(list) != 2 || list[0].ID != second.ID || list[1].Default {
		t.Errorf("got %+v, %v", list, err)
	}
	if err := b.RemoveAddress(t.Context(), a, "D00001", second.ID); err != nil {
		t.Fatal(err)
	}
	if list, err := b.Addresses(t.Context(), a, "D00001"); err != nil || len(list) != 1 || !list[0].Default {
		t.Errorf("got %+v, %v", list, err)
	}
	if _, err := b.Addresses(t.Context(), a, "D00002"); !errors.Is(err, fault.NotFound) {
		t.Errorf("another dealer's: %v", err)
	}
	if _, err := b.SaveAddress(t.Context(), b.desk, "D00002", dealer.AddressInput{ID: first.ID, Name: "甲", Phone: "1", Region: 330200, Detail: "乙"}); !errors.Is(err, fault.NotFound) {
		t.Errorf("an address moved to another dealer: %v", err)
	}
}
