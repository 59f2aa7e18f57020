package stories_test

import (
	"bytes"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
	"qudao/internal/org"
)

func TestEveryOperationAboutADealersThingsHasItsCase(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, op := range operations(t) {
		known[op.ID] = true
		if op.Surface == httpapi.Open {
			continue // a program sees every dealer: nothing is another's
		}
		named, nothing := len(asks[op.ID]) > 0, takesNothing[op.ID] != ""
		switch {
		case named && nothing:
			t.Errorf("%s stands in asks and in takesNothing", op.ID)
		case op.concerns() && !named && !nothing:
			t.Errorf("%s is about a dealer's things: say in asks how it names them, or in takesNothing why it names none", op.ID)
		}
	}
	for id := range asks {
		if !known[id] {
			t.Errorf("asks names %s, which does not exist", id)
		}
	}
	for id := range takesNothing {
		if !known[id] {
			t.Errorf("takesNothing names %s, which does not exist", id)
		}
	}
}

// Whatever a dealer asks for that is another's, it is answered as if there were no such thing: byte for
// byte, and no row of any table changes.
func TestWhatIsAnothersIsAsGoodAsMissing(t *testing.T) {
	s := begin(t)
	theirs, mine := s.world(jade), s.world(amber)
	s.asGoodAsMissing(httpapi.Portal, mine.buyer.person, theirs, mine)
}

// The same for a member of staff who may do everything, but only sees the dealers whose rep it is.
func TestADealerOfAnotherRepIsAsGoodAsMissing(t *testing.T) {
	s := begin(t)
	theirs, mine := s.world(jade), s.world(amber)
	rep := s.narrow("D2")
	s.asGoodAsMissing(httpapi.Office, rep, theirs, mine)
}

// narrow is a member of staff who may do everything with one dealer, and sees no other.
func (s *story) narrow(dealer string) person {
	s.t.Helper()
	s.represents(dealer, s.Employ("narrow", org.ScopeOwn, every("")...))
	return s.staff("narrow")
}

func (s *story) asGoodAsMissing(surface httpapi.Surface, who person, theirs, mine *world) {
	s.t.Helper()
	missing := nowhere(theirs.belongings)
	s.Settle()
	s.unchanged(func() {
		for _, op := range operations(s.t) {
			if op.Surface != surface {
				continue
			}
			for i, ask := range asks[op.ID] {
				foreign, none := who.sends(op, ask(theirs.belongings, mine.belongings)), who.sends(op, ask(missing, mine.belongings))
				one, other := without(foreign, theirs.belongings), without(none, missing)
				if foreign.Status != none.Status || !bytes.Equal(one, other) {
					s.t.Errorf("%s, case %d: another's is told from a missing one:\n%d %s\n%d %s", op.ID, i, foreign.Status, one, none.Status, other)
				}
				for name := range foreign.Header {
					if one, other := foreign.Header.Get(name), none.Header.Get(name); one != other && name != "Date" && name != "X-Request-Id" && name != "Content-Length" {
						s.t.Errorf("%s, case %d: the header %s tells %q from %q", op.ID, i, name, one, other)
					}
				}
				foreign.Body = one
				if leaked := s.found(foreign, theirs.private); len(leaked) > 0 {
					s.t.Errorf("%s, case %d: it tells %q", op.ID, i, leaked)
				}
			}
		}
	})
}

var trace = regexp.MustCompile(`"trace":"[^"]*"`)

// without is the body of an answer without the request's own id and without what the caller named.
func without(a *apitest.Answer, named belongings) []byte {
	body := trace.ReplaceAllString(string(a.Body), `"trace":""`)
	for _, name := range named.all() {
		for _, form := range []string{name, strings.ToLower(name)} {
			body = strings.ReplaceAll(body, `"`+form+`"`, `"…"`)
			body = strings.ReplaceAll(body, " "+form+" ", " … ")
			body = strings.ReplaceAll(body, "“"+form+"”", "“…”")
			body = strings.ReplaceAll(body, `"`+form+" ", `"… `)
			body = strings.ReplaceAll(body, `"`+form+":", `"…:`)
		}
	}
	return []byte(body)
}

// What is a dealer's own is there, under the very requests that find nothing of another's.
func TestWhatIsOnesOwnIsThere(t *testing.T) {
	s := begin(t)
	s.world(jade)
	mine := s.world(amber)
	rep := s.narrow("D2")
	for _, op := range operations(t) {
		who := map[httpapi.Surface]person{httpapi.Portal: mine.buyer.person, httpapi.Office: rep}[op.Surface]
		for i, ask := range asks[op.ID] {
			a := who.sends(op, ask(mine.belongings, mine.belongings))
			if strings.Contains(op.ID, ".run.") && op.Surface == httpapi.Office {
				continue // the run is its dealer's, not the rep's
			}
			if a.Status == http.StatusNotFound || a.Status == http.StatusForbidden || a.Status == http.StatusUnprocessableEntity {
				t.Errorf("%s, case %d, finds nothing of one's own: %d %s", op.ID, i, a.Status, a.Body)
			}
		}
	}
}
