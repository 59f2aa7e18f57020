package purchasing

import (
	"context"
	"time"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// The limits of shopping lists.
const (
	MaxLists     = 100 // of one account
	MaxListLines = MaxLines
)

// ShoppingList is goods with quantities that somebody of a dealer buys again and again. A shared one is seen,
// used and changed by everybody of the dealer; another one exists for its owner alone.
type ShoppingList struct {
	ID        id.ID     `db:"id"`
	Name      string    `db:"name"`
	Shared    bool      `db:"shared"`
	Mine      bool      `db:"mine"`
	Owner     string    `db:"owner"` // the name of who made it
	Lines     int       `db:"lines"`
	Glimpse   []string  `db:"glimpse"` // the names of the first goods
	Version   int       `db:"version"`
	UpdatedAt time.Time `db:"updated_at"`
}

// ListInput is what is said of a shopping list. The lines stand in it in their order.
type ListInput struct {
	Name   string
	Shared bool
	Lines  []Wanted
}

// Lists returns the shopping lists that the account may use, the latest changed first.
func (s *Service) Lists(ctx context.Context, who org.Actor) (out []ShoppingList, err error) {
	if err := who.Require(org.ProductRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = pg.All[ShoppingList](ctx, tx, listsSQL, who.DealerID, who.AccountID, who.Alone())
		return err
	})
	return out, err
}

// List returns a shopping list with today's prices and stock, as a cart of its lines would have them. Was of
// a line is what it was called when it was chosen.
//
// Errors: NotFound, also for a list of another dealer or one that another keeps to itself.
func (s *Service) List(ctx context.Context, who org.Actor, list id.ID, lang fault.Language) (out ShoppingList, now Cart, err error) {
	if err := who.Require(org.ProductRead); err != nil {
		return out, now, err
	}
	var rows []listRow
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		if out, err = pg.One[ShoppingList](ctx, tx, listSQL, who.DealerID, who.AccountID, who.Alone(), list); err != nil {
			return err
		}
		rows, err = pg.All[listRow](ctx, tx, listLinesSQL, who.DealerID, list)
		return err
	})
	if err != nil {
		return out, now, err
	}
	wanted := make([]Wanted, len(rows))
	for i, r := range rows {
		wanted[i] = Wanted{SKU: r.SKU, Quantity: r.Quantity}
	}
	if now, err = s.Preview(ctx, who, wanted, lang); err != nil {
		return out, now, err
	}
	for i := range now.Lines {
		now.Lines[i].Was = rows[i].Name
	}
	return out, now, nil
}

type listRow struct {
	ID       int32        `db:"sku_id"`
	SKU      string       `db:"code"`
	Name     string       `db:"name"`
	Quantity qty.Quantity `db:"quantity"`
}

// CreateList makes a shopping list and returns its id.
//
// Errors: InvalidInput by field, TooManyLists.
func (s *Service) CreateList(ctx context.Context, who org.Actor, in ListInput) (list id.ID, err error) {
	chosen, err := s.choose(ctx, who, in)
	if err != nil {
		return id.Nil, err
	}
	rows, err := chosen.rows(nil)
	if err != nil {
		return id.Nil, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		list, err = once.Do(ctx, tx, func() (id.ID, error) {
			n, err := pg.Value[int](ctx, tx, countListsSQL, who.DealerID, who.AccountID)
			if err != nil {
				return id.Nil, err
			}
			if n >= MaxLists {
				return id.Nil, TooManyLists.With("limit", MaxLists)
			}
			key := id.New()
			if _, err := tx.Exec(ctx, insertListSQL, who.DealerID, key, who.AccountID, in.Name, in.Shared); err != nil {
				return id.Nil, err
			}
			return key, rows.write(ctx, tx, who, key)
		})
		return err
	})
	return list, err
}

// SaveList replaces name, sharing and lines of a list. What can no longer be bought may stay in it, and
// nothing such can be put into it.
//
// Errors: NotFound, ListChanged for an older version, InvalidInput by field, ListOfOther.
func (s *Service) SaveList(ctx context.Context, who org.Actor, list id.ID, version int, in ListInput) error {
	chosen, err := s.choose(ctx, who, in)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		_, err := once.Do(ctx, tx, func() (bool, error) {
			now, err := pg.One[heldList](ctx, tx, holdListSQL, who.DealerID, who.AccountID, who.Alone(), list)
			switch {
			case err != nil:
				return false, err
			case now.Version != version:
				return false, ListChanged.With()
			case now.Shared && !in.Shared && !now.Mine:
				return false, ListOfOther.With()
			}
			old, err := pg.All[listRow](ctx, tx, listLinesSQL, who.DealerID, list)
			if err != nil {
				return false, err
			}
			rows, err := chosen.rows(old)
			if err != nil {
				return false, err
			}
			if _, err := tx.Exec(ctx, saveListSQL, who.DealerID, list, in.Name, in.Shared); err != nil {
				return false, err
			}
			if _, err := tx.Exec(ctx, clearListSQL, who.DealerID, list); err != nil {
				return false, err
			}
			return true, rows.write(ctx, tx, who, list)
		})
		return err
	})
}

type heldList struct {
	Version int  `db:"version"`
	Shared  bool `db:"shared"`
	Mine    bool `db:"mine"`
}

// AddToList puts goods at the end of a list. Of what is in it already, the quantity becomes the new one.
//
// Errors: NotFound, InvalidInput by line, ListFull.
func (s *Service) AddToList(ctx context.Context, who org.Actor, list id.ID, wanted []Wanted) error {
	chosen, err := s.choose(ctx, who, ListInput{Name: "-", Lines: wanted})
	if err != nil {
		return err
	}
	rows, err := chosen.rows(nil)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		_, err := once.Do(ctx, tx, func() (bool, error) {
			if _, err := pg.One[heldList](ctx, tx, holdListSQL, who.DealerID, who.AccountID, who.Alone(), list); err != nil {
				return false, err
			}
			if err := rows.write(ctx, tx, who, list); err != nil {
				return false, err
			}
			n, err := pg.Value[int](ctx, tx, touchListSQL, who.DealerID, list)
			if err == nil && n > MaxListLines {
				err = ListFull.With("limit", MaxListLines)
			}
			return true, err
		})
		return err
	})
}

// RemoveList deletes a list that the account may use. One that is not there is no error.
func (s *Service) RemoveList(ctx context.Context, who org.Actor, list id.ID) error {
	if err := who.Require(org.OrderPlace); err != nil {
		return err
	}
	return s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		_, err := tx.Exec(ctx, removeListSQL, who.DealerID, who.AccountID, who.Alone(), list)
		return err
	})
}

// ListToCart adds what can be bought of a list to the cart and returns the lines that cannot.
//
// Errors: NotFound, CartFull.
func (s *Service) ListToCart(ctx context.Context, who org.Actor, list id.ID, lang fault.Language) ([]Line, error) {
	if err := who.Require(org.OrderPlace); err != nil {
		return nil, err
	}
	_, now, err := s.List(ctx, who, list, lang)
	if err != nil {
		return nil, err
	}
	left, possible := split(now.Lines)
	if len(possible) == 0 {
		return left, nil
	}
	return left, s.Add(ctx, who, possible)
}
