package order

import (
	"encoding/json"
	"time"

	"qudao/internal/id"
	"qudao/internal/inventory"
	"qudao/internal/money"
	"qudao/internal/qty"
	"qudao/internal/secret"
	"qudao/internal/timeline"
)

// Review is whether the brand takes the order.
type Review string

// Fulfilment is how far the goods are.
type Fulfilment string

// The statuses.
const (
	InReview  Review = "in_review"
	Accepted  Review = "accepted"
	Rejected  Review = "rejected"
	Cancelled Review = "cancelled"
	Expired   Review = "expired"

	None           Fulfilment = "none"      // nothing is promised any more
	Allocated      Fulfilment = "allocated" // all of it is reserved
	PartlyShipped  Fulfilment = "partly_shipped"
	Shipped        Fulfilment = "shipped"
	PartlyReceived Fulfilment = "partly_received"
	Received       Fulfilment = "received"
)

// State is the one word that pages show for an order.
type State string

// State returns the word for the statuses. The payment status joins when there is money.
func (h *Head) State() State {
	if h.Review != Accepted {
		return State(h.Review)
	}
	switch h.Fulfilment {
	case Allocated:
		return "accepted"
	case PartlyReceived:
		return "shipped"
	default:
		return State(h.Fulfilment)
	}
}

// States are the words in the order of an order's life.
var States = []State{"in_review", "accepted", "partly_shipped", "shipped", "received", "rejected", "cancelled", "expired"}

// Source is the way an order came in.
type Source string

// The ways.
const (
	Portal Source = "portal"
	Office Source = "office"
	Open   Source = "open"
)

// Head is an order without its lines.
type Head struct {
	DealerID    int32          `db:"dealer_id"`
	AccountID   *id.ID         `db:"account_id"` // who of the dealer placed it; nil: nobody of the dealer
	DealerCode  string         `db:"dealer_code"`
	DealerName  string         `db:"dealer_name"`
	ID          id.ID          `db:"id"`
	Number      string         `db:"number"`
	Kind        string         `db:"kind"`
	Source      Source         `db:"source"`
	Review      Review         `db:"review"`
	Fulfilment  Fulfilment     `db:"fulfilment"`
	Payment     string         `db:"payment"`
	Currency    money.Currency `db:"currency"`
	Goods       money.Amount   `db:"goods"`
	Discount    money.Amount   `db:"discount"`
	Freight     money.Amount   `db:"freight"`
	Total       money.Amount   `db:"total"`
	Net         money.Amount   `db:"net"`
	Tax         money.Amount   `db:"tax"`
	LineCount   int            `db:"line_count"`
	Remark      string         `db:"remark"`
	Reason      string         `db:"reason"`
	PlacedBy    string         `db:"placed_by"`
	PlacedAt    time.Time      `db:"placed_at"`
	ReviewUntil *time.Time     `db:"review_until"`
	ClosedAt    *time.Time     `db:"closed_at"`
	Version     int            `db:"version"`
}

// Line is what was ordered of one SKU, as it was promised.
type Line struct {
	Line      int16             `db:"line"`
	SKUID     int32             `db:"sku_id"`
	SKU       string            `db:"sku_code"`
	Name      string            `db:"name"`
	Model     string            `db:"model"`
	Image     string            `db:"image"` // of the product, as it is today
	Spec      map[string]string `db:"spec"`
	Unit      string            `db:"unit"`
	Quantity  qty.Quantity      `db:"quantity"`
	Reserved  qty.Quantity      `db:"reserved"`
	Shipped   qty.Quantity      `db:"shipped"`
	Received  qty.Quantity      `db:"received"`
	Cancelled qty.Quantity      `db:"cancelled"`
	Price     money.Price       `db:"price"`
	Amount    money.Amount      `db:"amount"`
	Net       money.Amount      `db:"net"`
	Tax       money.Amount      `db:"tax"`
	TaxRate   money.Rate        `db:"tax_rate"`
	Trace     json.RawMessage   `db:"trace"` // see pricing.TraceOf
}

// Shipment is goods that left a warehouse together.
type Shipment struct {
	ID            id.ID          `db:"id"`
	Number        string         `db:"number"`
	WarehouseID   int32          `db:"warehouse_id"`
	WarehouseCode string         `db:"warehouse_code"`
	WarehouseName string         `db:"warehouse_name"`
	Carrier       string         `db:"carrier"`
	Tracking      string         `db:"tracking"`
	ShippedAt     time.Time      `db:"shipped_at"`
	ShippedBy     string         `db:"shipped_by"`
	ReceivedAt    *time.Time     `db:"received_at"`
	ReceivedBy    *string        `db:"received_by"`
	Lines         []ShipmentLine `db:"-"`
}

// ShipmentLine is how much of an order line a shipment carries, and how much arrived (nil: not yet
// confirmed).
type ShipmentLine struct {
	Shipment id.ID         `db:"shipment_id"`
	Line     int16         `db:"line"`
	Quantity qty.Quantity  `db:"quantity"`
	Received *qty.Quantity `db:"received"`
}

// Address is where the goods go, kept with the order as it was when placed. The phone is kept as it was sealed for
// the dealer's address that ID names (for the order itself, where ID is its own): read orders have it opened.
type Address struct {
	ID         id.ID        `json:"id,omitzero"`
	Name       secret.Name  `json:"name"`
	Phone      secret.Phone `json:"phone"`
	RegionCode int32        `json:"region_code"`
	RegionName string       `json:"region_name"`
	Detail     string       `json:"detail"`
}

// Order is the whole document.
type Order struct {
	Head
	Address   Address
	Lines     []Line
	Shipments []Shipment
	Sources   []inventory.Source // what is still reserved, by warehouse
	Timeline  []timeline.Node
}
