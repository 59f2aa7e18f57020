package simulate

import (
	"context"
	"fmt"

	"qudao/internal/app"
	"qudao/internal/catalog"
	dealers "qudao/internal/dealer"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/inventory"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pricing"
	"qudao/internal/qty"
	"qudao/internal/secret"
)

// password is everybody's.
const password = "Correct-horse-7"

// Staff of the simulated brand. The field sees its own dealer alone, D1; the idle may do nothing.
const (
	desk   = "desk"
	keeper = "keeper"
	pricer = "pricer"
	field  = "field"
	idle   = "idle"

	shelver  = "shelver"
	director = "director"
)

var people = []org.MemberInput{
	{Code: "E1", Username: desk, Name: "林晓燕", Roles: []string{"order_desk"}, DataScope: org.ScopeAll},
	{Code: "E2", Username: keeper, Name: "徐建国", Roles: []string{"warehouse"}, DataScope: org.ScopeAll},
	{Code: "E3", Username: pricer, Name: "陆嘉怡", Roles: []string{"price"}, DataScope: org.ScopeAll},
	{Code: "E4", Username: field, Name: "吕俊杰", Roles: []string{"lead"}, DataScope: org.ScopeOwn},
	{Code: "E5", Username: idle, Name: "梁可欣", DataScope: org.ScopeAll},
	{Code: "E6", Username: shelver, Name: "顾文静", Roles: []string{"product"}, DataScope: org.ScopeAll},
	{Code: "E7", Username: director, Name: "沈明远", Roles: []string{"director"}, DataScope: org.ScopeAll},
}

// newModel is the brand as it begins: dealers of three levels; goods for all, for the key dealers alone,
// unpublished, without a price, sold by weight; lists for all, for key dealers, and one without tax.
func newModel() *model {
	m := &model{warehouses: []string{"W1", "W2", "W3"}, rule: rule{version: 1, hours: 72}}
	for i, level := range []string{"A", "A", "B", "B", "C", "B"} {
		m.dealers = append(m.dealers, &dealer{code: fmt.Sprintf("D%d", i+1), level: level})
	}
	for i, s := range []sku{
		{minimum: 5000, multiple: 5000, rate: 1300},
		{rate: 1300},
		{rate: 1300, level: "A"},
		{rate: 1300, draft: true},
		{rate: 1300}, // has no price
		{minimum: 500, multiple: 100, rate: 900},
		{rate: 600},
		{minimum: 10_000, rate: 1300},
		{multiple: 2000, rate: 1300},
		{rate: 0},
		{rate: 1300}, // has a price for key dealers alone
		{minimum: 3000, multiple: 2000, rate: 1300},
	} {
		s.code, s.at = fmt.Sprintf("S%d", i+1), []level{{onHand: 100_000}, {onHand: 40_000}, {onHand: 15_000}}
		// What a product does not say is one piece.
		if s.minimum == 0 {
			s.minimum = 1000
		}
		if s.multiple == 0 {
			s.multiple = 1000
		}
		if i%4 == 1 {
			s.at = []level{{onHand: 6000}, {onHand: 4000}, {}}
		}
		m.skus = append(m.skus, &s)
	}
	base := &list{code: "BASE", version: 1, prices: map[*sku][]tier{}}
	for i, s := range m.skus {
		if i != 4 && i != 10 {
			base.prices[s] = []tier{{0, int64(i+1)*7_330_000 + 123_456}}
		}
	}
	key := &list{code: "KEY", level: "A", version: 1, prices: map[*sku][]tier{
		m.skus[0]:  {{0, 6_990_000}, {20_000, 6_500_000}},
		m.skus[5]:  {{0, 333_333}, {2000, 300_001}},
		m.skus[10]: {{0, 88_000_000}},
	}}
	net := &list{code: "NET", level: "C", net: true, version: 1, prices: map[*sku][]tier{
		m.skus[1]: {{0, 9_999_999}}, m.skus[6]: {{0, 45_550_000}, {10_000, 45_000_000}},
	}}
	m.lists = []*list{net, key, base}
	return m
}

