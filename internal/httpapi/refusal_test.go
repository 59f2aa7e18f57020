package httpapi_test

import (
	"context"
	"errors"
	"net/http"
	"testing"

	"qudao/internal/fault"
	"qudao/internal/httpapi"
	"qudao/internal/org"
)

var sealed = fault.Define(fault.Denied, "test_sealed", "已封存。", "It is sealed.")

// noting is a frame whose refused writes are put on the list.
func noting(t *testing.T, list *[]httpapi.Refusal, failing error) http.Handler {
	t.Helper()
	a := httpapi.New(httpapi.Config{Doors: map[httpapi.Surface]httpapi.Door{httpapi.Office: door}, Refused: func(_ context.Context, r httpapi.Refusal) error {
		*list = append(*list, r)
		return failing
	}})
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		op := httpapi.Operation{ID: "note." + map[string]string{"GET": "read", "POST": "write"}[method], Method: method, Path: "/notes/{id}", Surface: httpapi.Office, Permission: org.OrderShip, Object: httpapi.Dealer, Zh: "记", En: "Note"}
		httpapi.Handle(a, op, func(_ context.Context, _ org.Actor, in *struct {
			ID string `path:"id"`
		}) (*said, error) {
			if in.ID == "sealed" {
				return nil, sealed.With("since", "2026")
			}
			return nil, short.With("left", 1)
		})
	}
	h, err := a.Handler(nil, http.NotFoundHandler())
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestARefusedWriteOfSomebodyKnownIsNoted(t *testing.T) {
	var list []httpapi.Refusal
	h := noting(t, &list, nil)
	refusal(t, do(h, ask{method: "POST", path: "/api/office/notes/%00", token: "reader"}), 403, "permission_missing")
	refusal(t, do(h, ask{method: "POST", path: "/api/office/notes/sealed", token: "clerk"}), 403, "test_sealed")
	if len(list) != 2 {
		t.Fatalf("%d refusals are noted", len(list))
	}
	if r := list[0]; r.Who.ID != "E2" || r.Who.Trace == "" || r.Operation != "office.note.write" || r.Code != "permission_missing" || r.Facts["permission"] != "order.ship" || r.Facts["path"] != "/api/office/notes/%00" {
		t.Errorf("noted: %+v", r)
	}
	if r := list[1]; r.Who.ID != "E1" || r.Code != "test_sealed" || r.Facts["since"] != "2026" {
		t.Errorf("noted: %+v", r)
	}
	// What is no write, nobody known, or another refusal is not.
	list = nil
	refusal(t, do(h, ask{method: "GET", path: "/api/office/notes/1", token: "reader"}), 403, "permission_missing")
	refusal(t, do(h, ask{method: "POST", path: "/api/office/notes/1"}), 401, "session_missing")
	refusal(t, do(h, ask{method: "POST", path: "/api/office/notes/1", token: "clerk"}), 409, "test_short")
	if len(list) != 0 {
		t.Errorf("noted: %+v", list)
	}
}

func TestNobodyFloodsTheRecord(t *testing.T) {
	var list []httpapi.Refusal
	h := noting(t, &list, errors.New("the disk is full"))
	for range 100 {
		refusal(t, do(h, ask{method: "POST", path: "/api/office/notes/1", token: "reader"}), 403, "permission_missing")
	}
	if n := len(list); n < 20 || n > 22 {
		t.Errorf("%d refusals are noted", n)
	}
	refusal(t, do(h, ask{method: "POST", path: "/api/office/notes/sealed", token: "clerk"}), 403, "test_sealed")
	if last := list[len(list)-1]; last.Who.ID != "E1" {
		t.Errorf("one principal's refusals hide another's: %+v", last)
	}
}
