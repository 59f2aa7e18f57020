package stories_test

import (
	"slices"
	"strings"

	"qudao/internal/apitest"
	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/org"
)

// principal is somebody or something that calls, with what it may do and see by what was arranged for it:
// nothing here is asked of the program.
type principal struct {
	name   string
	home   httpapi.Surface // where its token opens; "" is nowhere
	token  string
	may    org.Permissions
	has    []*world // whose things are there for it
	master bool     // of a dealer: the account that made the dealer's run
	narrow bool     // staff that sees only the dealers whose rep it is
	turned string   // the verdict on a token that opens no more
	at     map[httpapi.Surface]person
}

// rights are what the people of a dealer may do by their role.
var rights = map[dealer.Role]org.Permissions{
	dealer.RoleMaster:   org.Portal,
	dealer.RoleBuyer:    org.Of(org.OrderRead, org.OrderPlace, org.OrderCancel, org.OrderReceive, org.OrderComment, org.ProductRead, org.ExportRun),
	dealer.RoleApprover: org.Of(org.OrderRead, org.OrderComment, org.ProductRead, org.ExportRun),
	dealer.RoleFinance:  org.Of(org.OrderRead, org.OrderComment, org.ProductRead, org.ExportRun),
	dealer.RoleViewer:   org.Of(org.OrderRead, org.ProductRead),
}

// cast gathers the principals of a story.
type cast struct {
	*story
	theirs, mine *world // of D1 and of D2
	all          []*principal
}

// add puts a principal on the list, ready to call at every surface: at one that is not its own it shows its
// token in the way of that surface.
func (c *cast) add(p principal) *principal {
	p.at = map[httpapi.Surface]person{}
	for _, surface := range []httpapi.Surface{httpapi.Portal, httpapi.Office, httpapi.Open} {
		p.at[surface] = c.showing(surface, p.token)
	}
	c.all = append(c.all, &p)
	return &p
}

// staff adds a member of staff who is there already.
func (c *cast) member(name, username string, may org.Permissions, has ...*world) *principal {
	c.t.Helper()
	return c.add(principal{name: name, home: httpapi.Office, token: c.token(httpapi.Office, username), may: may, has: has})
}

// roles adds each standard role of staff: a rep sees the dealers whose rep it is, a supervisor those of the
// reps of the department.
func (c *cast) roles() {
	c.t.Helper()
	if _, err := c.App.Org.CreateDepartment(c.t.Context(), org.NewSystem("story"), org.DepartmentInput{Code: "TEAM", Name: "一组"}); err != nil {
		c.t.Fatal(err)
	}
	for _, role := range org.StandardRoles {
		username := "r-" + strings.ReplaceAll(role.Code, "_", "-")
		code := c.HireInto("TEAM", username, role.Code)
		has, narrow := []*world{c.theirs, c.mine}, role.Sees != org.SeesAll
		if narrow {
			has = has[1:]
		}
		if role.Sees == org.SeesSelf {
			c.represents("D2", code)
		}
		c.member("staff: "+role.Code, username, org.Of(role.Permissions...), has...).narrow = narrow
	}
}

// edges adds the members of staff at the edges: without a role, without one any more, who have left, and
// those who may do everything with one dealer or with none.
func (c *cast) edges() {
	c.t.Helper()
	c.member("staff without a role", "idle", org.Of(), c.theirs, c.mine)
	for name, change := range map[string]fields{
		"staff whose role was just taken away": {"name": "x", "roles": []string{}, "data_scope": "all"},
		"staff who has just left":              {"name": "x", "roles": []string{"admin"}, "data_scope": "all", "state": "left"},
	} {
		username := strings.ReplaceAll(strings.TrimPrefix(name, "staff who"), " ", "")
		code := c.Hire(username, org.ScopeAll, "admin")
		p := c.member(name, username, org.Of(), c.theirs, c.mine)
		p.at[httpapi.Office].Get("/orders").OK()
		admin := c.story.staff("admin")
		admin.Put("/staff/"+code, change, apitest.Version(1)).OK()
		if change["state"] != nil {
			p.turned = "401"
		}
		c.eventually(name, func() bool { return p.at[httpapi.Office].Get("/orders").Status != 200 })
	}
	c.member("staff of another rep's dealers", c.narrowOf("nobodys"), org.Of(every("")...)).narrow = true
	c.represents("D1", "E-"+c.narrowOf("theirs"))
	c.member("staff of the other dealer", "theirs", org.Of(every("")...), c.theirs).narrow = true
}

