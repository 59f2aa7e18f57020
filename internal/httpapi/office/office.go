package office

import (
	"context"

	"qudao/internal/httpapi"
	"qudao/internal/identity"
	"qudao/internal/org"
)

// Services are what the handlers call. Each resource uses its own.
type Services struct {
	Identity *identity.Service
	Org      *org.Service
	Hub      *httpapi.Hub
}

type surface struct {
	Services
	api *httpapi.API
}

// Register adds every operation of the surface to the frame.
func Register(api *httpapi.API, services Services) {
	s := &surface{services, api}
	s.session()
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
