package portal

import (
	"context"
	"net/http"
	"strconv"

	"qudao/internal/httpapi"
	"qudao/internal/id"
	"qudao/internal/org"
)

func (s *surface) addresses() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "address.list", Method: http.MethodGet, Path: "/addresses", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Dealer, Zh: "收货地址", En: "List ship-to addresses"}, s.listAddresses)
}

type addressesOutput struct {
	Body struct {
		Items []Address `json:"items"`
	}
}

// Address is a ship-to address of the caller's own dealer, unmasked.
type Address struct {
	ID      id.ID   `json:"id"`
	Name    string  `json:"name"`
	Phone   string  `json:"phone"`
	Region  org.Ref `json:"region"`
	Detail  string  `json:"detail"`
	Default bool    `json:"default"`
}

func (s *surface) listAddresses(ctx context.Context, who org.Actor, _ *struct{}) (*addressesOutput, error) {
	list, err := s.Dealer.Addresses(ctx, who, who.DealerCode)
	if err != nil {
		return nil, err
	}
	out := &addressesOutput{}
	out.Body.Items = make([]Address, len(list))
	for i, a := range list {
		out.Body.Items[i] = Address{ID: a.ID, Name: a.Name.Reveal(), Phone: a.Phone.Reveal(), Detail: a.Detail, Default: a.Default,
			Region: org.Ref{Code: strconv.Itoa(a.RegionCode), Name: a.RegionName}}
	}
	return out, nil
}
