package dealer_test

import (
	"strings"
	"testing"
	"time"

	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/secret"
)

// vault is a brand whose database is also opened by the worker and by the superuser, with a keyring of its own.
type vault struct {
	*brand
	t     *testing.T
	keys  *secret.Keyring
	work  *dealer.Service
	super *pg.DB
}

func vaultOf(t *testing.T) *vault {
	t.Helper()
	b := open(t)
	v := &vault{brand: b, t: t, keys: secret.Ephemeral(), super: pgtest.OpenURL(t, b.at.Super, nil)}
	with := func(url string) *pg.DB {
		db, err := pg.Open(t.Context(), pg.Config{URL: url, Conns: 4, Keys: v.keys})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(db.Close)
		return db
	}
	v.db = with(b.at.App)
	v.Service = dealer.New(v.db, identity.New(v.db))
	v.work = dealer.New(with(b.at.Worker), nil)
	return v
}

func (v *vault) text(sql string, args ...any) (out string) {
	v.t.Helper()
	if err := v.super.Pool().QueryRow(v.t.Context(), sql, args...).Scan(&out); err != nil {
		v.t.Fatal(err)
	}
	return out
}

func (v *vault) exec(sql string, args ...any) {
	v.t.Helper()
	if _, err := v.super.Pool().Exec(v.t.Context(), sql, args...); err != nil {
		v.t.Fatal(err)
	}
}

func (v *vault) address(code, phone string) dealer.Address {
	v.t.Helper()
	a, err := v.SaveAddress(v.t.Context(), v.desk, code, dealer.AddressInput{Name: "陈工", Phone: secret.Phone(phone), Region: 330106, Detail: "文三路 1 号"})
	if err != nil {
		v.t.Fatal(err)
	}
	return a
}

func TestPhonesAreSealedInTheDatabaseAndInTheRecord(t *testing.T) {
	t.Parallel()
	v := vaultOf(t)
	in := simple(1)
	in.Phone = "16011112222"
	d := v.create(t, in)
	a := v.address(d.Code, "16033334444")
	if d.Phone != "16011112222" || a.Phone != "16033334444" {
		t.Errorf("%q, %q", d.Phone.Reveal(), a.Phone.Reveal())
	}
	in.Phone = "16055556666"
	if _, err := v.Edit(t.Context(), v.desk, d.Code, d.Version, in); err != nil {
		t.Fatal(err)
	}
	for _, sql := range []string{`SELECT string_agg(d::text, ' ') FROM dealer.dealer d`, `SELECT string_agg(a::text, ' ') FROM dealer.address a`, `SELECT string_agg(c::text, ' ') FROM audit.change c`} {
		stored := v.text(sql)
		for _, plain := range []string{"16011112222", "16033334444", "16055556666"} {
			if strings.Contains(stored, plain) {
				t.Errorf("%s stands in %s", plain, sql)
			}
		}
	}
	if n := v.text(`SELECT count(*)::text FROM audit.change WHERE tbl = 'dealer.dealer' AND action = 'update' AND before ->> 'phone' <> after ->> 'phone'`); n != "1" {
		t.Errorf("%s changes of the phone are on record", n)
	}
}

func TestASealedPhoneIsWorthNothingInAnotherRow(t *testing.T) {
	t.Parallel()
	v := vaultOf(t)
	v.create(t, simple(1))
	v.create(t, simple(2))
	v.exec(`UPDATE dealer.dealer SET phone = (SELECT phone FROM dealer.dealer WHERE code = 'D00001') WHERE code = 'D00002'`)
	if d, err := v.Get(t.Context(), v.desk, "D00002"); err == nil {
		t.Errorf("it is read as %q", d.Phone.Reveal())
	}
}

func TestADealerIsFoundByAWholePhoneNumber(t *testing.T) {
	t.Parallel()
	v := vaultOf(t)
	in := simple(1)
	in.Phone = "160 1111 2222"
	v.create(t, in)
	v.create(t, simple(2))
	v.address("D00002", "+86 160-3333-4444")
	find := func(who org.Actor, query string) string {
		list, err := v.List(t.Context(), who, dealer.Filter{Query: query}, page.Request{})
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, d := range list.Items {
			codes = append(codes, d.Code)
		}
		if list.Count != len(codes) {
			t.Errorf("%s: %d counted", query, list.Count)
		}
		return strings.Join(codes, " ")
	}
	for query, want := range map[string]string{"16011112222": "D00001", "160-1111-2222": "D00001", "16033334444": "D00002", "1601111222": "", "16099999999": ""} {
		if got := find(v.desk, query); got != want {
			t.Errorf("%s finds %q", query, got)
		}
	}
	// Whoever sees the mask only could otherwise find the hidden digits by trying.
	blind := v.desk
	blind.Permissions = org.Of(org.DealerRead)
	if got := find(blind, "16011112222"); got != "" {
		t.Errorf("without the permission it finds %q", got)
	}
}