func (c *cast) narrowOf(username string) string {
	c.Employ(username, org.ScopeOwn, every("")...)
	return username
}

// singles adds staff and programs with one permission alone, and with all but one.
func (c *cast) singles(list []operation) {
	c.t.Helper()
	for _, p := range permissions(list, httpapi.Office) {
		name := strings.ReplaceAll(string(p), ".", "-")
		c.Employ("only-"+name, org.ScopeAll, p)
		c.member("staff with "+string(p)+" alone", "only-"+name, org.Of(p), c.theirs, c.mine)
		c.Employ("but-"+name, org.ScopeAll, every(p)...)
		c.member("staff without "+string(p), "but-"+name, org.Of(every(p)...), c.theirs, c.mine)
	}
	for _, p := range permissions(list, httpapi.Open) {
		c.key("key with "+string(p)+" alone", p)
		c.key("key without "+string(p), every(p)...)
	}
}

// people adds every role of the dealer D2, the same role of others, and those whose dealer is held up.
func (c *cast) people() {
	c.t.Helper()
	account := func(name, username string, may org.Permissions, has ...*world) *principal {
		return c.add(principal{name: name, home: httpapi.Portal, token: c.token(httpapi.Portal, username), may: may, has: has})
	}
	account("dealer: master", "dealer2", rights[dealer.RoleMaster], c.mine).master = true
	account("another dealer: master", "dealer1", rights[dealer.RoleMaster], c.theirs).master = true
	account("a third dealer: master", "dealer3", rights[dealer.RoleMaster])
	for _, role := range []dealer.Role{dealer.RoleBuyer, dealer.RoleApprover, dealer.RoleFinance, dealer.RoleViewer} {
		c.Enrol("D2", "d2-"+string(role), role)
		account("dealer: "+string(role), "d2-"+string(role), rights[role], c.mine)
		c.Enrol("D1", "d1-"+string(role), role)
		account("another dealer: "+string(role), "d1-"+string(role), rights[role], c.theirs)
	}
	// Limits do not change what an account may do, nor what is there for it where the goods are not narrowed.
	c.Enrol("D2", "d2-unpriced", dealer.RoleBuyer)
	c.limits("d2-unpriced", `hides_prices, per_order`, `true, 900000`)
	account("dealer: buyer without prices", "d2-unpriced", rights[dealer.RoleBuyer], c.mine)
	admin := c.story.staff("admin")
	for code, state := range map[string]string{"D5": "frozen", "D6": "closed"} {
		admin.Post("/dealers", fields{"code": code, "name": "宁波" + code, "level": "B", "region": 330100}, apitest.Key()).OK()
		c.Enrol(code, "dealer-"+state, dealer.RoleMaster)
		p := account(state+" dealer: master", "dealer-"+state, org.Of(slices.DeleteFunc(org.Portal.List(), func(p org.Permission) bool { return p == org.OrderPlace })...))
		admin.Put("/dealers/"+code, fields{"name": "宁波" + code, "level": "B", "region": 330100, "state": state}, apitest.Version(c.version(admin, "/dealers/"+code))).OK()
		if state == "closed" {
			p.turned = "403 dealer_closed"
		}
	}
}

// limits limits an account, by columns and values of its row.
func (s *story) limits(username, columns, values string) {
	s.t.Helper()
	s.Exec(`INSERT INTO dealer.account_limit (dealer_id, account_id, `+columns+`) SELECT a.dealer_id, a.id, `+values+`
		FROM dealer.account a JOIN identity.login l ON l.id = a.login_id WHERE l.kind = 'account' AND l.username = $1`, username)
}

