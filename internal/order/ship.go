package order

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/inventory"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// ShipInput is a shipment that leaves a warehouse.
type ShipInput struct {
	Order     id.ID
	Warehouse string // code
	Carrier   string
	Tracking  string
	Lines     []ShipLine
	External  string // the id a program gives the shipment; the same one is recorded once
}

// ShipLine is how much of an order line leaves. A program may name the SKU instead of the line.
type ShipLine struct {
	Line     int16
	SKU      string
	Quantity qty.Quantity
}

const maxWord = 64

// Validate reports everything that is wrong with the input by itself.
func (in *ShipInput) Validate() error {
	var wrong fault.Fields
	for path, text := range map[string]string{"warehouse": in.Warehouse, "carrier": in.Carrier, "tracking": in.Tracking} {
		if strings.TrimSpace(text) == "" {
			wrong.Add(path, org.Required)
		} else if utf8.RuneCountInString(text) > maxWord {
			wrong.Add(path, org.TextTooLong, "maximum", maxWord)
		}
	}
	if len(in.Lines) == 0 {
		wrong.Add("lines", NothingToShip)
	}
	for i, l := range in.Lines {
		if l.Quantity <= 0 {
			wrong.Add(linePath(i)+".quantity", NothingToShip)
		}
	}
	slices.SortFunc(wrong, func(a, b fault.Field) int { return strings.Compare(a.Path, b.Path) })
	return wrong.Err()
}

// Ship records a partial or whole shipment of an accepted order: the goods leave reservation and stock.
//
// Errors: fault.NotFound, WrongState, NoWarehouse, ShippedTwice, inventory.NotReservedHere; NoSuchLine and
// TooMuch, by line, inside ShipRefused.
func (s *Service) Ship(ctx context.Context, who org.Actor, in ShipInput) (out Placed, err error) {
	if err := who.Require(org.OrderShip); err != nil {
		return out, err
	}
	if err := in.Validate(); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Placed, error) { return s.shipTx(ctx, tx, who, in) })
		return err
	})
	return out, err
}

func (s *Service) shipTx(ctx context.Context, tx *pg.Tx, who org.Actor, in ShipInput) (Placed, error) {
	shipment := id.New()
	if in.External != "" {
		// First of all: whoever tells of a shipment again hears that it is known, not that nothing is open.
		n, err := tx.Exec(ctx, externalSQL, who.Principal(), in.External, shipment)
		if err != nil {
			return Placed{}, err
		}
		if n == 0 {
			return Placed{}, ShippedTwice.With("external", in.External)
		}
	}
	h, err := s.lockTx(ctx, tx, who, in.Order, 0, MoveShip)
	if err != nil {
		return Placed{}, err
	}
	lines, err := pg.All[Line](ctx, tx, linesSQL, h.DealerID, h.ID)
	if err != nil {
		return Placed{}, err
	}
	warehouse, err := pg.Column[int32](ctx, tx, warehouseSQL, in.Warehouse)
	if err != nil {
		return Placed{}, err
	}
	if len(warehouse) == 0 {
		return Placed{}, NoWarehouse.At("warehouse", "warehouse", in.Warehouse)
	}
	shipped, err := matchLines(lines, in.Lines)
	if err != nil {
		return Placed{}, err
	}
	numbers, quantities := make([]int16, len(shipped)), make([]qty.Quantity, len(shipped))
	for i, l := range shipped {
		numbers[i], quantities[i] = l.Line, l.Quantity
	}
	number, err := pg.Value[string](ctx, tx, insertShipmentSQL, h.DealerID, h.ID, shipment, warehouse[0], in.Carrier, in.Tracking, who.Name, numbers, quantities)
	if err != nil {
		return Placed{}, err
	}
	if err := s.stock.ShipTx(ctx, tx, h.DealerID, h.ID, shipment, warehouse[0], shipped); err != nil {
		return Placed{}, err
	}
	if h.Fulfilment, err = s.shippedTx(ctx, tx, &h, lines, shipped); err != nil {
		return Placed{}, err
	}
	data := map[string]any{"shipment": number, "carrier": in.Carrier, "tracking": in.Tracking, "lines": len(shipped)}
	return h.placed(), s.moveTx(ctx, tx, who, &h, MoveShip, data, number)
}

// shippedTx is how far an order's goods are once these have left. Where the last of them leave after
// earlier ones arrived, a part has been received.
func (s *Service) shippedTx(ctx context.Context, tx *pg.Tx, h *Head, lines []Line, shipped []inventory.Shipped) (Fulfilment, error) {
	for _, l := range lines {
		if l.Reserved > quantityOf(shipped, l.Line) {
			return PartlyShipped, nil
		}
	}
	shipments, err := shipmentsTx(ctx, tx, h)
	if slices.ContainsFunc(shipments, func(s Shipment) bool { return s.ReceivedAt != nil }) {
		return PartlyReceived, err
	}
	return Shipped, err
}

// matchLines finds the order lines a shipment names and sums what it says of each, in line order.
func matchLines(lines []Line, in []ShipLine) ([]inventory.Shipped, error) {
	var out []inventory.Shipped
	var wrong fault.Fields
	for i, l := range in {
		at := slices.IndexFunc(lines, func(have Line) bool {
			return have.Line == l.Line || l.Line == 0 && l.SKU != "" && have.SKU == l.SKU
		})
		if at < 0 {
			name := l.SKU
			if name == "" {
				name = fmt.Sprint(l.Line)
			}
			wrong.Add(linePath(i), NoSuchLine, "line", name)
			continue
		}
		n := lines[at].Line
		if k := slices.IndexFunc(out, func(s inventory.Shipped) bool { return s.Line == n }); k >= 0 {
			out[k].Quantity += l.Quantity
		} else {
			out = append(out, inventory.Shipped{Line: n, Quantity: l.Quantity})
		}
		if sum := quantityOf(out, n); sum > lines[at].Reserved {
			wrong.Add(linePath(i)+".quantity", TooMuch, "line", n, "open", lines[at].Reserved, "quantity", sum)
		}
	}
	slices.SortFunc(out, func(a, b inventory.Shipped) int { return int(a.Line) - int(b.Line) })
	if len(wrong) > 0 {
		return nil, &fault.Fault{Definition: ShipRefused, Facts: map[string]any{}, Fields: wrong}
	}
	return out, nil
}

func quantityOf(list []inventory.Shipped, line int16) qty.Quantity {
	for _, s := range list {
		if s.Line == line {
			return s.Quantity
		}
	}
	return 0
}