func TestAMaskThatComesBackChangesNothing(t *testing.T) {
	t.Parallel()
	v := vaultOf(t)
	in := simple(1)
	in.Phone, in.Contact = "16011112222", "王建国"
	d := v.create(t, in)
	in.Name, in.Phone, in.Contact = "新名称", secret.Phone(d.Phone.Masked()), secret.Name(d.Contact.Masked())
	d, err := v.Edit(t.Context(), v.desk, d.Code, d.Version, in)
	if err != nil || d.Phone != "16011112222" || d.Contact != "王建国" || d.Name != "新名称" {
		t.Errorf("%q %q %q, %v", d.Phone.Reveal(), d.Contact.Reveal(), d.Name, err)
	}
	in.Phone = "160****9999"
	_, err = v.Edit(t.Context(), v.desk, d.Code, d.Version, in)
	if f, ok := fault.As(err); !ok || len(f.Fields) != 1 || f.Fields[0].Path != "phone" || f.Fields[0].Definition != dealer.PhoneMasked {
		t.Errorf("another mask: %v", err)
	}
	_, err = v.SaveAddress(t.Context(), v.desk, d.Code, dealer.AddressInput{Name: "陈工", Phone: "160****9999", Region: 330106, Detail: "文三路 1 号"})
	if f, ok := fault.As(err); !ok || f.Fields[0].Path != "phone" {
		t.Errorf("a mask in an address: %v", err)
	}
}

func TestAnUnchangedPhoneIsNoChange(t *testing.T) {
	t.Parallel()
	v := vaultOf(t)
	v.create(t, simple(1))
	stored := v.text(`SELECT phone FROM dealer.dealer WHERE code = 'D00001'`)
	done, err := v.Upsert(t.Context(), v.sys, []dealer.Input{simple(1)})
	if err != nil || done[0].Result != dealer.Unchanged {
		t.Errorf("%+v, %v", done, err)
	}
	if again := v.text(`SELECT phone FROM dealer.dealer WHERE code = 'D00001'`); again != stored {
		t.Error("it was sealed anew")
	}
}

func TestRotationSealsEverythingAnewAndLeavesNoTrace(t *testing.T) {
	t.Parallel()
	v := vaultOf(t)
	for n := range 5 {
		v.create(t, simple(n))
		v.address(simple(n).Code, "16033334444")
	}
	// What stood there before there were keys.
	v.exec(`UPDATE dealer.dealer SET phone = '16077778888', phone_index = NULL WHERE code = 'D00003'`)
	if _, err := v.work.Reseal(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := v.keys.Add(time.Now()); err != nil {
		t.Fatal(err)
	}
	if err := v.keys.Rotate(); err != nil {
		t.Fatal(err)
	}
	before := v.text(`SELECT count(*)::text FROM audit.change`)
	n, err := v.work.Reseal(t.Context())
	if err != nil || n != 10 {
		t.Errorf("%d values, %v", n, err)
	}
	if after := v.text(`SELECT count(*)::text FROM audit.change`); after != before {
		t.Errorf("%s rows of the record became %s", before, after)
	}
	fresh, err := v.keys.FreshPrefix()
	if err != nil {
		t.Fatal(err)
	}
	if left := v.text(`SELECT count(*)::text FROM (SELECT phone FROM dealer.dealer UNION ALL SELECT phone FROM dealer.address) p WHERE NOT starts_with(phone, $1)`, fresh); left != "0" {
		t.Errorf("%s values are under the old key", left)
	}
	d, err := v.Get(t.Context(), v.desk, "D00003")
	if err != nil || d.Phone != "16077778888" || d.Addresses[0].Phone != "16033334444" || d.Version != 1 {
		t.Errorf("%+v, %v", d, err)
	}
	list, err := v.List(t.Context(), v.desk, dealer.Filter{Query: "16077778888"}, page.Request{})
	if err != nil || len(list.Items) != 1 {
		t.Errorf("by its phone: %+v, %v", list, err)
	}
	if n, err := v.work.Reseal(t.Context()); n != 0 || err != nil {
		t.Errorf("once more: %d, %v", n, err)
	}
	// The way past the record is the worker's alone.
	err = v.db.Write(t.Context(), v.sys.Scope(), func(tx *pg.Tx) error {
		_, err := tx.Exec(t.Context(), `SELECT set_config('qudao.resealing', 'on', true)`)
		if err == nil {
			_, err = tx.Exec(t.Context(), `UPDATE dealer.dealer SET phone = 'x' WHERE code = 'D00001'`)
		}
		return err
	})
	if err != nil || v.text(`SELECT count(*)::text FROM audit.change`) == before {
		t.Errorf("a change by who serves is not on record, %v", err)
	}
}