// key adds a program with a new key of the scopes.
func (c *cast) key(name string, scopes ...org.Permission) *principal {
	c.t.Helper()
	return c.add(principal{name: name, home: httpapi.Open, token: c.APIKey(scopes...), may: org.Of(scopes...), has: []*world{c.theirs, c.mine}})
}

// strangers adds those who show nothing, or what opens nothing any more.
func (c *cast) strangers() {
	c.t.Helper()
	c.add(principal{name: "nobody"})
	c.add(principal{name: "a token that never was", token: "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"})
	for surface, username := range map[httpapi.Surface]string{httpapi.Portal: "dealer2", httpapi.Office: "admin"} {
		gone := c.token(surface, username)
		c.showing(surface, gone).Delete("/session").OK()
		c.add(principal{name: "an ended session at " + string(surface), home: surface, token: gone, may: org.Everything, turned: "401"})
		late := c.token(surface, username)
		c.Exec(`UPDATE identity.session SET expires_at = now() - interval '1 second' WHERE token_hash = sha256($1)`, []byte(late))
		c.add(principal{name: "an expired session at " + string(surface), home: surface, token: late, may: org.Everything, turned: "401"})
	}
	c.key("a key without scopes")
	for name, spoil := range map[string]string{
		"an expired key": `expires_at = now() - interval '1 second'`, "a revoked key": `revoked_at = now()`, "a key from elsewhere": `addresses = '{10.9.0.0/16}'`,
	} {
		p := c.key(name, every("")...)
		p.turned = "401"
		if strings.Contains(spoil, "addresses") {
			p.turned = "403 key_address_refused"
		}
		c.Exec(`UPDATE identity.api_key SET `+spoil+` WHERE hash = sha256($1)`, []byte(p.token))
	}
}

// keeps reports whether something of a world that an operation names is there for the principal. What is
// shared, and what is one person's alone, is said here; all else is the dealer's.
func (p *principal) keeps(op operation, w *world) bool {
	there := slices.Contains(p.has, w)
	if strings.HasPrefix(op.ID, "portal.run.") {
		return there && p.master // a run is of the account that started it
	}
	if strings.HasPrefix(op.ID, "office.run.") || strings.HasPrefix(op.ID, "office.message.") {
		return false
	}
	return there
}

// hidden are the words that must not reach the principal.
func (p *principal) hidden(worlds []*world) (out []string) {
	for _, w := range worlds {
		if !slices.Contains(p.has, w) {
			out = append(append(out, w.private...), w.inside...)
			if p.home == httpapi.Portal {
				out = append(out, w.goods...)
			}
		} else if p.home == httpapi.Portal {
			out = append(out, w.inside...)
		}
	}
	return out
}

// roleOf are the permissions of a standard role.
func roleOf(code string) []org.Permission {
	i := slices.IndexFunc(org.StandardRoles, func(r org.StandardRole) bool { return r.Code == code })
	return org.StandardRoles[i].Permissions
}

// token is the session that a client's answer to signing in brought.
func (s *story) token(surface httpapi.Surface, username string) string {
	s.t.Helper()
	cookie := s.knock(surface, username, apitest.Password).OK().Header.Get("Set-Cookie")
	value, _, _ := strings.Cut(strings.TrimPrefix(cookie, "__Host-qudao-"+string(surface)+"="), ";")
	return value
}

// showing is somebody who shows a token at a surface, the way callers of that surface do.
func (s *story) showing(surface httpapi.Surface, token string) person {
	c := s.Anonymous(surface)
	switch {
	case token == "":
	case surface == httpapi.Open:
		c.Headers = []apitest.Header{{Name: "Authorization", Value: "Bearer " + token}}
	default:
		c.Headers = []apitest.Header{{Name: "Cookie", Value: "__Host-qudao-" + string(surface) + "=" + token}}
	}
	return person{c, s}
}
