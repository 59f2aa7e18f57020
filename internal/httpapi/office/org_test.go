package office_test

import (
	"slices"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/office"
)

func TestStaff(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	admin := s.Office("admin")
	var list office.List[office.Staff]
	admin.Get("/staff").Into(&list)
	if len(list.Items) < 8 || list.Items[0].Username != "admin" || list.Items[0].Roles[0].Code != "admin" {
		t.Errorf("%+v", list)
	}
	var m office.Staff
	form := fields{"code": "E20", "name": "周宁", "username": "zhouning", "password": apitest.Password, "departments": []string{"SOUTH"}, "roles": []string{"service"}, "data_scope": "all"}
	admin.Post("/staff", form, apitest.Key()).Into(&m)
	if m.Version != 1 || m.State != "active" || m.Roles[0].Name != "客服" {
		t.Errorf("%+v", m)
	}
	nobody := s.Anonymous(httpapi.Office)
	for range 5 {
		nobody.Post("/session", fields{"username": "zhouning", "password": "wrong"}).Refused(401, "login_wrong")
	}
	admin.Get("/staff").Into(&list)
	if i := slices.IndexFunc(list.Items, func(m office.Staff) bool { return m.Code == "E20" }); list.Items[i].LockedUntil == nil {
		t.Errorf("not locked: %+v", list.Items[i])
	}
	admin.Post("/staff/E20/unlock", nil).Into(&m)
	if m.LockedUntil != nil {
		t.Errorf("%+v", m)
	}
	nobody.SignIn("zhouning", apitest.Password)
	edit := fields{"name": "周宁", "roles": []string{}, "data_scope": "own", "state": "left"}
	admin.Put("/staff/E20", edit, apitest.Version(1)).Into(&m)
	if m.State != "left" || m.Version != 2 || m.Roles == nil {
		t.Errorf("%+v", m)
	}

	admin.Put("/staff/E20", edit, apitest.Version(1)).Refused(412, "version_changed")
	admin.Put("/staff/E1", edit, apitest.Version(1)).Refused(409, "own_rights")
	admin.Put("/staff/E0", edit, apitest.Version(1)).Refused(404, "not_found")
	admin.Post("/staff/E0/unlock", nil).Refused(404, "not_found")
	admin.Post("/staff", form, apitest.Key()).Refused(409, "username_taken")
	wantFields(t, admin.Post("/staff", fields{"code": "", "name": "", "username": "A", "roles": []string{}, "data_scope": "all", "salary": 1}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"salary": "field_unknown"})
	wantFields(t, admin.Post("/staff", fields{"code": "-", "name": "", "username": "A", "password": "x", "roles": []string{}, "data_scope": "all"}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"code": "code_invalid", "name": "field_required", "username": "username_invalid", "password": "password_plain"})
	missing(t, s.Office("desk").Get("/staff"), "staff.read")
	missing(t, s.Office("auditor").Post("/staff", form, apitest.Key()), "staff.edit")
}

func TestRoles(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	admin := s.Office("admin")
	var r office.Role
	admin.Post("/roles", fields{"code": "clerk", "name": "文员", "permissions": []string{"order.read"}}, apitest.Key()).Into(&r)
	admin.Put("/roles/clerk", fields{"name": "文员", "permissions": []string{}}, apitest.Version(1)).Into(&r)
	if r.Version != 2 || r.Permissions == nil || len(r.Permissions) != 0 || r.StaffCount != 0 {
		t.Errorf("%+v", r)
	}
	var list office.List[office.Role]
	admin.Get("/roles").Into(&list)
	if list.Items[0].Code != "admin" || list.Items[0].StaffCount != 1 {
		t.Errorf("%+v", list.Items[0])
	}
	var all office.List[office.Permission]
	admin.Get("/permissions", apitest.English()).Into(&all)
	if all.Items[0] != (office.Permission{Code: "order.read", Name: "See orders", Group: "order"}) {
		t.Errorf("%+v", all.Items[0])
	}
	admin.Put("/roles/clerk", fields{"name": "x", "permissions": []string{}}, apitest.Version(1)).Refused(412, "version_changed")
	admin.Post("/roles", fields{"code": "clerk", "name": "x", "permissions": []string{}}, apitest.Key()).Refused(409, "code_taken")
	wantFields(t, admin.Post("/roles", fields{"code": "x", "name": "x", "permissions": []string{"order.read", "moon.land"}}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"permissions[1]": "permission_unknown"})
	missing(t, s.Office("auditor").Put("/roles/clerk", fields{"name": "x", "permissions": []string{}}, apitest.Version(2)), "staff.edit")
}

func TestAPIKeys(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	admin := s.Office("admin")
	form := fields{"name": "ERP", "scopes": []string{"order.read"}, "addresses": []string{"127.0.0.0/8"}}
	var made, again office.NewAPIKey
	admin.Post("/api-keys", form, apitest.SameKey("make-a-key-1")).Into(&made)
	admin.Post("/api-keys", form, apitest.SameKey("make-a-key-1")).Into(&again)
	if len(made.Key) < 20 || again.Key != "" || again.ID != made.ID || made.CreatedBy != "沈明远" || made.Addresses[0] != "127.0.0.0/8" {
		t.Errorf("%+v, again %+v", made, again)
	}
	var list office.List[office.APIKey]
	admin.Get("/api-keys").Into(&list)
	if len(list.Items) != 1 || list.Items[0].CreatedBy != "沈明远" || list.Items[0].RevokedAt != nil {
		t.Errorf("%+v", list)
	}
	admin.Delete("/api-keys/" + made.ID.String()).OK()
	admin.Get("/api-keys").Into(&list)
	if list.Items[0].RevokedAt == nil {
		t.Errorf("%+v", list)
	}
	admin.Delete("/api-keys/01890000-0000-7000-8000-000000000000").Refused(404, "not_found")
	admin.Delete("/api-keys/nonsense").Refused(422, "invalid_input")
	wantFields(t, admin.Post("/api-keys", fields{"name": "", "scopes": []string{"moon.land"}, "addresses": []string{"here"}}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"name": "field_required", "scopes[0]": "permission_unknown", "addresses[0]": "key_address_invalid"})
	wantFields(t, admin.Post("/api-keys", fields{"name": "x", "scopes": []string{"order.read"}, "expires_at": "2020-01-01T00:00:00Z"}, apitest.Key()).Refused(422, "key_end_past"),
		map[string]string{"expires_at": "key_end_past"})
	missing(t, s.Office("desk").Get("/api-keys"), "key.edit")
}
