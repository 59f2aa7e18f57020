package portal

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/purchasing"
)

func (s *surface) lists() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "shopping_list.list", Method: http.MethodGet, Path: "/shopping-lists", Surface: httpapi.Portal,
		Permission: org.ProductRead, Object: httpapi.Dealer, Zh: "购货清单", En: "List the shopping lists that the account may use, the latest changed first"}, s.listLists)
	httpapi.Handle(s.api, httpapi.Operation{ID: "shopping_list.create", Method: http.MethodPost, Path: "/shopping-lists", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Dealer, Idempotent: true, Zh: "新建清单", En: "Make a shopping list"}, s.createList)
	httpapi.Handle(s.api, httpapi.Operation{ID: "shopping_list.read", Method: http.MethodGet, Path: "/shopping-lists/{id}", Surface: httpapi.Portal,
		Permission: org.ProductRead, Object: httpapi.Dealer, Zh: "清单内容", En: "Read a shopping list, priced now for who asks"}, s.readList)
	httpapi.Handle(s.api, httpapi.Operation{ID: "shopping_list.save", Method: http.MethodPut, Path: "/shopping-lists/{id}", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Dealer, Zh: "保存清单", En: "Replace name, sharing and lines of a shopping list"}, s.saveList)
	httpapi.Handle(s.api, httpapi.Operation{ID: "shopping_list.add", Method: http.MethodPost, Path: "/shopping-lists/{id}/lines", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Dealer, Zh: "加入清单", En: "Put goods into a shopping list",
		Doc: "Of what is in it already, the quantity becomes the new one."}, s.addToList)
	httpapi.Handle(s.api, httpapi.Operation{ID: "shopping_list.remove", Method: http.MethodDelete, Path: "/shopping-lists/{id}", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Dealer, Zh: "删除清单", En: "Delete a shopping list; one that is not there is no error"}, s.removeList)
	httpapi.Handle(s.api, httpapi.Operation{ID: "shopping_list.to_cart", Method: http.MethodPost, Path: "/shopping-lists/{id}/cart", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Dealer, Zh: "清单加入购物车", En: "Add what can be bought of a shopping list to the cart; the rest is named"}, s.listToCart)
}

// ShoppingListCard is a shopping list in a list.
type ShoppingListCard struct {
	ID        id.ID     `json:"id"`
	Name      string    `json:"name"`
	Shared    bool      `json:"shared" doc:"Everybody of the dealer sees, uses and changes it."`
	Mine      bool      `json:"mine"`
	Owner     string    `json:"owner" doc:"The name of who made it."`
	LineCount int       `json:"line_count"`
	First     []string  `json:"first" doc:"The names of the first goods."`
	Version   int       `json:"version"`
	UpdatedAt time.Time `json:"updated_at"`
}

// ShoppingList is a shopping list with what its goods cost the caller now.
type ShoppingList struct {
	ShoppingListCard
	Priced view.Cart `json:"priced" doc:"What a cart of the lines would be now."`
}

func listCardOf(l purchasing.ShoppingList) ShoppingListCard {
	return ShoppingListCard{ID: l.ID, Name: l.Name, Shared: l.Shared, Mine: l.Mine, Owner: l.Owner, LineCount: l.Lines, First: view.Full(l.Glimpse), Version: l.Version, UpdatedAt: l.UpdatedAt}
}

type listsOutput struct {
	Body struct {
		Items []ShoppingListCard `json:"items"`
	}
}

func (s *surface) listLists(ctx context.Context, who org.Actor, _ *struct{}) (*listsOutput, error) {
	lists, err := s.Purchasing.Lists(ctx, who)
	if err != nil {
		return nil, err
	}
	out := &listsOutput{}
	out.Body.Items = view.Each(lists, listCardOf)
	return out, nil
}

// ShoppingListInput is what is said of a shopping list.
type ShoppingListInput struct {
	Name   string   `json:"name" maxLength:"200"`
	Shared bool     `json:"shared,omitempty"`
	Lines  []wanted `json:"lines" maxItems:"1000" doc:"In their order."`
}

func (in ShoppingListInput) input() purchasing.ListInput {
	return purchasing.ListInput{Name: in.Name, Shared: in.Shared, Lines: view.Each(in.Lines, wantedOf)}
}

func wantedOf(w wanted) purchasing.Wanted {
	return purchasing.Wanted{SKU: w.SKU, Quantity: w.Quantity}
}

type createListInput struct{ Body ShoppingListInput }

type listOutput struct{ Body ShoppingList }

func (s *surface) createList(ctx context.Context, who org.Actor, in *createListInput) (*listOutput, error) {
	list, err := s.Purchasing.CreateList(ctx, who, in.Body.input())
	if err != nil {
		return nil, err
	}
	return s.list(ctx, who, list)
}

type listInput struct {
	ID id.ID `path:"id"`
}

func (s *surface) readList(ctx context.Context, who org.Actor, in *listInput) (*listOutput, error) {
	return s.list(ctx, who, in.ID)
}

func (s *surface) list(ctx context.Context, who org.Actor, list id.ID) (*listOutput, error) {
	lang := httpapi.Language(ctx)
	l, now, err := s.Purchasing.List(ctx, who, list, lang)
	if err != nil {
		return nil, err
	}
	return &listOutput{ShoppingList{listCardOf(l), view.CartOf(now, nil, lang)}}, nil
}

type saveListInput struct {
	httpapi.Edit
	ID   id.ID `path:"id"`
	Body ShoppingListInput
}

func (s *surface) saveList(ctx context.Context, who org.Actor, in *saveListInput) (*listOutput, error) {
	if err := s.Purchasing.SaveList(ctx, who, in.ID, in.Version, in.Body.input()); err != nil {
		return nil, err
	}
	return s.list(ctx, who, in.ID)
}

type addToListInput struct {
	ID   id.ID `path:"id"`
	Body struct {
		Lines []wanted `json:"lines" minItems:"1" maxItems:"1000"`
	}
}

func (s *surface) addToList(ctx context.Context, who org.Actor, in *addToListInput) (*listOutput, error) {
	if err := s.Purchasing.AddToList(ctx, who, in.ID, view.Each(in.Body.Lines, wantedOf)); err != nil {
		return nil, err
	}
	return s.list(ctx, who, in.ID)
}

func (s *surface) removeList(ctx context.Context, who org.Actor, in *listInput) (*struct{}, error) {
	return nil, s.Purchasing.RemoveList(ctx, who, in.ID)
}

func (s *surface) listToCart(ctx context.Context, who org.Actor, in *listInput) (*cartOutput, error) {
	left, err := s.Purchasing.ListToCart(ctx, who, in.ID, httpapi.Language(ctx))
	if err != nil {
		return nil, err
	}
	return s.cartWith(ctx, who, left)
}
