package pricing

import (
	"context"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"qudao/internal/fault"
	"qudao/internal/money"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
)

// ListState says whether a list still counts.
type ListState string

// The states of a list.
const (
	ListActive   ListState = "active"
	ListArchived ListState = "archived"
)

// Entry is a price list as the office sees it.
type Entry struct {
	ID          int32          `db:"id" json:"-"`
	Code        string         `db:"code" json:"code"`
	Name        string         `db:"name" json:"name"`
	Kind        Kind           `db:"kind" json:"kind"`
	Audience    *Ref           `db:"audience" json:"audience,omitempty"`
	Dealer      *Ref           `db:"dealer" json:"dealer,omitempty"`
	Priority    int            `db:"priority" json:"priority"`
	Currency    money.Currency `db:"currency" json:"currency"`
	TaxIncluded bool           `db:"tax_included" json:"tax_included"`
	ValidFrom   *time.Time     `db:"valid_from" json:"valid_from,omitempty"`
	ValidTo     *time.Time     `db:"valid_to" json:"valid_to,omitempty"` // exclusive
	State       ListState      `db:"state" json:"state"`
	Count       int            `db:"count" json:"count"` // SKUs with a price in it
	Version     int            `db:"version" json:"version"`
	UpdatedAt   time.Time      `db:"updated_at" json:"updated_at"`
}

// ListInput is a price list as it is given. Code, kind and tax stay as they were made: an edit takes
// no notice of them.
type ListInput struct {
	Code       string     `json:"code"`
	Name       string     `json:"name"`
	Kind       Kind       `json:"kind"`
	Audience   string     `json:"audience,omitempty"` // code, of an audience list
	Dealer     string     `json:"dealer,omitempty"`   // code, of a dealer's list
	Priority   int        `json:"priority,omitempty"` // of audience lists: the higher one is asked first
	WithoutTax bool       `json:"without_tax,omitempty"`
	ValidFrom  *time.Time `json:"valid_from,omitempty"`
	ValidTo    *time.Time `json:"valid_to,omitempty"` // exclusive
	State      ListState  `json:"state,omitempty"`    // empty is active
}

var codeForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$`)

// Validate names everything that is wrong with the input as such.
func (in ListInput) Validate() error {
	var wrong fault.Fields
	if !codeForm.MatchString(in.Code) {
		wrong.Add("code", CodeInvalid)
	}
	if n := utf8.RuneCountInString(strings.TrimSpace(in.Name)); n < 1 || n > 100 {
		wrong.Add("name", NameInvalid)
	}
	switch in.Kind {
	case KindBase, KindAudience, KindDealer:
		in.target(&wrong, "audience", in.Audience, in.Kind == KindAudience)
		in.target(&wrong, "dealer", in.Dealer, in.Kind == KindDealer)
	default:
		wrong.Add("kind", KindUnknown)
	}
	if in.Priority != 0 && in.Kind != KindAudience {
		wrong.Add("priority", ForWhomTooMuch)
	}
	// To the microsecond, which is all that PostgreSQL keeps.
	if in.ValidFrom != nil && in.ValidTo != nil && in.ValidTo.UnixMicro() <= in.ValidFrom.UnixMicro() {
		wrong.Add("valid_to", DatesReversed)
	}
	switch in.State {
	case "", ListActive, ListArchived:
	default:
		wrong.Add("state", StateUnknown)
	}
	return wrong.Err()
}

func (in ListInput) target(wrong *fault.Fields, path, code string, due bool) {
	switch {
	case due && code == "":
		wrong.Add(path, ForWhomMissing)
	case !due && code != "":
		wrong.Add(path, ForWhomTooMuch)
	}
}

func (in ListInput) normal() ListInput {
	in.Name = strings.TrimSpace(in.Name)
	if in.State == "" {
		in.State = ListActive
	}
	return in
}

// ListsFilter narrows the lists.
type ListsFilter struct {
	Text  string    // in code or name
	Kind  Kind      // empty is all
	State ListState // empty is all
	page.Request
}

// Lists returns the price lists in the order in which they are asked for a price. Needs price.read.
func (s *Service) Lists(ctx context.Context, who org.Actor, f ListsFilter) (page.List[Entry], error) {
	req, err := f.Normal()
	if err != nil {
		return page.List[Entry]{}, err
	}
	rank, priority, below := -1, 0, int32(0)
	if req.Cursor != "" {
		if err := page.Decode(req.Cursor, &rank, &priority, &below); err != nil {
			return page.List[Entry]{}, err
		}
	}
	var rows []Entry
	err = s.read(ctx, who, func(tx *pg.Tx) error {
		rows, err = pg.All[Entry](ctx, tx, listsSQL, f.Text, string(f.Kind), string(f.State), rank, priority, below, req.Limit+1, who.Reach())
		return err
	})
	return page.Cut(rows, req.Limit, func(e Entry) []any { return []any{e.Kind.rank(), e.Priority, e.ID} }), err
}

// List returns one price list. Needs price.read. Errors: fault.NotFound.
func (s *Service) List(ctx context.Context, who org.Actor, code string) (e Entry, err error) {
	err = s.read(ctx, who, func(tx *pg.Tx) error {
		e, err = pg.One[Entry](ctx, tx, listSQL, code, who.Reach())
		return err
	})
	return e, err
}

// CreateList makes an empty price list. Needs price.edit. Errors: CodeTaken, BaseExists, AudienceUnknown,
// DealerUnknown, and what Validate says.
func (s *Service) CreateList(ctx context.Context, who org.Actor, in ListInput) (Entry, error) {
	if err := who.Require(org.PriceEdit); err != nil {
		return Entry{}, err
	}
	if err := in.Validate(); err != nil {
		return Entry{}, err
	}
	in = in.normal()
	var out Entry
	err := s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Entry, error) { return createTx(ctx, tx, in, who.Reach()) })
		return err
	})
	if err == nil {
		s.book.Forget()
	}
	return out, err
}

// CreateListTx makes an empty price list in the caller's transaction. Errors: those of CreateList.
func CreateListTx(ctx context.Context, tx *pg.Tx, in ListInput) (Entry, error) {
	if err := in.Validate(); err != nil {
		return Entry{}, err
	}
	return createTx(ctx, tx, in.normal(), 0)
}

func createTx(ctx context.Context, tx *pg.Tx, in ListInput, reach int32) (Entry, error) {
	audience, dealer, err := resolve(ctx, tx, in, reach)
	if err != nil {
		return Entry{}, err
	}
	_, err = tx.Exec(ctx, insertListSQL, in.Code, in.Name, in.Kind, audience, dealer, in.Priority, money.CNY, !in.WithoutTax,
		in.ValidFrom, in.ValidTo, in.State)
	if err != nil {
		return Entry{}, clash(err, in.Code)
	}
	return settleTx(ctx, tx, in.Code)
}

// EditList makes the list what in says, upon the version the editor saw; 0 edits whatever is there.
// Saying what is so already changes nothing. Needs price.edit. Errors: fault.NotFound, pg.VersionChanged, BaseExists,
// AudienceUnknown, DealerUnknown, and what Validate says.
func (s *Service) EditList(ctx context.Context, who org.Actor, code string, version int, in ListInput) (Entry, error) {
	if err := who.Require(org.PriceEdit); err != nil {
		return Entry{}, err
	}
	var out Entry
	err := s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Entry, error) { return s.editTx(ctx, tx, code, version, in, who.Reach()) })
		return err
	})
	if err == nil {
		s.book.Forget()
	}
	return out, err
}

func (s *Service) editTx(ctx context.Context, tx *pg.Tx, code string, version int, in ListInput, reach int32) (Entry, error) {
	l, err := pg.One[locked](ctx, tx, lockListSQL, code, reach)
	if err != nil {
		return Entry{}, err
	}
	if version != 0 && version != l.Version {
		return Entry{}, pg.VersionChanged.With("version", l.Version)
	}
	in.Code, in.Kind = code, l.Kind
	if err := in.Validate(); err != nil {
		return Entry{}, err
	}
	in = in.normal()
	audience, dealer, err := resolve(ctx, tx, in, reach)
	if err != nil {
		return Entry{}, err
	}
	n, err := tx.Exec(ctx, editListSQL, l.ID, in.Name, audience, dealer, in.Priority, in.ValidFrom, in.ValidTo, in.State)
	if err != nil {
		return Entry{}, clash(err, code)
	}
	if n == 0 {
		return pg.One[Entry](ctx, tx, listSQL, code, 0)
	}
	return settleTx(ctx, tx, code)
}

// settleTx ends a change of the set of lists: the book steps, and a fact tells of it.
func settleTx(ctx context.Context, tx *pg.Tx, code string) (Entry, error) {
	if _, err := tx.Exec(ctx, stepBookSQL); err != nil {
		return Entry{}, err
	}
	e, err := pg.One[Entry](ctx, tx, listSQL, code, 0)
	if err != nil {
		return Entry{}, err
	}
	return e, state(ctx, tx, FactListChanged, code, e.Version, nil)
}

// locked is what a change must know of the list it has locked.
type locked struct {
	ID      int32     `db:"id"`
	Kind    Kind      `db:"kind"`
	State   ListState `db:"state"`
	Version int       `db:"version"`
}

// clash turns what a unique index says into the refusal it stands for.
func clash(err error, code string) error {
	switch {
	case pg.Violates(err, "price_list_code_key"):
		return CodeTaken.At("code", "code", code)
	case pg.Violates(err, "price_list_base"):
		return BaseExists.With()
	}
	return err
}
