package secret_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgtype"
	"pgregory.net/rapid"

	"qudao/internal/secret"
)

type contact struct {
	Key     secret.Text
	Phone   secret.Phone
	Name    secret.Name
	Email   secret.Email
	Account secret.BankAccount
	Backup  *secret.Phone
	Others  []secret.Name
}

// Canaries: parts that no mask keeps.
var canaries = []string{"hunter2", "0013", "小明", "lice", "622202", "sheng"}

func someContact() contact {
	backup := secret.Phone("13900139000")
	return contact{
		Key: secret.NewText("hunter2"), Phone: "13800138000", Name: "张小明", Email: "alice@example.com",
		Account: "6222 0212 3456 6789", Backup: &backup, Others: []secret.Name{"Li sheng"},
	}
}

func TestNothingPrintsASecret(t *testing.T) {
	t.Parallel()
	c := someContact()
	hiddenField := struct{ key secret.Text }{c.Key}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%U", "%10.3s"} {
		for _, value := range []any{c, &c, c.Key, c.Phone, c.Name, c.Email, c.Account, c.Others, []any{c.Key}, hiddenField} {
			check(t, verb, fmt.Sprintf(verb, value))
		}
	}
	check(t, "Sprint", fmt.Sprint(c))
	check(t, "an error", fmt.Errorf("call %s: %v", c.Phone, c).Error())

	for name, handler := range map[string]func(*bytes.Buffer) slog.Handler{
		"text log": func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) },
		"JSON log": func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) },
	} {
		var out bytes.Buffer
		slog.New(handler(&out)).Info("hello", "contact", c, "key", c.Key, "phone", c.Phone,
			"name", c.Name, "email", c.Email, "account", c.Account, "others", c.Others)
		check(t, name, out.String())
	}

	out, err := json.Marshal(map[string]any{"contact": c, "key": &c.Key})
	if err != nil {
		t.Fatal(err)
	}
	check(t, "JSON", string(out))
}

func check(t *testing.T, where, text string) {
	t.Helper()
	for _, canary := range canaries {
		inHex := fmt.Sprintf("%x", canary)
		if strings.Contains(text, canary) || strings.Contains(strings.ToLower(text), inHex) {
			t.Errorf("%s shows %s in %s", where, canary, text)
		}
	}
}

func TestASecretIsReadAndRevealed(t *testing.T) {
	t.Parallel()
	var in struct{ Password secret.Text }
	if err := json.Unmarshal([]byte(`{"Password":"hunter2"}`), &in); err != nil || in.Password.Reveal() != "hunter2" {
		t.Fatalf("%q, %v", in.Password.Reveal(), err)
	}
	for _, wrong := range []string{`{"Password":12345}`, `{"Password":null}`, `{"Password":["hunter2"]}`} {
		if err := json.Unmarshal([]byte(wrong), &in); err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s gives %v", wrong, err)
		}
	}
	var fromFlag, none secret.Text
	if err := fromFlag.UnmarshalText([]byte("hunter2")); err != nil || !fromFlag.Equal(in.Password) {
		t.Errorf("read %q, %v", fromFlag.Reveal(), err)
	}
	if !none.Empty() || none.Reveal() != "" || fromFlag.Empty() || none.Equal(fromFlag) {
		t.Error("no secret is not told from a secret")
	}
}

func TestTheDriverStoresPersonalDataButNoSecret(t *testing.T) {
	t.Parallel()
	types := pgtype.NewMap()
	for _, format := range []int16{pgtype.BinaryFormatCode, pgtype.TextFormatCode} {
		stored, err := types.Encode(pgtype.TextOID, format, secret.Phone("13800138000"), nil)
		if err != nil || string(stored) != "13800138000" {
			t.Errorf("stored %q, %v", stored, err)
		}
		var got secret.Phone
		if err := types.Scan(pgtype.TextOID, format, stored, &got); err != nil || got.Reveal() != "13800138000" {
			t.Errorf("read %q, %v", got.Reveal(), err)
		}
		if stored, err := types.Encode(pgtype.TextOID, format, secret.NewText("hunter2"), nil); err == nil {
			t.Errorf("a secret is stored as %q", stored)
		}
	}
}

func TestATokenIsKnownByItsHash(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for range 1000 {
		token, hash := secret.NewToken()
		random, err := base64.RawURLEncoding.DecodeString(token)
		if err != nil || len(random) != 32 || len(hash) != 32 || seen[token] {
			t.Fatalf("%q, %d bytes, %v", token, len(random), err)
		}
		if !bytes.Equal(secret.Hash(token), hash) {
			t.Fatal("the hash is not the token's")
		}
		seen[token] = true
	}
	if got := fmt.Sprintf("%x", secret.Hash("abc")); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("hash of abc is %s", got)
	}
}

func TestMasks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		got  interface{ Masked() string }
		want string
	}{
		{secret.Phone("13800138000"), "138****8000"},
		{secret.Phone("+86 138-0013-8000"), "138****8000"},
		{secret.Phone("0571-88881234"), "057****1234"},
		{secret.Phone("8888 1234"), "****1234"},
		{secret.Phone("95588"), "****"},
		{secret.Phone("none"), "****"},
		{secret.Phone(""), ""},
		{secret.Name("张小明"), "张*"},
		{secret.Name(" 张 "), "张*"},
		{secret.Name("Alice Zhang"), "A*"},
		{secret.Name("  "), ""},
		{secret.Email("alice@example.com"), "a***@example.com"},
		{secret.Email("王芳@example.com"), "王***@example.com"},
		{secret.Email("a@example.com"), "***@example.com"},
		{secret.Email("@example.com"), "***@example.com"},
		{secret.Email("nobody"), "***"},
		{secret.Email(""), ""},
		{secret.BankAccount("6222 0212 3456 6789"), "****6789"},
		{secret.BankAccount("12345678"), "****5678"},
		{secret.BankAccount("1234567"), "****"},
		{secret.BankAccount(""), ""},
	} {
		if c.got.Masked() != c.want {
			t.Errorf("%T shows %q, want %q", c.got, c.got.Masked(), c.want)
		}
	}
}

// Whatever stands in the field, a phone mask shows at most 7 digits and hides at least 4.
func TestAPhoneMaskHidesEnough(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		phone := secret.Phone(rapid.OneOf(rapid.String(), rapid.StringMatching(`\+?[0-9 -]{0,20}`)).Draw(t, "phone"))
		total := 0
		for _, r := range phone.Reveal() {
			if r >= '0' && r <= '9' {
				total++
			}
		}
		shown := len(strings.ReplaceAll(phone.Masked(), "*", ""))
		if shown > 7 || shown > 0 && total-shown < 4 {
			t.Fatalf("%q shows %d of %d digits", phone.Masked(), shown, total)
		}
	})
}
