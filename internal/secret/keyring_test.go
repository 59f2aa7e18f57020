package secret_test

import (
	"encoding/base64"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"qudao/internal/secret"
)

var phoneField = secret.Field{Table: "dealer.address", Column: "phone"}

func seal(t *testing.T, k *secret.Keyring, row, plain string) string {
	t.Helper()
	sealed, err := k.Seal(phoneField, row, plain)
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

func TestASealedValueOpensAtItsPlaceAlone(t *testing.T) {
	t.Parallel()
	k := secret.Ephemeral()
	sealed := seal(t, k, "1/a", "16000000001")
	if strings.Contains(sealed, "0000001") || !secret.Sealed(sealed) || sealed == seal(t, k, "1/a", "16000000001") {
		t.Errorf("%q tells something", sealed)
	}
	if plain, err := k.Open(phoneField, "1/a", sealed); err != nil || plain != "16000000001" {
		t.Errorf("%q, %v", plain, err)
	}
	for what, open := range map[string]func() (string, error){
		"another row": func() (string, error) { return k.Open(phoneField, "1/b", sealed) },
		"another column": func() (string, error) {
			return k.Open(secret.Field{Table: "dealer.address", Column: "name"}, "1/a", sealed)
		},
		"another table": func() (string, error) {
			return k.Open(secret.Field{Table: "dealer.addres", Column: "sphone"}, "1/a", sealed)
		},
		"another keyring": func() (string, error) { return secret.Ephemeral().Open(phoneField, "1/a", sealed) },
		"changed":         func() (string, error) { return k.Open(phoneField, "1/a", sealed[:len(sealed)-2]+"AA") },
		"cut":             func() (string, error) { return k.Open(phoneField, "1/a", sealed[:14]) },
	} {
		if plain, err := open(); err == nil {
			t.Errorf("%s opens as %q", what, plain)
		} else if strings.Contains(err.Error(), "16000000001") || strings.Contains(err.Error(), sealed) {
			t.Errorf("%s: the error quotes the value: %v", what, err)
		}
	}
	if plain, err := k.Open(phoneField, "1/a", "16000000002"); err != nil || plain != "16000000002" {
		t.Errorf("what was stored before: %q, %v", plain, err)
	}
}

func TestWithoutAKeyringNothingIsSealed(t *testing.T) {
	t.Parallel()
	var none *secret.Keyring
	if _, err := none.Seal(phoneField, "1", "x"); !errors.Is(err, secret.ErrNoKeyring) {
		t.Error(err)
	}
	if sealed, err := none.Seal(phoneField, "1", ""); sealed != "" || err != nil {
		t.Errorf("nothing: %q, %v", sealed, err)
	}
}

func TestWhatIsSealedOpensWhateverItIs(t *testing.T) {
	t.Parallel()
	k := secret.Ephemeral()
	rapid.Check(t, func(t *rapid.T) {
		f := secret.Field{Table: rapid.String().Draw(t, "table"), Column: rapid.String().Draw(t, "column")}
		row, plain := rapid.String().Draw(t, "row"), rapid.String().Draw(t, "plain")
		sealed, err := k.Seal(f, row, plain)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := k.Open(f, row, sealed); err != nil || back != plain {
			t.Fatalf("%q comes back as %q, %v", plain, back, err)
		}
		kept, err := k.Keep(f, row, sealed, plain)
		if err != nil || kept != sealed {
			t.Fatalf("what did not change is %q, not %q, %v", kept, sealed, err)
		}
	})
}

func TestABlindIndexFindsEqualValuesOnly(t *testing.T) {
	t.Parallel()
	k := secret.Ephemeral()
	index := func(f secret.Field, phone secret.Phone) string {
		b, err := k.Index(f, phone.Digits())
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	one := index(phoneField, "160-0000-0001")
	if one != index(phoneField, "+86 16000000001") || len(one) != 16 {
		t.Error("the same number is not found")
	}
	if one == index(phoneField, "16000000002") || one == index(secret.Field{Table: "dealer.dealer", Column: "phone"}, "16000000001") {
		t.Error("another number, or another field, has the same index")
	}
	other, err := secret.Ephemeral().Index(phoneField, "16000000001")
	if err != nil || one == string(other) {
		t.Errorf("the index does not depend on the key, %v", err)
	}
	if none, err := k.Index(phoneField, ""); none != nil || err != nil {
		t.Errorf("%v, %v", none, err)
	}
}

func ringFile(t *testing.T, lock secret.Text) (string, secret.Source) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data", "keyring.json")
	source, err := secret.File(path, lock)
	if err != nil {
		t.Fatal(err)
	}
	return path, source
}

func TestAKeyringIsMadeOnceAndIsItsOwnersAlone(t *testing.T) {
	t.Parallel()
	path, source := ringFile(t, secret.Text{})
	if _, err := secret.OpenKeyring(source); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("none: %v", err)
	}
	k, err := secret.MakeKeyring(source, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if _, err := secret.MakeKeyring(source, time.Now()); err == nil {
		t.Error("a keyring was written over")
	}
	sealed := seal(t, k, "1", "16000000001")
	again, err := secret.OpenKeyring(source)
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := again.Open(phoneField, "1", sealed); err != nil || plain != "16000000001" {
		t.Errorf("%q, %v", plain, err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	given, err := secret.OpenKeyring(secret.Given(secret.NewText(base64.StdEncoding.EncodeToString(text))))
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := given.Open(phoneField, "1", sealed); err != nil || plain != "16000000001" {
		t.Errorf("from the environment: %q, %v", plain, err)
	}
	if err := given.Add(time.Now()); !errors.Is(err, secret.ErrGiven) {
		t.Errorf("the environment is changed: %v", err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := secret.OpenKeyring(source); err == nil {
		t.Error("a keyring that others can read is used")
	}
	if _, err := secret.OpenKeyring(secret.Given(secret.NewText("{}"))); err == nil {
		t.Error("no keyring is one")
	}
}

func TestALockedKeyringNeedsItsKey(t *testing.T) {
	t.Parallel()
	lock := secret.NewText(base64.StdEncoding.EncodeToString(make([]byte, 32)))
	path, source := ringFile(t, lock)
	if _, err := secret.MakeKeyring(source, time.Now()); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(path); err != nil || strings.Contains(string(text), "primaryKeyId") {
		t.Errorf("%v: the keys are in the file: %.60s", err, text)
	}
	if _, err := secret.OpenKeyring(source); err != nil {
		t.Error(err)
	}
	open, err := secret.File(path, secret.Text{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := secret.OpenKeyring(open); err == nil {
		t.Error("it opens without its key")
	}
	if _, err := secret.File(path, secret.NewText("short")); err == nil {
		t.Error("a short key is taken")
	}
}

func TestRotationWritesWithTheNewKeyAndReadsWithAll(t *testing.T) {
	t.Parallel()
	_, source := ringFile(t, secret.Text{})
	k, err := secret.MakeKeyring(source, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	other, err := secret.OpenKeyring(source) // another server
	if err != nil {
		t.Fatal(err)
	}
	old, oldIndex := seal(t, k, "1", "16000000001"), mustIndex(t, k)
	oldTag, err := k.Sign([]byte("seal"))
	if err != nil {
		t.Fatal(err)
	}
	if err := k.Rotate(); !errors.Is(err, secret.ErrNothingAdded) {
		t.Errorf("rotated to nothing: %v", err)
	}
	if err := k.Add(time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if same := seal(t, k, "1", "16000000001"); same[:12] != old[:12] {
		t.Error("an added key is written with")
	}
	if err := k.Rotate(); err != nil {
		t.Fatal(err)
	}
	fresh := seal(t, k, "1", "16000000001")
	if fresh[:12] == old[:12] {
		t.Error("the old key is written with")
	}
	for what, ring := range map[string]*secret.Keyring{"this": k, "the other": other} {
		for _, sealed := range []string{old, fresh} {
			if plain, err := ring.Open(phoneField, "1", sealed); err != nil || plain != "16000000001" {
				t.Errorf("%s server: %q, %v", what, plain, err)
			}
		}
	}
	again, changed, err := k.Reseal(phoneField, "1", old)
	if err != nil || !changed || again[:12] != fresh[:12] {
		t.Errorf("sealed anew: %q, %v, %v", again, changed, err)
	}
	if _, changed, err := k.Reseal(phoneField, "1", again); err != nil || changed {
		t.Errorf("once more: %v, %v", changed, err)
	}
	all, err := k.Indexes(phoneField, "16000000001")
	if err != nil || len(all) != 2 {
		t.Fatalf("%d indexes, %v", len(all), err)
	}
	found := false
	for _, one := range all {
		found = found || string(one) == oldIndex
	}
	if !found || mustIndex(t, k) == oldIndex {
		t.Error("the index of the old key is not looked by, or still written")
	}
	if good, err := k.Signed([]byte("seal"), oldTag); err != nil || !good {
		t.Errorf("an old tag: %v, %v", good, err)
	}
	if good, _ := k.Signed([]byte("seal!"), oldTag); good {
		t.Error("a tag is that of something else")
	}
	list, err := k.Keys()
	if err != nil || len(list) != 6 {
		t.Fatalf("%v, %v", list, err)
	}
	for i, key := range list {
		if key.Primary != (i%2 == 1) || key.Made.IsZero() {
			t.Errorf("key %d: %+v", i, key)
		}
	}
}

func mustIndex(t *testing.T, k *secret.Keyring) string {
	t.Helper()
	index, err := k.Index(phoneField, "16000000001")
	if err != nil {
		t.Fatal(err)
	}
	return string(index)
}

func BenchmarkSeal(b *testing.B) {
	k := secret.Ephemeral()
	for b.Loop() {
		if _, err := k.Seal(phoneField, "1/0190", "16000000001"); err != nil {
			b.Fatal(err)
		}
	}
}
