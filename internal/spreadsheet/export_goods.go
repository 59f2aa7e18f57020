package spreadsheet

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/money"
	"qudao/internal/pg"
	"qudao/internal/qty"
	"qudao/internal/render"
)

// productList writes products in the layout that imports them: a row for each SKU.
type productList struct {
	filter Filter
	lang   fault.Language
	extras []render.Column
	after  string // product code
}

type productLine struct {
	Code        string            `db:"code"`
	Name        string            `db:"name"`
	Category    string            `db:"category"`
	Series      *string           `db:"series"`
	Template    *string           `db:"template"`
	Unit        string            `db:"unit"`
	Allow       []string          `db:"allow"`
	Deny        []string          `db:"deny"`
	Divisions   []string          `db:"divisions"`
	State       string            `db:"state"`
	Images      []string          `db:"images"`
	Description string            `db:"description"`
	Attributes  map[string]string `db:"attributes"`
	SKU         *string           `db:"sku"`
	OrderCode   *string           `db:"order_code"`
	Model       *string           `db:"model"`
	Barcode     *string           `db:"barcode"`
	SKUName     *string           `db:"sku_name"`
	TaxRate     *money.Rate       `db:"tax_rate"`
	Minimum     *qty.Quantity     `db:"minimum"`
	Multiple    *qty.Quantity     `db:"multiple"`
	LeadDays    *int              `db:"lead_days"`
	Packs       []catalog.Pack    `db:"packs"`
	SKUState    *string           `db:"sku_state"`
	Spec        map[string]string `db:"spec"`
}

func (l *productList) sheet(ctx context.Context, tx *pg.Tx) (render.Sheet, error) {
	sheet := layouts[Products]
	for _, from := range []struct{ prefix, sql string }{{attributePrefix, attributeCodesSQL}, {specPrefix, specCodesSQL}} {
		codes, err := pg.Column[string](ctx, tx, from.sql)
		if err != nil {
			return sheet, err
		}
		for _, code := range codes {
			l.extras = append(l.extras, extra(from.prefix, code))
		}
	}
	sheet.Columns = slices.Concat(sheet.Columns, l.extras)
	return sheet, nil
}

func (l *productList) count(ctx context.Context, tx *pg.Tx) (int, error) {
	return pg.Value[int](ctx, tx, countProductsSQL, l.filter.Query, l.filter.State, l.filter.Category)
}

func (l *productList) next(ctx context.Context, tx *pg.Tx) ([][]string, error) {
	lines, err := pg.All[productLine](ctx, tx, productsSQL, l.filter.Query, l.filter.State, l.filter.Category, l.after)
	rows := make([][]string, len(lines))
	for i, line := range lines {
		rows[i], l.after = l.row(line), line.Code
	}
	return rows, err
}

// row is in the order of the layout.
func (l *productList) row(p productLine) []string {
	out := []string{
		p.Code, p.Name, p.Category, text(p.Series), text(p.Template), p.Unit, text(p.SKU), text(p.OrderCode), text(p.Model), text(p.Barcode),
		text(p.SKUName), shown(p.TaxRate), shown(p.Minimum), shown(p.Multiple), "", packsText(p.Packs), strings.Join(p.Allow, ","), strings.Join(p.Deny, ","),
		strings.Join(p.Divisions, ","), say(productStates, p.State, l.lang), say(skuStates, text(p.SKUState), l.lang), strings.Join(p.Images, " "), p.Description,
	}
	if p.LeadDays != nil {
		out[14] = strconv.Itoa(*p.LeadDays)
	}
	for _, column := range l.extras {
		if code, ok := strings.CutPrefix(column.Key, attributePrefix); ok {
			out = append(out, p.Attributes[code])
		} else {
			out = append(out, p.Spec[strings.TrimPrefix(column.Key, specPrefix)])
		}
	}
	return out
}

func packsText(packs []catalog.Pack) string {
	parts := make([]string, len(packs))
	for i, p := range packs {
		parts[i] = p.Unit + "=" + p.Factor.String()
	}
	return strings.Join(parts, ";")
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// shown is a value as its type writes it, or nothing.
func shown[T interface{ String() string }](v *T) string {
	if v == nil {
		return ""
	}
	return (*v).String()
}

// priceList writes the prices of one list in the layout that imports them.
type priceList struct {
	list, query string
	after       string // SKU code
}

type priceLine struct {
	SKU     string       `db:"sku"`
	Name    string       `db:"name"`
	Minimum qty.Quantity `db:"minimum"`
	Price   money.Price  `db:"price"`
}

func (l *priceList) sheet(context.Context, *pg.Tx) (render.Sheet, error) { return layouts[Prices], nil }

func (l *priceList) count(ctx context.Context, tx *pg.Tx) (int, error) {
	return pg.Value[int](ctx, tx, countPricesSQL, l.list, l.query)
}

func (l *priceList) next(ctx context.Context, tx *pg.Tx) ([][]string, error) {
	lines, err := pg.All[priceLine](ctx, tx, pricesSQL, l.list, l.query, l.after)
	rows := make([][]string, len(lines))
	for i, p := range lines {
		rows[i], l.after = []string{p.SKU, p.Name, p.Minimum.String(), p.Price.String()}, p.SKU
	}
	return rows, err
}

// stockList writes what is on hand in the layout that imports it.
type stockList struct {
	filter Filter
	after  string // SKU code
}

type stockLine struct {
	Warehouse     string       `db:"warehouse"`
	WarehouseName string       `db:"warehouse_name"`
	SKU           string       `db:"sku"`
	Name          string       `db:"name"`
	OnHand        qty.Quantity `db:"on_hand"`
	Reserved      qty.Quantity `db:"reserved"`
}

func (l *stockList) sheet(context.Context, *pg.Tx) (render.Sheet, error) { return layouts[Stock], nil }

func (l *stockList) count(ctx context.Context, tx *pg.Tx) (int, error) {
	return pg.Value[int](ctx, tx, countStockSQL, l.filter.Query, l.filter.Warehouse, l.filter.Low)
}

func (l *stockList) next(ctx context.Context, tx *pg.Tx) ([][]string, error) {
	lines, err := pg.All[stockLine](ctx, tx, stockSQL, l.filter.Query, l.filter.Warehouse, l.filter.Low, l.after)
	rows := make([][]string, len(lines))
	for i, s := range lines {
		rows[i], l.after = []string{s.Warehouse, s.WarehouseName, s.SKU, s.Name, s.OnHand.String(), s.Reserved.String()}, s.SKU
	}
	return rows, err
}
