package identity

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"

	"qudao/internal/audit"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/mail"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

var usernameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._@-]{2,63}$`)

// normal is the one spelling of a name. What no login can have as its name becomes a name nobody has.
func normal(username string) string {
	name := strings.ToLower(strings.TrimSpace(username))
	name = strings.ToValidUTF8(strings.ReplaceAll(name, "\x00", ""), "")
	return clip(name, 100)
}

func clip(text string, most int) string {
	text = strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "")
	if r := []rune(text); len(r) > most {
		return string(r[:most])
	}
	return text
}

// CheckUsername adds to fields what is wrong with a new username, at path.
func CheckUsername(fields *fault.Fields, path, username string) {
	if !usernameForm.MatchString(normal(username)) {
		fields.Add(path, UsernameInvalid)
	}
}

// NewLogin is a login to be made.
type NewLogin struct {
	Kind     Kind
	Username string
	Password Hash
}

// CreateLoginTx makes a login and returns its id.
//
// Errors: UsernameInvalid, UsernameTaken.
func CreateLoginTx(ctx context.Context, tx *pg.Tx, in NewLogin) (id.ID, error) {
	ids, err := CreateLoginsTx(ctx, tx, []NewLogin{in})
	if err != nil {
		return id.Nil, err
	}
	return ids[0], nil
}

// CreateLoginsTx makes many logins in one statement and returns their ids in the same order. One that
// cannot be made fails all.
func CreateLoginsTx(ctx context.Context, tx *pg.Tx, in []NewLogin) ([]id.ID, error) {
	ids, kinds, names, hashes := make([]id.ID, len(in)), make([]string, len(in)), make([]string, len(in)), make([]string, len(in))
	var fields fault.Fields
	for i, login := range in {
		CheckUsername(&fields, "username", login.Username)
		if login.Password.text == "" {
			return nil, fmt.Errorf("login %q: no hash of a password", login.Username)
		}
		ids[i], kinds[i], names[i], hashes[i] = id.New(), string(login.Kind), normal(login.Username), login.Password.text
	}
	if err := fields.Err(); err != nil {
		return nil, err
	}
	taken, err := pg.Column[string](ctx, tx, createLoginsSQL, ids, kinds, names, hashes)
	if err != nil {
		return nil, fmt.Errorf("create logins: %w", err)
	}
	if len(taken) > 0 {
		return nil, UsernameTaken.At("username", "username", taken[0])
	}
	return ids, nil
}

// SetPasswordTx gives a login another password and ends all its sessions.
func SetPasswordTx(ctx context.Context, tx *pg.Tx, login id.ID, password Hash) error {
	return setPasswordTx(ctx, tx, login, password, nil)
}

func setPasswordTx(ctx context.Context, tx *pg.Tx, login id.ID, password Hash, keep []byte) error {
	n, err := tx.Exec(ctx, setPasswordSQL, login, password.text)
	if err != nil {
		return fmt.Errorf("set a password: %w", err)
	}
	if n == 0 {
		return fault.NotFound.With()
	}
	if err := endLinksTx(ctx, tx, login, linkReset); err != nil {
		return err
	}
	_, err = tx.Exec(ctx, revokeAllSQL, login, keep)
	return err
}

// SetStateTx lets a login sign in, or not. One that may not has no session and no link any more. One that
// is let in again before it ever had a password is invited still.
func SetStateTx(ctx context.Context, tx *pg.Tx, login id.ID, active bool) error {
	state := "active"
	if !active {
		state = "disabled"
		if _, err := tx.Exec(ctx, revokeAllSQL, login, nil); err != nil {
			return err
		}
		for _, purpose := range []string{linkInvitation, linkReset} {
			if err := endLinksTx(ctx, tx, login, purpose); err != nil {
				return err
			}
		}
	}
	_, err := tx.Exec(ctx, setStateSQL, login, state)
	return err
}

// UnlockTx forgets the wrong passwords of a login, from every address.
func UnlockTx(ctx context.Context, tx *pg.Tx, login id.ID) error {
	forgotten, err := pg.All[forgottenRow](ctx, tx, unlockSQL, login)
	if err != nil {
		return fmt.Errorf("unlock a login: %w", err)
	}
	for _, f := range forgotten {
		if err := audit.ChangedTx(ctx, tx, "identity.attempt", f.Kind+"/"+f.Username+"/"+f.Address, f, nil); err != nil {
			return err
		}
	}
	return nil
}

// forgottenRow is what an unlocking leaves on the record.
type forgottenRow struct {
	Kind        string     `db:"kind" json:"kind"`
	Username    string     `db:"username" json:"username"`
	Address     string     `db:"address" json:"address"`
	Failed      int        `db:"failed" json:"failed"`
	LockedUntil *time.Time `db:"locked_until" json:"locked_until,omitempty"`
}

// ChangePassword lets somebody signed in change their own password; the other sessions of the login
// end. Wrong old passwords count toward the lock.
//
// Errors: PasswordWrong at "old", LoginLocked, and what is wrong with the new password at "new".
func (s *Service) ChangePassword(ctx context.Context, who pg.Scope, session Session, old, password secret.Text, lang fault.Language) error {
	hash, err := s.hash(ctx, "new", session.Username, password)
	if err != nil {
		return err
	}
	try := attempt{Kind: session.Kind, Username: session.Username, Address: session.Address}
	keep, err := sessionHash(session.ID)
	if err != nil {
		return err
	}
	if who.Address != "" {
		try.Address = clip(who.Address, 64)
	}
	err = s.prove(ctx, who, try, old, func(tx *pg.Tx, login login) (refusal, err error) {
		if err := setPasswordTx(ctx, tx, login.ID, hash, keep); err != nil {
			return nil, err
		}
		return nil, toldTx(ctx, tx, login.ID, lang, passwordLetter)
	})
	if f, ok := fault.As(err); ok && f.Definition == LoginWrong {
		return PasswordWrong.At("old")
	}
	s.sessions.Drop()
	return err
}

// Email is where letters to a login go, empty for nowhere.
func (s *Service) Email(ctx context.Context, login id.ID) (email secret.Email, err error) {
	err = s.db.Read(ctx, pg.Scope{Actor: "system:session"}, func(tx *pg.Tx) error {
		email, err = pg.Value[secret.Email](ctx, tx, emailSQL, login)
		return err
	})
	return email, err
}

// ChangeEmail lets somebody signed in say where letters to them go; a letter to the address until then
// tells of it. The password is proved again, because who reads these letters can set another.
//
// Errors: PasswordWrong at "password", LoginLocked, EmailInvalid.
func (s *Service) ChangeEmail(ctx context.Context, who pg.Scope, session Session, password secret.Text, email secret.Email, lang fault.Language) error {
	var fields fault.Fields
	CheckEmail(&fields, "email", email)
	if err := fields.Err(); err != nil {
		return err
	}
	try := attempt{Kind: session.Kind, Username: session.Username, Address: clip(who.Address, 64)}
	err := s.prove(ctx, who, try, password, func(tx *pg.Tx, login login) (refusal, err error) {
		was, err := pg.One[contactRow](ctx, tx, contactSQL, login.ID)
		if err != nil || was.Email == email {
			return nil, err
		}
		if err := SetEmailTx(ctx, tx, login.ID, email); err != nil {
			return nil, err
		}
		// Links that wait in the old mailbox are worth nothing any more.
		if err := endLinksTx(ctx, tx, login.ID, linkReset); err != nil {
			return nil, err
		}
		return nil, mail.PutTx(ctx, tx, emailLetter(was, lang, tx.Began()))
	})
	if f, ok := fault.As(err); ok && f.Definition == LoginWrong {
		return PasswordWrong.At("password")
	}
	return err
}
