package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Keyring says where the keys of sealed fields are. The zero Keyring is the file keyring.json in the data
// folder, which is made at the first start.
type Keyring struct {
	Text secret.Text // QUDAO_KEYRING: the keyring itself
	Path string      // QUDAO_KEYRING_FILE
	Lock secret.Text // QUDAO_KEYRING_LOCK: what the file is encrypted with
}

func (d *Databases) keyringSource() (secret.Source, error) {
	if !d.Keyring.Text.Empty() {
		return secret.Given(d.Keyring.Text), nil
	}
	path := d.Keyring.Path
	if path == "" {
		path = filepath.Join(d.data, "keyring.json")
	}
	return secret.File(path, d.Keyring.Lock)
}

// Keys opens the keyring, and makes one where neither it nor anything sealed by it exists. A keyring that is not
// the database's is refused: it would read nothing, and write what nobody else can read.
func (d *Databases) Keys(ctx context.Context) (*secret.Keyring, error) {
	if d.keys != nil {
		return d.keys, nil
	}
	source, err := d.keyringSource()
	if err != nil {
		return nil, err
	}
	db, err := checked(ctx, pg.Config{URL: d.App, Conns: 1})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	keys, err := secret.OpenKeyring(source)
	if errors.Is(err, fs.ErrNotExist) {
		bound, boundErr := db.Keyring(ctx)
		if boundErr != nil {
			return nil, boundErr
		}
		if len(bound) > 0 {
			return nil, fmt.Errorf("the keyring %s is missing, and the database was written with it: put it back from its backup", source)
		}
		keys, err = secret.MakeKeyring(source, time.Now())
	}
	if err != nil {
		return nil, err
	}
	id, err := keys.Check()
	if err != nil {
		return nil, err
	}
	if err := db.BindKeyring(ctx, id); err != nil {
		return nil, fmt.Errorf("the keyring %s: %w", source, err)
	}
	d.keys = keys
	return keys, nil
}
