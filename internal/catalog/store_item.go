package catalog

import (
	"context"

	"qudao/internal/money"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

const (
	itemColumns = `SELECT s.id, s.code, coalesce(s.order_code, '') AS order_code, s.model, coalesce(s.barcode, '') AS barcode, s.name, s.unit, s.spec, s.packs,
	s.minimum, s.multiple, coalesce(s.tax_rate, 0) AS tax_rate, s.lead_days, p.id AS product_id, p.code AS product_code,
	coalesce(p.images ->> 0, '') AS image, p.category_path, p.division_ids,
	p.allow_ids, p.deny_ids, p.state = 'published' AND s.state = 'active' AND s.tax_rate IS NOT NULL AS live, s.version
	FROM catalog.sku s JOIN catalog.product p ON p.id = s.product_id`

	itemsByIDSQL       = itemColumns + ` WHERE s.id = ANY ($1)`
	itemsByCodeSQL     = itemColumns + ` WHERE s.code = ANY ($1)`
	nextItemsSQL       = itemColumns + ` WHERE s.id > $1 ORDER BY s.id LIMIT $2`
	itemsOfProductsSQL = itemColumns + ` WHERE p.id = ANY ($1) AND s.state = 'active' ORDER BY p.id, s.sort, s.id`
)

type itemRow struct {
	ID           int32
	Code         string
	OrderCode    string
	Model        string
	Barcode      string
	Name         string
	Unit         string
	Spec         map[string]string
	Packs        []Pack
	Minimum      qty.Quantity
	Multiple     qty.Quantity
	TaxRate      money.Rate
	LeadDays     int
	ProductID    int32
	ProductCode  string
	Image        string
	CategoryPath []int32
	DivisionIDs  []int32 `db:"division_ids"`
	AllowIDs     []int32 `db:"allow_ids"`
	DenyIDs      []int32 `db:"deny_ids"`
	Live         bool
	Version      int
}

func loadItems(ctx context.Context, tx *pg.Tx, sql string, args ...any) ([]*Item, error) {
	rows, err := pg.All[itemRow](ctx, tx, sql, args...)
	if err != nil {
		return nil, err
	}
	out := make([]*Item, len(rows))
	for i, r := range rows {
		if i > 0 && rows[i-1].ProductID == r.ProductID {
			// One copy of what the SKUs of a product have in common.
			of := &rows[i-1]
			r.ProductCode, r.CategoryPath, r.DivisionIDs, r.AllowIDs, r.DenyIDs = of.ProductCode, of.CategoryPath, of.DivisionIDs, of.AllowIDs, of.DenyIDs
			rows[i] = r
		}
		out[i] = &Item{ID: r.ID, Code: r.Code, OrderCode: r.OrderCode, Model: r.Model, Barcode: r.Barcode, Name: r.Name, Unit: shared(r.Unit),
			Spec: specOf(r.Spec), Packs: r.Packs, Rule: qty.Rule{Minimum: r.Minimum, Multiple: r.Multiple}, TaxRate: r.TaxRate, LeadDays: r.LeadDays,
			ProductID: r.ProductID, ProductCode: r.ProductCode, Image: shared(r.Image), CategoryPath: r.CategoryPath, Divisions: r.DivisionIDs,
			Allow: r.AllowIDs, Deny: r.DenyIDs, Live: r.Live, Version: r.Version}
	}
	return out, nil
}
