package app

import (
	"qudao/internal/audit"
	"qudao/internal/catalog"
	"qudao/internal/clock"
	"qudao/internal/dealer"
	"qudao/internal/identity"
	"qudao/internal/inventory"
	"qudao/internal/mail"
	"qudao/internal/notification"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/paper"
	"qudao/internal/pg"
	"qudao/internal/pricing"
	"qudao/internal/purchasing"
	"qudao/internal/queue"
	"qudao/internal/report"
	"qudao/internal/spreadsheet"
	"qudao/internal/storefront"
	"qudao/internal/unmask"
)

// Services are the domain, made in the order of the floors: each gets what stands below it.
type Services struct {
	DB           *pg.DB
	Audit        *audit.Service
	Identity     *identity.Service
	Org          *org.Service
	Unmask       *unmask.Service
	Dealer       *dealer.Service
	Catalog      *catalog.Service
	Inventory    *inventory.Service
	Pricing      *pricing.Service
	Order        *order.Service
	Paper        *paper.Service
	Purchasing   *purchasing.Service
	Spreadsheet  *spreadsheet.Service
	Notification *notification.Service
	Storefront   *storefront.Service
	Report       *report.Service
	Mail         *mail.Service
}

// NewServices makes the domain on one database. placing is the same database for the writers of
// orders (Databases.OpenPlacing). Letters stay in the outbox until write says otherwise. Close ends what runs
// in them.
func NewServices(db, placing *pg.DB, c clock.Clock) *Services {
	s := &Services{DB: db}
	s.Audit = audit.New(db)
	s.Identity = identity.New(db)
	s.Org = org.New(db, s.Identity)
	s.Unmask = unmask.New(db)
	s.Dealer = dealer.New(db, s.Identity)
	s.Catalog = catalog.New(db)
	s.Inventory = inventory.New(db)
	s.Pricing = pricing.New(db)
	s.Order = order.New(db, placing, s.Dealer, s.Catalog, s.Inventory, s.Pricing.Book())
	s.Paper = paper.New(db, s.Order, c)
	s.Purchasing = purchasing.New(db, s.Dealer, s.Catalog, s.Inventory, s.Pricing.Book(), c)
	s.Spreadsheet = spreadsheet.New(db, s.Catalog, s.Inventory, s.Pricing)
	s.Notification = notification.New(db)
	s.Storefront = storefront.New(db, s.Catalog)
	s.Report = report.New(db)
	s.Mail = mail.Local(db, "")
	return s
}

// write makes letters leave as configured.
func (s *Services) write(c mail.Config) (err error) {
	s.Mail, err = mail.New(s.DB, c)
	return err
}

// Close lets the orders that wait be placed. The databases stay open.
func (s *Services) Close() { s.Order.Close() }

// hear makes caches forget what a fact has changed. A Refresh means that facts may have been missed:
// everything is forgotten.
func (s *Services) hear(n queue.Note) {
	s.Pricing.Hear(n)
	s.Catalog.Hear(n)
	switch {
	case n.Kind == queue.Refresh:
		s.Dealer.Forget()
		s.Inventory.ForgetDisplays()
	case n.DocKind == "dealer":
		s.Dealer.Forget(n.Dealer)
	case n.DocKind == "stock_display":
		s.Inventory.ForgetDisplays()
	}
}
