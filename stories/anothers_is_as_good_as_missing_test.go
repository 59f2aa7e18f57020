package stories_test

import (
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

// narrow is a member of staff who may do everything with one dealer, and sees no other.
func (s *story) narrow(dealer string) person {
	s.t.Helper()
	s.represents(dealer, s.Employ("narrow", org.ScopeOwn, every("")...))
	return s.staff("narrow")
}

var trace = regexp.MustCompile(`"trace":"[^"]*"`)

// without is the body of an answer without the request's own id and without what the caller named.
func without(a *apitest.Answer, named belongings) []byte {
	body := trace.ReplaceAllString(string(a.Body), `"trace":""`)
	for _, name := range named.all() {
		for _, form := range []string{name, strings.ToLower(name)} {
			body = strings.ReplaceAll(body, `"`+form+`"`, `"…"`)
			body = strings.ReplaceAll(body, " "+form+" ", " … ")
			body = strings.ReplaceAll(body, " "+form+"。", " …。")
			body = strings.ReplaceAll(body, "“"+form+"”", "“…”")
			body = strings.ReplaceAll(body, `"`+form+" ", `"… `)
			body = strings.ReplaceAll(body, `"`+form+":", `"…:`)
		}
	}
	return []byte(body)
}
