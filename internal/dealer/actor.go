package dealer

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// knownFor bounds how long a lost notification can leave a Known behind the truth. Placement checks
// versions anyway.
const knownFor = 10 * time.Second

// Known is what every request of a dealer needs of it. It is shared: nobody changes it.
type Known struct {
	ID        int32   `db:"id"`
	Code      string  `db:"code"`
	Name      string  `db:"name"`
	State     State   `db:"state"`
	LevelID   int32   `db:"level_id"`
	Audiences []int32 `db:"audience_ids"` // sorted
	Version   int     `db:"version"`
}

// Known returns a dealer from memory, or from PostgreSQL. It may be older than the truth: whoever
// writes checks Version by VersionsSQL in its transaction, and calls Forget where it differs.
//
// Errors: NotFound. The caller has made sure that the dealer is the actor's.
func (s *Service) Known(ctx context.Context, dealer int32) (*Known, error) {
	return s.known.Get(dealer, func() (*Known, error) {
		var k Known
		err := s.db.Read(ctx, pg.Scope{Actor: "system:dealer", Dealers: []int32{dealer}}, func(tx *pg.Tx) (err error) {
			k, err = pg.One[Known](ctx, tx, knownSQL, dealer)
			return err
		})
		if err != nil {
			return nil, err
		}
		return &k, nil
	})
}

// KnownByCode is Known for a dealer named by its code, under the actor's scope: one out of it is
// NotFound.
func (s *Service) KnownByCode(ctx context.Context, who org.Actor, code string) (*Known, error) {
	var dealer int32
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		dealer, err = pg.Value[int32](ctx, tx, idSQL, code, who.Reach())
		return err
	})
	if err != nil {
		return nil, err
	}
	return s.Known(ctx, dealer)
}

// Forget makes the next Known of these dealers ask PostgreSQL; without ids, of all dealers.
func (s *Service) Forget(ids ...int32) {
	s.known.Drop(ids...)
	s.actors.Drop()
}

type accountRow struct {
	Known
	AccountID   id.ID       `db:"account_id"`
	AccountName secret.Name `db:"account_name"`
	Roles       []Role      `db:"roles"`
	limitRow
}

// AccountActor tells for whom a login of an account acts and what it may do. The answer is at most
// identity.Fresh old. Address and Trace are the caller's to fill in.
//
// Errors: identity.SessionMissing for who is no active account; Closed.
func (s *Service) AccountActor(ctx context.Context, login id.ID) (org.Actor, error) {
	return s.actors.Get(login, func() (a org.Actor, err error) {
		asked := time.Now()
		row, err := s.account(ctx, login)
		if err != nil {
			return a, err
		}
		if row.State == StateClosed {
			return a, Closed.With()
		}
		// It was just read: whoever acts finds it no older than the actor.
		s.known.Put(row.ID, &row.Known, asked)
		return row.actor(), nil
	})
}

func (s *Service) account(ctx context.Context, login id.ID) (row accountRow, err error) {
	missing := func(err error) error {
		if errors.Is(err, pgx.ErrNoRows) || fault.Is(err, fault.Missing) {
			return identity.SessionMissing.With()
		}
		return err
	}
	var dealer int32
	scope := pg.Scope{Actor: "system:session"}
	err = s.db.Read(ctx, scope, func(tx *pg.Tx) (err error) {
		dealer, err = pg.Value[int32](ctx, tx, dealerOfLoginSQL, login)
		return err
	})
	if err != nil {
		return row, missing(err)
	}
	scope.Dealers = []int32{dealer}
	err = s.db.Read(ctx, scope, func(tx *pg.Tx) (err error) {
		row, err = pg.One[accountRow](ctx, tx, accountActorSQL, dealer, login)
		return err
	})
	return row, missing(err)
}

func (r accountRow) actor() org.Actor {
	may := allowed(r.Roles)
	if r.State == StateFrozen {
		may = without(may, org.OrderPlace)
	}
	return org.Actor{
		Kind: org.Dealer, ID: r.AccountID.String(), Name: r.AccountName.Reveal(),
		DealerID: r.ID, DealerCode: r.Code, AccountID: r.AccountID, Audiences: r.Audiences, Limits: r.limits(), Permissions: may,
	}
}

func without(p org.Permissions, code org.Permission) org.Permissions {
	var left []org.Permission
	for _, has := range p.List() {
		if has != code {
			left = append(left, has)
		}
	}
	return org.Of(left...)
}

// Self is what an account sees of itself.
type Self struct {
	Account Account   `json:"account"`
	Code    string    `json:"code"`
	Name    string    `json:"name"`
	State   State     `json:"state"`
	Level   org.Ref   `json:"level"`
	Region  RegionRef `json:"region"`
}

// Self returns the account that asks and its dealer.
func (s *Service) Self(ctx context.Context, who org.Actor) (out Self, err error) {
	if who.Kind != org.Dealer {
		return out, fault.NotFound.With()
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		card, err := pg.One[Card](ctx, tx, cardSQL, who.DealerID)
		if err != nil {
			return fmt.Errorf("read the dealer: %w", err)
		}
		out = Self{Code: card.Code, Name: card.Name, State: card.State, Level: card.Level, Region: card.Region}
		out.Account, err = pg.One[Account](ctx, tx, accountSQL, who.DealerID, who.AccountID)
		return err
	})
	return out, err
}
