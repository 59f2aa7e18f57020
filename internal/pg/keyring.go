package pg

import (
	"bytes"
	"context"
	"errors"
)

// ErrOtherKeyring is the error of a keyring that is not the one the database was written with.
var ErrOtherKeyring = errors.New("the database was written with another keyring: without its own, sealed fields cannot be read")

// Keyring returns which keyring the database was written with (secret.Keyring.Check), empty where with none.
func (db *DB) Keyring(ctx context.Context) (id []byte, err error) {
	err = db.Read(ctx, Scope{}, func(tx *Tx) error {
		id, err = Value[[]byte](ctx, tx, keyringSQL)
		return err
	})
	return id, err
}

// BindKeyring ties the database to a keyring, once: a server with another one must not write values that
// nobody else can read.
//
// Errors: ErrOtherKeyring.
func (db *DB) BindKeyring(ctx context.Context, id []byte) error {
	have, err := db.Keyring(ctx)
	if err != nil {
		return err
	}
	if len(have) == 0 {
		err = db.Write(ctx, Scope{}, func(tx *Tx) error {
			if _, err := tx.Exec(ctx, bindKeyringSQL, id); err != nil {
				return err
			}
			have, err = Value[[]byte](ctx, tx, keyringSQL)
			return err
		})
		if err != nil {
			return err
		}
	}
	if !bytes.Equal(have, id) {
		return ErrOtherKeyring
	}
	return nil
}
