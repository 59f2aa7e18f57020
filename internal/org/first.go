package org

import (
	"context"

	"qudao/internal/pg"
)

// AnyMemberTx reports whether there has ever been a member of staff. Until the transaction ends nobody
// else changes rights, so that the first member is made once.
func AnyMemberTx(ctx context.Context, tx *pg.Tx) (bool, error) {
	if _, err := tx.Exec(ctx, lockRightsSQL); err != nil {
		return false, err
	}
	return pg.Value[bool](ctx, tx, anyMemberSQL)
}
