package record_test

import (
	"encoding/json"
	"strings"
	"testing"

	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/record"
	"qudao/internal/secret"
)

func row(t *testing.T, fields map[string]any) json.RawMessage {
	t.Helper()
	text, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestARowIsShownAsItsReaderMaySeeIt(t *testing.T) {
	t.Parallel()
	keys, address := secret.Ephemeral(), id.New()
	seal := func(f secret.Field, row, plain string) string {
		sealed, err := keys.Seal(f, row, plain)
		if err != nil {
			t.Fatal(err)
		}
		return sealed
	}
	reader := org.Actor{Kind: org.Staff, Permissions: org.Of(org.AuditRead)}
	sees := org.Actor{Kind: org.Staff, Permissions: org.Of(org.AuditRead, org.ContactRead)}
	phone := seal(dealer.PhoneOfDealer, "D1", "16011112222")
	for name, c := range map[string]struct {
		table, key   string
		row          map[string]any
		masked, full string
	}{
		"a dealer":              {"dealer.dealer", "D1", map[string]any{"contact": "张小明", "phone": phone}, `{"contact":"张*","phone":"160****2222"}`, `{"contact":"张小明","phone":"16011112222"}`},
		"another row's value":   {"dealer.dealer", "D2", map[string]any{"phone": phone}, `{"phone":"***"}`, `{"phone":"***"}`},
		"a column nobody knows": {"shop.thing", "D1", map[string]any{"token": phone, "more": map[string]any{"deep": phone}}, `{"more":{"deep":"***"},"token":"***"}`, `{"more":{"deep":"***"},"token":"***"}`},
		"to whom an order goes": {"orders.orders", "x", map[string]any{"dealer_id": 7, "address": map[string]any{"id": address, "name": "陈工", "phone": seal(dealer.PhoneOfAddress, dealer.AddressRow(7, address), "16033334444")}},
			`"name":"陈*","phone":"160****4444"`, `"name":"陈工","phone":"16033334444"`},
		"a bank account": {"dealer.bank", "1", map[string]any{"bank_account": "6222021234567890"}, `{"bank_account":"****7890"}`, `{"bank_account":"****7890"}`},
	} {
		if got := string(record.Shown(keys, reader, c.table, c.key, row(t, c.row))); !strings.Contains(got, c.masked) {
			t.Errorf("%s: masked it is %s", name, got)
		}
		if got := string(record.Shown(keys, sees, c.table, c.key, row(t, c.row))); !strings.Contains(got, c.full) {
			t.Errorf("%s: in full it is %s", name, got)
		}
	}
	if got := record.Shown(keys, sees, "dealer.dealer", "D1", json.RawMessage(`[1]`)); got != nil {
		t.Errorf("what is no row is shown as %s", got)
	}
}

func TestDifferencesHaveTheNamesPeopleKnow(t *testing.T) {
	t.Parallel()
	before, after := row(t, map[string]any{"name": "甲", "state": "active", "version": 1, "odd": 1}), row(t, map[string]any{"name": "乙", "state": "active", "version": 2, "odd": 2})
	was, is := record.Differences(before, after, fault.Chinese)
	if was != "名称: 甲\nodd: 1" || is != "名称: 乙\nodd: 2" {
		t.Errorf("%q, %q", was, is)
	}
	if was, is = record.Differences(nil, after, fault.English); was != "" || !strings.Contains(is, "Name: 乙\nodd: 2\nState: active") {
		t.Errorf("%q, %q", was, is)
	}
	if record.TableName("dealer.dealer", fault.Chinese) != "经销商" || record.TableName("shop.thing", fault.English) != "shop.thing" {
		t.Error("tables have other names")
	}
}
