package open

import (
	"context"

	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/identity"
	"qudao/internal/inventory"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pricing"
)

// Services are what the handlers call. Each resource uses its own.
type Services struct {
	Dealer    *dealer.Service
	Catalog   *catalog.Service
	Inventory *inventory.Service
	Pricing   *pricing.Service
	Order     *order.Service
}

type surface struct {
	Services
	api *httpapi.API
}

// Register adds every operation of the surface to the frame.
func Register(api *httpapi.API, services Services) {
	s := &surface{services, api}
	s.goods()
	s.pictures()
	s.orders()
}

// Door lets in programs by their key.
func Door(ids *identity.Service) httpapi.Door {
	return func(ctx context.Context, shown httpapi.Shown) (org.Actor, error) {
		key, err := ids.ResolveKey(ctx, shown.Token, shown.Address)
		if err != nil {
			return org.Actor{}, err
		}
		return org.ProgramActor(key), nil
	}
}
