package demo

import (
	"iter"

	"qudao/internal/qty"
)

// Warehouse is where goods lie.
type Warehouse struct {
	Code, Name, NameEN string
	// Region is the city's code.
	Region  int
	Address string
	Phone   string
}

var warehouses = []Warehouse{
	{"WH-NB", "宁波总仓", "Ningbo central", 330200, "北仑区迎宾大道688号启明产业园1号库", phone(101)},
	{"WH-TJ", "华北仓", "North (Tianjin)", 120100, "武清区商贸大道120号物流园3号库", phone(102)},
	{"WH-FS", "华南仓", "South (Foshan)", 440600, "南海区工业大道55号物流园B区", phone(103)},
	{"WH-CD", "西南仓", "Southwest (Chengdu)", 510100, "青白江区振兴路18号物流园6号库", phone(104)},
	{"WH-WH", "华中仓", "Central (Wuhan)", 420100, "东西湖区长江路260号物流园2号库", phone(105)},
	{"WH-XA", "西北仓", "Northwest (Xi'an)", 610100, "灞桥区站前路99号物流园5号库", phone(106)},
}

// Stock is what lies of an SKU in a warehouse now.
type Stock struct {
	Warehouse, SKU string
	OnHand         qty.Quantity
	// Reserved is what open orders of the history still want from here; never more than OnHand.
	Reserved qty.Quantity
}

type shelf struct{ warehouse, sku int }

// Stock yields the levels, warehouse by warehouse. The central one keeps every SKU, the others what
// sells best and a part of the rest; some shelves are empty and some nearly so.
func (b *Brand) Stock() iter.Seq[Stock] {
	return func(yield func(Stock) bool) {
		reserved := b.reserved()
		for w, warehouse := range warehouses {
			for i := range b.opt.SKUs {
				want, held := reserved[shelf{w, i}]
				onHand, kept := b.onHand(w, i)
				if !kept && !held {
					continue
				}
				if !yield(Stock{Warehouse: warehouse.Code, SKU: b.skuCode(i), OnHand: max(onHand, want), Reserved: want}) {
					return
				}
			}
		}
	}
}

// onHand draws a level in whole multiples of what may be ordered, and whether the SKU is kept there.
func (b *Brand) onHand(warehouse, sku int) (qty.Quantity, bool) {
	draw := mix(b.opt.Seed ^ uint64(warehouse+1)<<48 ^ uint64(sku))
	chance := int(draw % 100)
	draw /= 100
	if warehouse > 0 && sku*5 > b.opt.SKUs && int(draw%100) < 35 {
		return 0, false
	}
	draw /= 100
	p := &b.goods.prototypes[b.goods.place(sku).prototype]
	rounds := 0
	switch {
	case chance < 4:
	case chance < 14:
		rounds = 1 + int(draw%3)
	case warehouse == 0:
		rounds = 40 + int(draw%260)
	default:
		rounds = 10 + int(draw%90)
	}
	if p.line.cents > 10_000 {
		rounds = (rounds + 3) / 4
	}
	return whole(rounds * p.line.pack.multiple), true
}

// reserved sums what the orders that are still open want. Only the last weeks hold open orders.
func (b *Brand) reserved() map[shelf]qty.Quantity {
	out := map[shelf]qty.Quantity{}
	for i := b.firstOpen(); i < b.opt.Orders; i++ {
		draft := b.draft(i)
		for k, left := range draft.open() {
			if left > 0 {
				out[shelf{draft.warehouse, draft.skus[k]}] += left
			}
		}
	}
	return out
}
