package office

import (
	"context"

	"qudao/internal/audit"
	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/identity"
	"qudao/internal/inventory"
	"qudao/internal/mail"
	"qudao/internal/notification"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/paper"
	"qudao/internal/pricing"
	"qudao/internal/report"
	"qudao/internal/spreadsheet"
	"qudao/internal/storefront"
	"qudao/internal/unmask"
)

// Services are what the handlers call. Each resource uses its own.
type Services struct {
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
	Spreadsheet  *spreadsheet.Service
	Notification *notification.Service
	Mail         *mail.Service
	Storefront   *storefront.Service
	Report       *report.Service
	Hub          *httpapi.Hub
}

type surface struct {
	Services
	api *httpapi.API
}

// Register adds every operation of the surface to the frame.
func Register(api *httpapi.API, services Services) {
	s := &surface{services, api}
	s.session()
	s.links()
	s.security()
	s.orders()
	s.comments()
	s.papers()
	s.dealers()
	s.dealerFacts()
	s.unmasking()
	s.audiences()
	s.products()
	s.pictures()
	s.categories()
	s.templates()
	s.priceLists()
	s.prices()
	s.stock()
	s.warehouses()
	s.stockDisplay()
	s.staff()
	s.staffInvitations()
	s.outbox()
	s.roles()
	s.rights()
	s.departments()
	s.handovers()
	s.apiKeys()
	s.changes()
	s.imports()
	s.runs()
	s.announcements()
	s.storefront()
	s.messages()
	s.reports()
	s.find()
	api.Events(httpapi.Office, s.Hub)
}

// Door lets in active staff by their session.
func Door(ids *identity.Service, staff *org.Service) httpapi.Door {
	return func(ctx context.Context, shown httpapi.Shown) (org.Actor, error) {
		session, err := httpapi.SessionOf(ctx, ids, identity.KindStaff, shown)
		if err != nil {
			return org.Actor{}, err
		}
		return staff.StaffActor(ctx, session.LoginID)
	}
}