// founder writes the model's beginning into an empty database.
type founder struct {
	*app.Services
	*model
}

func (f *founder) found(ctx context.Context) (programKey string, err error) {
	hash, err := identity.New(nil).HashPassword(ctx, "nobody", secret.NewText(password))
	if err != nil {
		return "", err
	}
	who := org.NewSystem("simulate")
	err = f.DB.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		present, err := org.AnyMemberTx(ctx, tx)
		if err != nil {
			return err
		}
		if present {
			return errNotEmpty
		}
		if err := foundStaffTx(ctx, tx, hash); err != nil {
			return err
		}
		if err := f.foundDealersTx(ctx, tx, hash); err != nil {
			return err
		}
		_, programKey, err = identity.CreateKeyTx(ctx, tx, identity.NewKey{Name: "ERP",
			Scopes: []string{string(org.OrderRead), string(org.OrderReview), string(org.OrderShip), string(org.StockRead), string(org.StockEdit), string(org.PriceEdit)}})
		return err
	})
	if err != nil {
		return "", err
	}
	for _, step := range []func(context.Context, org.Actor) error{f.foundWarehouses, f.foundGoods, f.foundPrices, f.foundStock} {
		if err := step(ctx, who); err != nil {
			return "", err
		}
	}
	return programKey, nil
}

func foundStaffTx(ctx context.Context, tx *pg.Tx, hash identity.Hash) error {
	if err := org.UpsertStandardRolesTx(ctx, tx); err != nil {
		return err
	}
	if err := org.UpsertDivisionsTx(ctx, tx, []org.Ref{{Code: "MAIN", Name: "电工"}}); err != nil {
		return err
	}
	for _, p := range people {
		if _, err := org.CreateMemberTx(ctx, tx, p, hash); err != nil {
			return err
		}
	}
	return nil
}

const region = 330100

func (f *founder) foundDealersTx(ctx context.Context, tx *pg.Tx, hash identity.Hash) error {
	province := 330000
	if err := dealers.UpsertRegionsTx(ctx, tx, []dealers.Region{{Code: province, Name: "浙江省", Level: 1}, {Code: region, Name: "杭州市", Parent: &province, Level: 2}}); err != nil {
		return err
	}
	if err := dealers.UpsertLevelsTx(ctx, tx, []dealers.Level{{Code: "A", Name: "战略", Rank: 1}, {Code: "B", Name: "普通", Rank: 2}, {Code: "C", Name: "工程", Rank: 3}}); err != nil {
		return err
	}
	in := make([]dealers.Input, len(f.dealers()))
	for i, d := range f.dealers() {
		in[i] = dealers.Input{Code: d.code, Name: "经销商" + d.code, Level: d.level, Region: region, Divisions: []string{"MAIN"}, Phone: secret.Phone(fmt.Sprintf("1600000000%d", i))}
	}
	in[0].Rep = "E4"
	made, err := dealers.UpsertTx(ctx, tx, in)
	if err != nil {
		return err
	}
	accounts, addresses := make([]dealers.NewAccount, len(made)), make([]dealers.Address, len(made))
	for i, m := range made {
		if m.Err != nil {
			return m.Err
		}
		d := f.dealers()[i]
		address := id.New()
		d.address = address.String()
		accounts[i] = dealers.NewAccount{DealerID: m.ID, Name: "王小明", Username: d.username(), Password: hash, Role: dealers.RoleMaster}
		addresses[i] = dealers.Address{DealerID: m.ID, ID: address, Name: "王小明", Phone: "16000000009", RegionCode: region, Detail: "解放路 1 号", Default: true}
	}
	if _, err := dealers.PutAccountsTx(ctx, tx, accounts); err != nil {
		return err
	}
	if err := dealers.PutAddressesTx(ctx, tx, addresses); err != nil {
		return err
	}
	return dealers.SaveAudiencesTx(ctx, tx, []dealers.AudienceInput{{Code: "ALL", Name: "全部"},
		{Code: "A", Name: "战略", Rule: dealers.Rule{Levels: []string{"A"}}}, {Code: "C", Name: "工程", Rule: dealers.Rule{Levels: []string{"C"}}}})
}

