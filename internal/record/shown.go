package record

import (
	"encoding/json"

	"qudao/internal/dealer"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/secret"
)

const hidden = "***"

// classed makes personal data of a text.
type classed func(text string) secret.Personal

func name(text string) secret.Personal     { return secret.Name(text) }
func phone(text string) secret.Personal    { return secret.Phone(text) }
func email(text string) secret.Personal    { return secret.Email(text) }
func bank(text string) secret.Personal     { return secret.BankAccount(text) }
func identity(text string) secret.Personal { return secret.IdentityNumber(text) }
func licence(text string) secret.Personal  { return secret.LicenceNumber(text) }

// personal are the columns that identify people, by table. A sealed column that stands nowhere is hidden.
var personal = map[string]map[string]classed{
	"dealer.dealer":  {"contact": name, "phone": phone},
	"dealer.address": {"name": name, "phone": phone},
	"dealer.account": {"name": name, "phone": phone, "email": email},
}

// byName are columns that identify somebody in whatever table they stand.
var byName = map[string]classed{
	"bank_account": bank, "account_number": bank, "identity_number": identity, "id_number": identity, "licence_number": licence,
	"contact_phone": phone, "mobile": phone, "email": email,
}

// Shown is a row of the audit as the reader may see it. The row is named by table and key as the audit names it.
func Shown(keys *secret.Keyring, who org.Actor, table, key string, row json.RawMessage) json.RawMessage {
	if len(row) == 0 {
		return row
	}
	var fields map[string]any
	if json.Unmarshal(row, &fields) != nil {
		return nil // no row: what cannot be masked is not shown
	}
	if table == "orders.orders" {
		receiver(keys, who, fields)
	}
	for column, value := range fields {
		switch value := value.(type) {
		case string:
			fields[column] = shown(keys, who, table, key, column, value)
		case map[string]any:
			hide(value)
		}
	}
	text, err := json.Marshal(fields)
	if err != nil {
		return nil
	}
	return text
}

func shown(keys *secret.Keyring, who org.Actor, table, key, column, value string) string {
	as := personal[table][column]
	if as == nil {
		as = byName[column]
	}
	if secret.Sealed(value) {
		plain, err := keys.Open(secret.Field{Table: table, Column: column}, key, value)
		if err != nil || as == nil {
			return hidden
		}
		value = plain
	}
	if as == nil {
		return value
	}
	return org.Show(who, as(value))
}

// receiver shows to whom an order goes. Its phone is sealed as it stood with the dealer's address.
func receiver(keys *secret.Keyring, who org.Actor, order map[string]any) {
	to, ok := order["address"].(map[string]any)
	if !ok {
		return
	}
	if text, ok := to["name"].(string); ok {
		to["name"] = org.Show(who, secret.Name(text))
	}
	if text, ok := to["phone"].(string); ok {
		to["phone"] = receiverPhone(keys, who, order["dealer_id"], to["id"], text)
	}
}

func receiverPhone(keys *secret.Keyring, who org.Actor, owner, address any, stored string) string {
	number, _ := owner.(float64)
	text, _ := address.(string)
	key, err := id.Parse(text)
	if err != nil && secret.Sealed(stored) {
		return hidden
	}
	plain, err := dealer.OpenReceiver(keys, int32(number), key, stored)
	if err != nil {
		return hidden
	}
	return org.Show(who, plain)
}

// hide takes sealed values out of what is nested.
func hide(fields map[string]any) {
	for column, value := range fields {
		switch value := value.(type) {
		case string:
			if secret.Sealed(value) {
				fields[column] = hidden
			}
		case map[string]any:
			hide(value)
		}
	}
}
