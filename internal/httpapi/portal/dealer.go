package portal

import (
	"context"
	"net/http"
	"strconv"

	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/secret"
)

func (s *surface) company() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "address.list", Method: http.MethodGet, Path: "/addresses", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Dealer, Zh: "收货地址", En: "List ship-to addresses"}, s.listAddresses)
	httpapi.Handle(s.api, httpapi.Operation{ID: "address.create", Method: http.MethodPost, Path: "/addresses", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Dealer, Idempotent: true, Zh: "新增收货地址", En: "Add a ship-to address"}, s.createAddress)
	httpapi.Handle(s.api, httpapi.Operation{ID: "address.edit", Method: http.MethodPut, Path: "/addresses/{id}", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Dealer, Zh: "修改收货地址", En: "Change a ship-to address",
		Doc: "The last change holds: there is no If-Match. Orders keep the address they were placed with."}, s.editAddress)
	httpapi.Handle(s.api, httpapi.Operation{ID: "address.remove", Method: http.MethodDelete, Path: "/addresses/{id}", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Dealer, Zh: "删除收货地址", En: "Delete a ship-to address; one that is not there is no error"}, s.removeAddress)
	httpapi.Handle(s.api, httpapi.Operation{ID: "region.list", Method: http.MethodGet, Path: "/regions", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Brand, Zh: "行政区划", En: "List regions, for addresses"}, s.listRegions)
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

func addressOf(a dealer.Address) Address {
	return Address{ID: a.ID, Name: a.Name.Reveal(), Phone: a.Phone.Reveal(), Detail: a.Detail, Default: a.Default,
		Region: org.Ref{Code: strconv.Itoa(a.RegionCode), Name: a.RegionName}}
}

func (s *surface) listAddresses(ctx context.Context, who org.Actor, _ *struct{}) (*addressesOutput, error) {
	list, err := s.Dealer.Addresses(ctx, who, who.DealerCode)
	if err != nil {
		return nil, err
	}
	out := &addressesOutput{}
	out.Body.Items = view.Each(list, addressOf)
	return out, nil
}

// AddressInput is what is said of a ship-to address.
type AddressInput struct {
	Name    string `json:"name" maxLength:"200" doc:"Who receives."`
	Phone   string `json:"phone" maxLength:"64"`
	Region  int    `json:"region" doc:"The official division code."`
	Detail  string `json:"detail" maxLength:"400"`
	Default bool   `json:"default,omitempty" doc:"The first address of a dealer is the default in any case."`
}

func (in AddressInput) input(key id.ID) dealer.AddressInput {
	return dealer.AddressInput{ID: key, Name: secret.Name(in.Name), Phone: secret.Phone(in.Phone), Region: in.Region, Detail: in.Detail, Default: in.Default}
}

type createAddressInput struct{ Body AddressInput }

type addressOutput struct{ Body Address }

func (s *surface) createAddress(ctx context.Context, who org.Actor, in *createAddressInput) (*addressOutput, error) {
	a, err := s.Dealer.SaveAddress(ctx, who, who.DealerCode, in.Body.input(id.Nil))
	return &addressOutput{addressOf(a)}, err
}

type editAddressInput struct {
	ID   id.ID `path:"id"`
	Body AddressInput
}

func (s *surface) editAddress(ctx context.Context, who org.Actor, in *editAddressInput) (*addressOutput, error) {
	a, err := s.Dealer.SaveAddress(ctx, who, who.DealerCode, in.Body.input(in.ID))
	return &addressOutput{addressOf(a)}, err
}

type addressInput struct {
	ID id.ID `path:"id"`
}

func (s *surface) removeAddress(ctx context.Context, who org.Actor, in *addressInput) (*struct{}, error) {
	return nil, s.Dealer.RemoveAddress(ctx, who, who.DealerCode, in.ID)
}

type regionsOutput struct {
	Body struct {
		Items []PortalRegion `json:"items"`
	}
}

// PortalRegion is an official division, for the choice of an address.
type PortalRegion struct {
	Code   int    `json:"code"`
	Name   string `json:"name"`
	Parent *int   `json:"parent,omitempty"`
	Level  int    `json:"level" doc:"1 province, 2 city, 3 county."`
}

func (s *surface) listRegions(ctx context.Context, who org.Actor, _ *struct{}) (*regionsOutput, error) {
	list, err := s.Dealer.Regions(ctx, who)
	if err != nil {
		return nil, err
	}
	out := &regionsOutput{}
	out.Body.Items = view.Each(list, func(r dealer.Region) PortalRegion {
		return PortalRegion{Code: r.Code, Name: r.Name, Parent: r.Parent, Level: r.Level}
	})
	return out, nil
}
