package dealer

import (
	"context"
	"encoding/hex"
	"fmt"
	"strconv"

	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// The fields of this package that are kept sealed. A row is named as the audit names it.
var (
	PhoneOfDealer  = secret.Field{Table: "dealer.dealer", Column: "phone"}  // row: the code
	PhoneOfAddress = secret.Field{Table: "dealer.address", Column: "phone"} // row: AddressRow
)

// AddressRow names the row of an address.
func AddressRow(dealer int32, address id.ID) string {
	return strconv.Itoa(int(dealer)) + "/" + address.String()
}

// OpenReceiver opens the phone of an address, whether it stands there or is kept with an order: an order keeps
// the sealed value as it was, and whose it was.
func OpenReceiver(keys *secret.Keyring, dealer int32, address id.ID, stored string) (secret.Phone, error) {
	plain, err := keys.Open(PhoneOfAddress, AddressRow(dealer, address), stored)
	return secret.Phone(plain), err
}

func openAddresses(keys *secret.Keyring, list []Address) (err error) {
	for i := range list {
		a := &list[i]
		if a.Phone, err = OpenReceiver(keys, a.DealerID, a.ID, a.Phone.Reveal()); err != nil {
			return err
		}
	}
	return nil
}

// sealPhone seals a phone for a row, unless the same stands there already, and makes its index.
func sealPhone(keys *secret.Keyring, f secret.Field, row, stored string, phone secret.Phone) (sealed string, index []byte, err error) {
	if sealed, err = keys.Keep(f, row, stored, phone.Reveal()); err != nil {
		return "", nil, err
	}
	index, err = keys.Index(f, phone.Digits())
	return sealed, index, err
}

// hexed is a blind index on its way through JSON.
func hexed(index []byte) *string {
	if index == nil {
		return nil
	}
	text := `\x` + hex.EncodeToString(index)
	return &text
}

// addressTx reads one address of a dealer.
func addressTx(ctx context.Context, tx *pg.Tx, dealer int32, address id.ID) (Address, error) {
	a, err := pg.One[Address](ctx, tx, addressSQL, dealer, address)
	if err != nil {
		return a, err
	}
	a.Phone, err = OpenReceiver(tx.Keys(), dealer, address, a.Phone.Reveal())
	return a, err
}

func addressesTx(ctx context.Context, tx *pg.Tx, dealer int32) ([]Address, error) {
	out, err := pg.All[Address](ctx, tx, addressesSQL, dealer)
	if err != nil {
		return nil, fmt.Errorf("addresses of a dealer: %w", err)
	}
	return out, openAddresses(tx.Keys(), out)
}
