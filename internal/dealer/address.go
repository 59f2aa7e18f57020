package dealer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// AddressInput is what is said of an address.
type AddressInput struct {
	ID      id.ID // Nil makes a new one
	Name    secret.Name
	Phone   secret.Phone
	Region  int
	Detail  string
	Default bool // the first address of a dealer is the default in any case
}

func (in AddressInput) check(fields *fault.Fields) {
	org.CheckName(fields, "name", in.Name.Reveal())
	if in.Phone == "" {
		fields.Add("phone", org.Required)
	}
	org.CheckText(fields, "phone", in.Phone.Reveal(), 40)
	if strings.Contains(in.Phone.Reveal(), "*") {
		fields.Add("phone", PhoneMasked)
	}
	if in.Detail == "" {
		fields.Add("detail", org.Required)
	}
	org.CheckText(fields, "detail", in.Detail, 200)
}

// Addresses lists a dealer's addresses, the default first. A dealer's account asks for its own, and gets those
// that its limits allow.
func (s *Service) Addresses(ctx context.Context, who org.Actor, dealer string) (out []Address, err error) {
	if err := mine(who, dealer, org.DealerRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		d, err := pg.Value[int32](ctx, tx, idSQL, dealer, who.Reach())
		if err != nil {
			return err
		}
		out, err = addressesTx(ctx, tx, d)
		return err
	})
	out = slices.DeleteFunc(out, func(a Address) bool { return !who.MaySendTo(a.ID) })
	return out, err
}

// maxAddresses is how many addresses a dealer may have.
const maxAddresses = 200

// SaveAddress makes or changes an address of a dealer. An account of the dealer may do it where it may order.
//
// Errors: InvalidInput; NotFound for an address that is not the dealer's; TooManyAddresses, AddressesLimited.
func (s *Service) SaveAddress(ctx context.Context, who org.Actor, dealer string, in AddressInput) (out Address, err error) {
	if err := mine(who, dealer, org.DealerEdit); err != nil {
		return out, err
	}
	if err := mayTrade(who); err != nil {
		return out, err
	}
	var fields fault.Fields
	in.check(&fields)
	if err := fields.Err(); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		d, err := pg.Value[int32](ctx, tx, lockOneSQL, dealer, who.Reach())
		if err != nil {
			return err
		}
		w := wanted{}
		w.region(in.Region)
		found, err := lookUp(ctx, tx, 0, w)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return org.CodeUnknown.At("region", "code", in.Region)
		}
		key, stored := in.ID, ""
		if key == id.Nil {
			n, err := pg.Value[int](ctx, tx, countAddressesSQL, d)
			if err != nil {
				return err
			}
			if n >= maxAddresses {
				return TooManyAddresses.With("limit", maxAddresses)
			}
			if key, err = once.Do(ctx, tx, func() (id.ID, error) { return id.New(), nil }); err != nil {
				return err
			}
		} else if stored, err = pg.Value[string](ctx, tx, addressPhoneSQL, d, key); err != nil {
			return err
		}
		phone, index, err := sealPhone(tx.Keys(), PhoneOfAddress, AddressRow(d, key), stored, in.Phone)
		if err != nil {
			return err
		}
		if in.Default {
			if _, err := tx.Exec(ctx, clearDefaultSQL, d, key); err != nil {
				return err
			}
		}
		if _, err := tx.Exec(ctx, saveAddressSQL, d, key, in.Name.Reveal(), phone, in.Region, in.Detail, in.Default, index); err != nil {
			return fmt.Errorf("save an address: %w", err)
		}
		out, err = addressTx(ctx, tx, d, key)
		return err
	})
	return out, err
}

// RemoveAddress deletes an address; orders keep what they were sent to. The next one becomes the
// default where it was. One that is not there is no error.
func (s *Service) RemoveAddress(ctx context.Context, who org.Actor, dealer string, address id.ID) error {
	if err := mine(who, dealer, org.DealerEdit); err != nil {
		return err
	}
	if err := mayTrade(who); err != nil {
		return err
	}
	return s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		d, err := pg.Value[int32](ctx, tx, lockOneSQL, dealer, who.Reach())
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, removeAddressSQL, d, address); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, nextDefaultSQL, d)
		return err
	})
}

// PutAddressesTx stores many new addresses of dealers in one statement, for loaders: each has its
// DealerID, and at most one of a dealer is its default.
func PutAddressesTx(ctx context.Context, tx *pg.Tx, in []Address) error {
	n := len(in)
	dealers, ids, names, phones := make([]int32, n), make([]id.ID, n), make([]string, n), make([]string, n)
	regions, details, defaults, indexes := make([]int, n), make([]string, n), make([]bool, n), make([][]byte, n)
	for i, a := range in {
		if a.ID == id.Nil {
			a.ID = id.New()
		}
		var err error
		if phones[i], indexes[i], err = sealPhone(tx.Keys(), PhoneOfAddress, AddressRow(a.DealerID, a.ID), "", a.Phone); err != nil {
			return fmt.Errorf("store addresses: %w", err)
		}
		dealers[i], ids[i], names[i] = a.DealerID, a.ID, a.Name.Reveal()
		regions[i], details[i], defaults[i] = a.RegionCode, a.Detail, a.Default
	}
	_, err := tx.Exec(ctx, putAddressesSQL, dealers, ids, names, phones, regions, details, defaults, indexes)
	if err != nil {
		return fmt.Errorf("store addresses: %w", err)
	}
	return nil
}

// mayTrade holds back the accounts of a dealer that may only look, or send to given addresses only.
func mayTrade(who org.Actor) error {
	if who.Kind != org.Dealer {
		return nil
	}
	if err := who.Require(org.OrderPlace); err != nil {
		return err
	}
	if who.Limits != nil && who.Limits.Addresses != nil {
		return AddressesLimited.With()
	}
	return nil
}

// mine lets a dealer's account at its own dealer, and others by permission.
func mine(who org.Actor, dealer string, p org.Permission) error {
	if who.Kind != org.Dealer {
		return who.Require(p)
	}
	if who.DealerCode != dealer {
		return fault.NotFound.With()
	}
	return nil
}
