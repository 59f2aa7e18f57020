package stories_test

import (
	"net/http"
	"strings"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/org"
)

// public are the operations that need nobody to be signed in, each for its reason. Any other that says it
// is public fails this test.
var public = map[string]string{
	"portal.session.create": "signs in", "office.session.create": "signs in",
	"portal.session.delete": "signs out whoever is signed in", "office.session.delete": "signs out whoever is signed in",
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

// calls asks an operation for nothing in particular, with all the headers it needs and no body.
func (p person) calls(op operation) *apitest.Answer {
	return p.Do(op.method, op.anywhere(), nil, apitest.Key(), apitest.Version(1))
}

// Every operation of the document turns away whoever is not of its surface: 401, before anything else.
func TestEveryOperationKnowsWhoAsks(t *testing.T) {
	s := begin(t)
	ended := s.staff("auditor")
	gone := s.token(httpapi.Office, "price")
	s.showing(httpapi.Office, gone).Delete("/session").OK()
	ended.Delete("/session").OK()
	shown := map[string]string{
		"nothing": "", "a token that never was": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG", "a session that was ended": gone,
		"a dealer's session": s.token(httpapi.Portal, "dealer1"), "an administrator's session": s.token(httpapi.Office, "admin"), "a program's key": s.APIKey(every("")...),
	}
	own := map[httpapi.Surface]string{httpapi.Portal: "a dealer's session", httpapi.Office: "an administrator's session", httpapi.Open: "a program's key"}
	s.unchanged(func() {
		for _, op := range operations(t) {
			if op.Permission == httpapi.Public {
				if public[op.ID] == "" {
					t.Errorf("%s is open to everybody", op.ID)
				}
				continue
			}
			for who, token := range shown {
				if who == own[op.Surface] {
					continue
				}
				if a := s.showing(op.Surface, token).calls(op); a.Status != http.StatusUnauthorized {
					t.Errorf("%s lets in who shows %s: %d %s", op.ID, who, a.Status, a.Body)
				}
			}
		}
	})
}

// Whoever may do everything but the one thing an operation is for is refused, by the name of that one
// thing; whoever may do that one thing alone is not.
func TestEveryOperationOfTheOfficeNeedsItsOwnPermission(t *testing.T) {
	s := begin(t)
	list := operations(t)
	nobody := s.staff("idle")
	but, only := map[org.Permission]person{}, map[org.Permission]person{}
	for _, p := range permissions(list, httpapi.Office) {
		name := strings.ReplaceAll(string(p), ".", "-")
		s.Employ("but-"+name, org.ScopeAll, every(p)...)
		s.Employ("only-"+name, org.ScopeAll, p)
		but[p], only[p] = s.staff("but-"+name), s.staff("only-"+name)
	}
	s.unchanged(func() {
		for _, op := range list {
			if op.Surface == httpapi.Office && op.guarded() {
				s.needs(op, nobody)
				s.needs(op, but[op.Permission])
				s.suffices(op, only[op.Permission])
			}
		}
	})
}

func TestEveryOperationOfProgramsNeedsItsOwnScope(t *testing.T) {
	s := begin(t)
	list := operations(t)
	nobody := s.program()
	but, only := map[org.Permission]person{}, map[org.Permission]person{}
	for _, p := range permissions(list, httpapi.Open) {
		but[p], only[p] = s.program(every(p)...), s.program(p)
	}
	s.unchanged(func() {
		for _, op := range list {
			if op.Surface != httpapi.Open {
				continue
			}
			if !op.guarded() {
				t.Errorf("%s needs no scope", op.ID)
				continue
			}
			s.needs(op, nobody)
			s.needs(op, but[op.Permission])
			s.suffices(op, only[op.Permission])
		}
	})
}

// The people of a dealer have what their role gives them, and no more.
func TestPeopleOfADealerHaveTheRightsOfTheirRole(t *testing.T) {
	s := begin(t)
	rights := map[dealer.Role]org.Permissions{
		dealer.RoleBuyer:   org.Portal,
		dealer.RoleFinance: org.Of(org.OrderRead, org.ProductRead, org.ExportRun),
		dealer.RoleViewer:  org.Of(org.OrderRead, org.ProductRead),
	}
	people := map[dealer.Role]person{}
	for role := range rights {
		s.Enrol("D1", "d1-"+string(role), role)
		people[role] = person{s.Portal("d1-" + string(role)), s}
	}
	s.unchanged(func() {
		for _, op := range operations(t) {
			if op.Surface != httpapi.Portal || !op.guarded() {
				continue
			}
			if !org.Portal.Has(op.Permission) {
				t.Errorf("%s needs %s, which no account has", op.ID, op.Permission)
			}
			for role, may := range rights {
				if !may.Has(op.Permission) {
					s.needs(op, people[role])
				}
			}
		}
	})
}

// needs fails the story unless somebody is refused the operation for want of its permission.
func (s *story) needs(op operation, who person) {
	s.t.Helper()
	if p := who.calls(op).Refused(http.StatusForbidden, "permission_missing"); p.Facts["permission"] != string(op.Permission) {
		s.t.Errorf("%s names %v, not %s", op.ID, p.Facts["permission"], op.Permission)
	}
}

// suffices fails the story when somebody with the operation's permission is refused for want of it.
func (s *story) suffices(op operation, who person) {
	s.t.Helper()
	a := who.calls(op)
	if a.Status == http.StatusUnauthorized || a.Status >= http.StatusInternalServerError || a.Status == http.StatusForbidden && strings.Contains(string(a.Body), `"`+string(op.Permission)+`"`) {
		s.t.Errorf("%s refuses who has %s: %d %s", op.ID, op.Permission, a.Status, a.Body)
	}
}
