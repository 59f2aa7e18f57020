package dealer

import (
	"cmp"
	"context"
	"regexp"
	"strings"

	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Input is what is said of a dealer's facts, in codes. All of it is said each time.
type Input struct {
	Code       string // counts at creation and in batches only
	Name       string
	ShortName  string
	Level      string
	Region     int
	Tags       []string
	Divisions  []string
	Rep        string // code of staff; empty is nobody
	Contact    secret.Name
	Phone      secret.Phone
	CreditCode string
	State      State // empty is active, in a batch what it was
}

var creditCodeForm = regexp.MustCompile(`^[0-9A-Z]{18}$`)

// check adds to fields what is wrong with the input by itself, and makes it normal.
func (in *Input) check(fields *fault.Fields) {
	in.Name, in.ShortName = strings.TrimSpace(in.Name), strings.TrimSpace(in.ShortName)
	org.CheckCode(fields, "code", in.Code)
	org.CheckName(fields, "name", in.Name)
	org.CheckText(fields, "short_name", in.ShortName, 100)
	org.CheckText(fields, "contact", in.Contact.Reveal(), 60)
	org.CheckText(fields, "phone", in.Phone.Reveal(), 40)
	if strings.Contains(in.Phone.Reveal(), "*") {
		fields.Add("phone", PhoneMasked)
	}
	if in.CreditCode != "" && !creditCodeForm.MatchString(in.CreditCode) {
		fields.Add("credit_code", CreditCodeInvalid)
	}
	if in.State != "" {
		org.CheckOneOf(fields, "state", in.State, StateActive, StateFrozen, StateClosed)
	}
	in.Tags, in.Divisions = ordered(in.Tags), ordered(in.Divisions)
}

// unmask turns a mask that comes back unchanged into what it stands for: whoever edits a dealer without seeing
// its people in full changes nothing of them.
func (in *Input) unmask(keys *secret.Keyring, old before) error {
	if old.Contact != "" && in.Contact.Reveal() == secret.Name(old.Contact).Masked() {
		in.Contact = secret.Name(old.Contact)
	}
	if !strings.Contains(in.Phone.Reveal(), "*") || old.Phone == "" {
		return nil
	}
	plain, err := keys.Open(PhoneOfDealer, in.Code, old.Phone)
	if err == nil && in.Phone.Reveal() == secret.Phone(plain).Masked() {
		in.Phone = secret.Phone(plain)
	}
	return err
}

// Create makes a dealer. Staff that does not see every dealer becomes its rep where none is named.
//
// Errors: InvalidInput, org.CodeTaken, RepDenied where its maker would not see it.
func (s *Service) Create(ctx context.Context, who org.Actor, in Input) (out Dealer, err error) {
	if err := who.Require(org.DealerEdit); err != nil {
		return out, err
	}
	scope := who.Scope()
	if who.OwnDealers {
		// The new row is in nobody's scope before its facts are known.
		in.Rep, scope.All, scope.Staff = cmp.Or(in.Rep, who.ID), true, 0
	}
	err = s.db.Write(ctx, scope, func(tx *pg.Tx) error {
		code, err := once.Do(ctx, tx, func() (string, error) {
			done, err := upsert(ctx, tx, []Input{in}, who.Reach())
			if err != nil {
				return "", err
			}
			if done[0].Result != Created && done[0].Err == nil {
				return "", org.CodeTaken.At("code", "code", in.Code)
			}
			return done[0].Code, done[0].Err
		})
		if err != nil {
			return err
		}
		out, err = getTx(ctx, tx, who, code)
		return err
	})
	return out, err
}

// Edit changes a dealer's facts, made on the given version: its membership of audiences follows in
// the same transaction.
//
// Errors: InvalidInput, pg.VersionChanged, RepDenied where the editor would not see it any more.
func (s *Service) Edit(ctx context.Context, who org.Actor, code string, version int, in Input) (out Dealer, err error) {
	if err := who.Require(org.DealerEdit); err != nil {
		return out, err
	}
	in.Code = code
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		_, err := once.Do(ctx, tx, func() (string, error) { return code, s.edit(ctx, tx, who, version, in) })
		if err != nil {
			return err
		}
		out, err = getTx(ctx, tx, who, code)
		return err
	})
	if err == nil {
		s.Forget(out.ID)
	}
	return out, err
}

func (s *Service) edit(ctx context.Context, tx *pg.Tx, who org.Actor, version int, in Input) error {
	if _, err := tx.Exec(ctx, lockFactsSQL); err != nil {
		return err
	}
	old, err := pg.All[before](ctx, tx, holdSQL, []string{in.Code}, who.Reach())
	if err != nil {
		return err
	}
	if len(old) == 0 {
		return fault.NotFound.With()
	}
	if old[0].Version != version {
		return pg.VersionChanged.With("version", old[0].Version)
	}
	if in.State == "" {
		in.State = StateActive
	}
	done, err := upsert(ctx, tx, []Input{in}, who.Reach())
	if err != nil {
		return err
	}
	return done[0].Err
}
