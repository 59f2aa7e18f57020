package catalog

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Filter is what the office looks for among all products.
type Filter struct {
	Text     string
	Category string
	State    State
	page.Request
}

// Row is a product in the office's list.
type Row struct {
	ID        int32     `json:"-"`
	Code      string    `json:"code"`
	Name      string    `json:"name"`
	Category  Ref       `json:"category"`
	Series    *Ref      `json:"series,omitempty"`
	Unit      string    `json:"unit"`
	State     State     `json:"state"`
	SKUCount  int       `json:"sku_count"` // active ones
	Image     string    `json:"image,omitempty"`
	Version   int       `json:"version"`
	UpdatedAt time.Time `json:"updated_at"`
}

// Rows is a page of the office's list, with the count of the whole.
type Rows struct {
	page.List[Row]
	Count int `json:"count"`
}

// office refuses who is not of the brand: a dealer has product.read too, for what is published to it.
func office(who org.Actor, p org.Permission) error {
	if who.Kind == org.Dealer {
		return org.Forbidden.With("permission", string(p))
	}
	return who.Require(p)
}

// List returns products of every state, latest change first. Needs product.read. Errors: those of a page
// request, StateUnknown, SearchTooLong.
func (s *Service) List(ctx context.Context, who org.Actor, f Filter) (Rows, error) {
	if err := office(who, org.ProductRead); err != nil {
		return Rows{}, err
	}
	r, err := f.Request.Normal()
	if err != nil {
		return Rows{}, err
	}
	if f.State != "" && !f.State.known() {
		return Rows{}, StateUnknown.At("state", "value", string(f.State))
	}
	if utf8.RuneCountInString(f.Text) > maxText {
		return Rows{}, SearchTooLong.At("q", "maximum", maxText)
	}
	var at time.Time
	var id int32
	if r.Cursor != "" {
		if err := page.Decode(r.Cursor, &at, &id); err != nil {
			return Rows{}, err
		}
	}
	terms := strings.Fields(fold(f.Text))
	with := strings.NewReplacer("%join", "", "%text", officeNone)
	if len(terms) > 0 {
		with = strings.NewReplacer("%join", joinSearch, "%text", officeText)
	}
	args := []any{nonNil(Grams(strings.Join(terms, " "))), patterns(terms), tidyCode(f.Category), string(f.State)}
	var rows []listRow
	out := Rows{}
	b := &pgx.Batch{}
	b.Queue(with.Replace(listText), append(args[:4:4], r.Cursor != "", at, id, r.Limit+1)...).Query(collect(&rows))
	b.Queue(with.Replace(countText), args...).QueryRow(func(row pgx.Row) error { return row.Scan(&out.Count) })
	if err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error { return tx.Send(ctx, b) }); err != nil {
		return Rows{}, err
	}
	list := make([]Row, len(rows))
	for i, r := range rows {
		list[i] = Row{r.ID, r.Code, r.Name, Ref{Code: r.CategoryCode, Name: r.CategoryName}, ref(r.SeriesCode, r.SeriesName), r.Unit, r.State, r.SKUCount, r.Image, r.Version, r.UpdatedAt}
	}
	out.List = page.Cut(list, r.Limit, func(r Row) []any { return []any{r.UpdatedAt, r.ID} })
	return out, nil
}

type listRow struct {
	ID           int32
	Code         string
	Name         string
	Unit         string
	State        State
	Version      int
	UpdatedAt    time.Time
	CategoryCode string
	CategoryName string
	SeriesCode   *string
	SeriesName   *string
	Image        string
	SKUCount     int `db:"sku_count"`
}

// Get returns a product with its SKUs, of whatever state. Needs product.read. Errors: fault.NotFound.
func (s *Service) Get(ctx context.Context, who org.Actor, code string) (out Product, err error) {
	if err := office(who, org.ProductRead); err != nil {
		return Product{}, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = getTx(ctx, tx, code)
		return err
	})
	return out, err
}

// GetMany returns products with their SKUs in the order of their codes, after a code: exports read the
// whole catalogue by it. Needs product.read.
func (s *Service) GetMany(ctx context.Context, who org.Actor, after string, limit int) (out []Product, err error) {
	if err := office(who, org.ProductRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		rows, err := pg.All[productRow](ctx, tx, productsSQL, after, limit)
		if err != nil {
			return err
		}
		out, err = withSKUs(ctx, tx, rows)
		return err
	})
	return out, err
}

func getTx(ctx context.Context, tx *pg.Tx, code string) (Product, error) {
	row, err := pg.One[productRow](ctx, tx, productSQL, tidyCode(code))
	if err != nil {
		return Product{}, err
	}
	list, err := withSKUs(ctx, tx, []productRow{row})
	if err != nil {
		return Product{}, err
	}
	return list[0], nil
}

func withSKUs(ctx context.Context, tx *pg.Tx, rows []productRow) ([]Product, error) {
	ids := make([]int32, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	skus, err := pg.All[officeSKU](ctx, tx, officeSKUSQL, ids)
	if err != nil {
		return nil, err
	}
	of := map[int32][]SKU{}
	for _, k := range skus {
		of[k.ProductID] = append(of[k.ProductID], k.sku())
	}
	out := make([]Product, len(rows))
	for i, r := range rows {
		out[i] = r.product(nonNil(of[r.ID]))
	}
	return out, nil
}

type productRow struct {
	ID           int32
	Code         string
	Name         string
	Kind         string
	Unit         string
	Description  string
	Images       []string
	Attributes   map[string]string
	State        State
	PublishedAt  *time.Time
	Version      int
	CreatedAt    time.Time
	UpdatedAt    time.Time
	CategoryCode string
	CategoryName string
	SeriesCode   *string
	SeriesName   *string
	TemplateCode *string
	TemplateName *string
	Divisions    []Ref
	Allow        []string
	Deny         []string
}

func (r productRow) product(skus []SKU) Product {
	return Product{ID: r.ID, Code: r.Code, Name: r.Name, Kind: r.Kind, Category: Ref{Code: r.CategoryCode, Name: r.CategoryName},
		Series: ref(r.SeriesCode, r.SeriesName), Template: ref(r.TemplateCode, r.TemplateName), Divisions: nonNil(r.Divisions), Unit: r.Unit,
		Description: r.Description, Images: nonNil(r.Images), Attributes: r.Attributes, Allow: r.Allow, Deny: r.Deny, State: r.State,
		PublishedAt: r.PublishedAt, Version: r.Version, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt, SKUs: skus}
}

type officeSKU struct {
	ID        int32
	ProductID int32
	Code      string
	OrderCode string
	Model     string
	Barcode   string
	Name      string
	Spec      map[string]string
	Unit      string
	Packs     []Pack
	Minimum   qty.Quantity
	Multiple  qty.Quantity
	LeadDays  int
	TaxRate   *money.Rate
	State     SKUState
	Version   int
}

func (k officeSKU) sku() SKU {
	return SKU{ID: k.ID, Code: k.Code, OrderCode: k.OrderCode, Model: k.Model, Barcode: k.Barcode, Name: k.Name, Spec: k.Spec, Unit: k.Unit,
		Packs: nonNil(k.Packs), Minimum: k.Minimum, Multiple: k.Multiple, LeadDays: k.LeadDays, TaxRate: k.TaxRate, State: k.State, Version: k.Version}
}

func (s State) known() bool {
	return s == StateDraft || s == StatePublished || s == StateArchived
}
