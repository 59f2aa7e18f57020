package portal

import (
	"context"

	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/identity"
	"qudao/internal/inventory"
	"qudao/internal/notification"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/paper"
	"qudao/internal/pricing"
	"qudao/internal/purchasing"
	"qudao/internal/spreadsheet"
	"qudao/internal/storefront"
)

// Services are what the handlers call. Each resource uses its own.
type Services struct {
	Identity     *identity.Service
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
	s.catalogue()
	s.cart()
	s.lists()
	s.company()
	s.accounts()
	s.orders()
	s.comments()
	s.habits()
	s.papers()
	s.runs()
	s.announcements()
	s.storefront()
	s.messages()
	api.Events(httpapi.Portal, s.Hub)
}

// Door lets in the active accounts of dealers that are not closed, by their session.
func Door(ids *identity.Service, dealers *dealer.Service) httpapi.Door {
	return func(ctx context.Context, shown httpapi.Shown) (org.Actor, error) {
		session, err := httpapi.SessionOf(ctx, ids, identity.KindAccount, shown)
		if err != nil {
			return org.Actor{}, err
		}
		return dealers.AccountActor(ctx, session.LoginID)
	}
}
