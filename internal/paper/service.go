package paper

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"qudao/internal/clock"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/render"
)

// Service prints papers. Make it with New.
type Service struct {
	db     *pg.DB
	orders *order.Service
	clock  clock.Clock
}

// New makes the service. c tells when a paper was printed.
func New(db *pg.DB, orders *order.Service, c clock.Clock) *Service {
	return &Service{db: db, orders: orders, clock: c}
}

// MaxOrders is how many orders' picking lists are printed at once.
const MaxOrders = 50

// File is a printed paper.
type File struct {
	Name    string // with its ending, in the reader's language
	Content []byte // a PDF
}

// Order prints an order, by its id or number, with prices and the total in capitals, to who may read it.
//
// Errors: fault.NotFound, also for another's order.
func (s *Service) Order(ctx context.Context, who org.Actor, ref string, lang fault.Language) (File, error) {
	o, err := s.orders.Get(ctx, who, ref)
	if err != nil {
		return File{}, err
	}
	p, err := s.printer(ctx, who, lang, o)
	if err != nil {
		return File{}, err
	}
	return p.print(wOrder.In(lang)+"-"+o.Number, p.order(&o))
}

// DeliveryNote prints what a shipment of an order carries.
//
// Errors: fault.NotFound, also for a shipment of another order.
func (s *Service) DeliveryNote(ctx context.Context, who org.Actor, ref string, shipment id.ID, lang fault.Language) (File, error) {
	o, err := s.orders.Get(ctx, who, ref)
	if err != nil {
		return File{}, err
	}
	at := slices.IndexFunc(o.Shipments, func(sh order.Shipment) bool { return sh.ID == shipment })
	if at < 0 {
		return File{}, fault.NotFound.With()
	}
	p, err := s.printer(ctx, who, lang, o)
	if err != nil {
		return File{}, err
	}
	return p.print(wDelivery.In(lang)+"-"+o.Shipments[at].Number, p.delivery(&o, &o.Shipments[at]))
}

// PickingList prints what is still to be picked for one order.
//
// Errors: fault.NotFound, NothingToPick; org.Forbidden for a dealer, from whom warehouses are hidden.
func (s *Service) PickingList(ctx context.Context, who org.Actor, ref string, lang fault.Language) (File, error) {
	return s.picking(ctx, who, []string{ref}, lang)
}

// PickingLists prints what is still to be picked for several orders, in the order given, as one file.
//
// Errors: NoOrders, TooManyOrders; fault.NotFound and NothingToPick, by order, inside NothingPicked.
func (s *Service) PickingLists(ctx context.Context, who org.Actor, refs []string, lang fault.Language) (File, error) {
	switch {
	case len(refs) == 0:
		return File{}, NoOrders.At("orders")
	case len(refs) > MaxOrders:
		return File{}, TooManyOrders.At("orders", "limit", MaxOrders, "count", len(refs))
	}
	return s.picking(ctx, who, refs, lang)
}

func (s *Service) picking(ctx context.Context, who org.Actor, refs []string, lang fault.Language) (File, error) {
	if who.Kind == org.Dealer {
		return File{}, org.Forbidden.With("permission", string(org.OrderShip))
	}
	var orders []order.Order
	var wrong fault.Fields
	seen := map[id.ID]bool{}
	for i, ref := range refs {
		o, err := s.orders.Get(ctx, who, ref)
		if err == nil && !seen[o.ID] {
			seen[o.ID] = true
			orders = append(orders, o)
			if !pickable(&o) {
				err = NothingToPick.With("number", o.Number)
			}
		}
		f, refused := fault.As(err)
		switch {
		case err == nil:
		case len(refs) == 1 || !refused || f.Kind == fault.Denied:
			return File{}, err
		default:
			wrong = append(wrong, fault.Field{Path: fmt.Sprintf("orders[%d]", i), Definition: f.Definition, Facts: f.Facts})
		}
	}
	if len(wrong) > 0 {
		return File{}, &fault.Fault{Definition: NothingPicked, Facts: map[string]any{}, Fields: wrong}
	}
	p, err := s.printer(ctx, who, lang, orders...)
	if err != nil {
		return File{}, err
	}
	var forms []render.Form
	for i := range orders {
		forms = append(forms, p.picking(&orders[i])...)
	}
	name := orders[0].Number
	if len(refs) > 1 {
		name = p.at.Format("20060102-1504")
	}
	return p.print(wPicking.In(lang)+"-"+name, forms...)
}

// printer reads what printing these orders needs beside them.
func (s *Service) printer(ctx context.Context, who org.Actor, lang fault.Language, orders ...order.Order) (*printer, error) {
	p := &printer{who: who, lang: lang, at: s.clock.Now().In(clock.Zone), axes: map[int32][]axis{}}
	var skus []int32
	for _, o := range orders {
		for _, l := range o.Lines {
			skus = append(skus, l.SKUID)
		}
	}
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		if p.head, err = pg.One[Letterhead](ctx, tx, letterheadSQL); err != nil {
			return err
		}
		axes, err := pg.All[axis](ctx, tx, axesSQL, skus)
		for _, a := range axes {
			p.axes[a.SKU] = append(p.axes[a.SKU], a)
		}
		return err
	})
	return p, err
}

func (p *printer) print(name string, forms ...render.Form) (File, error) {
	var out bytes.Buffer
	if err := render.WriteForms(&out, name, p.lang, p.at, forms...); err != nil {
		return File{}, err
	}
	return File{Name: name + ".pdf", Content: out.Bytes()}, nil
}