func (f *founder) dealers() []*dealer { return f.model.dealers }

func (d *dealer) username() string { return "dealer" + d.code[1:] }

func (f *founder) foundWarehouses(ctx context.Context, who org.Actor) error {
	for i, code := range f.warehouses {
		if _, err := f.Inventory.CreateWarehouse(ctx, who, inventory.WarehouseInput{Code: code, Name: "仓库" + code, Region: region, Priority: 10 - i}); err != nil {
			return err
		}
	}
	return nil
}

func (f *founder) foundGoods(ctx context.Context, who org.Actor) error {
	if _, err := f.Catalog.CreateCategory(ctx, who, catalog.CategoryIn{Code: "SOCKET", Name: "插座"}); err != nil {
		return err
	}
	products := make([]catalog.ProductIn, len(f.skus))
	for i, s := range f.skus {
		rate, audience, state := money.Rate(s.rate), "ALL", catalog.StatePublished
		if s.level != "" {
			audience = s.level
		}
		if s.draft {
			state = ""
		}
		products[i] = catalog.ProductIn{Code: "P" + s.code, Name: "插座 " + s.code, Category: "SOCKET", Unit: "只", Allow: []string{audience}, State: state,
			SKUs: []catalog.SKUIn{{Code: s.code, OrderCode: "O" + s.code, Model: "M" + s.code, Name: "插座 " + s.code, Minimum: qty.Quantity(s.minimum), Multiple: qty.Quantity(s.multiple), TaxRate: &rate}}}
	}
	results, err := f.Catalog.Upsert(ctx, who, products)
	if err != nil {
		return err
	}
	for _, r := range results {
		if r.Problem != nil {
			return r.Problem
		}
	}
	return nil
}

func (f *founder) foundPrices(ctx context.Context, who org.Actor) error {
	for _, l := range f.lists {
		in := pricing.ListInput{Code: l.code, Name: "价目表" + l.code, Kind: pricing.KindBase, WithoutTax: l.net}
		if l.level != "" {
			in.Kind, in.Audience, in.Priority = pricing.KindAudience, l.level, 1
		}
		if _, err := f.Pricing.CreateList(ctx, who, in); err != nil {
			return err
		}
		var changes []pricing.Change
		for _, s := range f.skus {
			if tiers := l.prices[s]; len(tiers) > 0 {
				changes = append(changes, pricing.Change{SKU: s.code, Tiers: ladder(tiers)})
			}
		}
		changed, err := f.Pricing.Change(ctx, who, l.code, changes)
		if err != nil {
			return err
		}
		l.version = changed.Version
	}
	return nil
}

func ladder(tiers []tier) pricing.Tiers {
	out := make(pricing.Tiers, len(tiers))
	for i, t := range tiers {
		out[i] = pricing.Tier{Minimum: qty.Quantity(t.minimum), Price: money.Price(t.price)}
	}
	return out
}

func (f *founder) foundStock(ctx context.Context, who org.Actor) error {
	counts := inventory.Counts{}
	for _, s := range f.skus {
		for w, l := range s.at {
			counts.Items = append(counts.Items, inventory.Count{Warehouse: f.warehouses[w], SKU: s.code, OnHand: qty.Quantity(l.onHand)})
		}
	}
	results, err := f.Inventory.SetOnHand(ctx, who, counts)
	if err != nil {
		return err
	}
	for _, r := range results {
		if r.Problem != nil {
			return r.Problem
		}
	}
	_, err = f.Inventory.PutSettings(ctx, who, []inventory.Setting{{Mode: inventory.ModeExact}})
	return err
}
