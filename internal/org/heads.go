package org

import (
	"context"
	"fmt"

	"qudao/internal/pg"
)

// HeadsTx returns who is asked for a member of staff, named by code: of each of the member's departments
// the head, by code. Where a department has no head, or one who left, or the member is the head, the
// department above answers instead. None where nobody living stands above.
//
// The head of the department of a dealer's rep is dealer.RepHeadsTx.
func HeadsTx(ctx context.Context, tx *pg.Tx, staff string) ([]Ref, error) {
	heads, err := pg.All[Ref](ctx, tx, headsOfStaffSQL, staff)
	if err != nil {
		return nil, fmt.Errorf("heads above %s: %w", staff, err)
	}
	return heads, nil
}

// HeadOfTx returns the head of a department, named by code; where it has none that is at work, the head of
// the next department above. Nil where nobody living is, or no such department.
func HeadOfTx(ctx context.Context, tx *pg.Tx, department string) (*Ref, error) {
	heads, err := pg.All[Ref](ctx, tx, headOfSQL, department)
	if err != nil {
		return nil, fmt.Errorf("head of department %s: %w", department, err)
	}
	if len(heads) == 0 {
		return nil, nil
	}
	return &heads[0], nil
}
