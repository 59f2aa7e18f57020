package httpapi

import (
	"context"
	"net/http"
	"strings"

	"qudao/internal/fault"
	"qudao/internal/identity"
	"qudao/internal/org"
)

// Surface is one of the three faces of the API. Each has its own callers, paths and sessions.
type Surface string

// The surfaces.
const (
	Portal Surface = "portal" // dealers' accounts, by cookie
	Office Surface = "office" // the brand's staff, by cookie
	Open   Surface = "open"   // programs, by API key
)

// Prefix is where the surface's paths begin.
func (s Surface) Prefix() string { return "/api/" + string(s) }

// title is the surface's name at the beginning of a type's name.
func (s Surface) title() string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(string(s[:1])) + string(s[1:])
}

// caller is the only kind of actor the surface lets in.
func (s Surface) caller() org.Kind {
	switch s {
	case Portal:
		return org.Dealer
	case Office:
		return org.Staff
	default:
		return org.Program
	}
}

// unsigned is the answer to a request that shows nothing.
func (s Surface) unsigned() *fault.Definition {
	if s == Open {
		return KeyMissing
	}
	return identity.SessionMissing
}

func (s Surface) security() string {
	if s == Open {
		return "key"
	}
	return string(s)
}

// cookieName begins with __Host- so that no other host and no plain connection can set it.
func (a *API) cookieName(s Surface) string {
	if a.config.InsecureCookies {
		return "qudao-" + string(s)
	}
	return "__Host-qudao-" + string(s)
}

// SessionCookie is the Set-Cookie header that begins a session. The cookie lives as long as the
// browser; how long the session lives is the server's decision.
func (a *API) SessionCookie(s Surface, token string) string {
	return a.cookie(s, token, 0)
}

// NoSession is the Set-Cookie header that ends a session.
func (a *API) NoSession(s Surface) string { return a.cookie(s, "", -1) }

func (a *API) cookie(s Surface, value string, age int) string {
	c := http.Cookie{Name: a.cookieName(s), Value: value, Path: "/", MaxAge: age,
		HttpOnly: true, Secure: !a.config.InsecureCookies, SameSite: http.SameSiteLaxMode}
	return c.String()
}

// SessionOf is the session of what a request shows, where it is one of the kind. Another kind's is
// nobody's.
func SessionOf(ctx context.Context, ids *identity.Service, kind identity.Kind, shown Shown) (identity.Session, error) {
	ask := ids.Resolve
	if shown.Quiet {
		ask = ids.Peek
	}
	session, err := ask(ctx, shown.Token, shown.Address)
	if err == nil && session.Kind != kind {
		err = identity.SessionMissing
	}
	return session, err
}
