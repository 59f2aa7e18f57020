package view

import (
	"time"

	"qudao/internal/identity"
	"qudao/internal/secret"
)

// Session is one place where the caller is signed in.
type Session struct {
	ID        string    `json:"id" doc:"Names the session; nobody can sign in with it."`
	Current   bool      `json:"current" doc:"The one that asks."`
	Kind      string    `json:"kind" enum:"phone,tablet,computer,program"`
	System    string    `json:"system,omitempty"`
	Browser   string    `json:"browser,omitempty"`
	Address   string    `json:"address"`
	CreatedAt time.Time `json:"created_at"`
	SeenAt    time.Time `json:"seen_at" doc:"To the minute."`
	ExpiresAt time.Time `json:"expires_at" doc:"The end even in steady use."`
}

// Sessions are the caller's, of which current asks.
type Sessions struct {
	Items []Session `json:"items" nullable:"false"`
}

// SessionsOf shows sessions; current is the id of the one that asks.
func SessionsOf(list []identity.Session, current string) Sessions {
	return Sessions{Each(list, func(s identity.Session) Session {
		d := identity.DeviceOf(s.Agent)
		return Session{ID: s.ID, Current: s.ID == current, Kind: d.Kind, System: d.System, Browser: d.Browser, Address: s.Address,
			CreatedAt: s.CreatedAt, SeenAt: s.SeenAt, ExpiresAt: s.ExpiresAt}
	})}
}

// EndSessions says which sessions end.
type EndSessions struct {
	Body struct {
		Others bool `json:"others" doc:"true keeps the session that asks; false ends it too."`
	}
}

// BySession names a session.
type BySession struct {
	ID string `path:"id" maxLength:"64"`
}

// Link is a one-time link that somebody shows.
type Link struct {
	Body struct {
		Token string `json:"token" minLength:"1" maxLength:"100" doc:"What stands behind the # of the link."`
	}
}

// Forgotten names a login whose password is forgotten.
type Forgotten struct {
	Body struct {
		Username string `json:"username" minLength:"1" maxLength:"64"`
	}
}

// NewPassword sets the password of the login of a link.
type NewPassword struct {
	Body struct {
		Token    string      `json:"token" minLength:"1" maxLength:"100"`
		Password secret.Text `json:"password"`
	}
}

// ResetOf is the login that a link to a new password is for.
type ResetOf struct {
	Body struct {
		Username string `json:"username"`
	}
}

// Acceptance accepts an invitation.
type Acceptance struct {
	UserAgent string `header:"User-Agent" hidden:"true"`
	Body      struct {
		Token    string      `json:"token" minLength:"1" maxLength:"100"`
		Name     string      `json:"name" doc:"The name the person goes by."`
		Password secret.Text `json:"password"`
	}
}

// Invitation is what the invited sees before accepting.
type Invitation struct {
	Body struct {
		Username  string    `json:"username"`
		Name      string    `json:"name" doc:"As the inviter knows it."`
		Inviter   string    `json:"inviter"`
		ExpiresAt time.Time `json:"expires_at"`
	}
}

// InvitationOf shows an invitation.
func InvitationOf(i identity.Invitation) *Invitation {
	out := &Invitation{}
	out.Body.Username, out.Body.Name, out.Body.Inviter, out.Body.ExpiresAt = i.Username, i.Name, i.Inviter, i.ExpiresAt
	return out
}

// Email says where letters to the caller go.
type Email struct {
	Body struct {
		Password secret.Text `json:"password" doc:"The caller's own: who reads these letters can set another."`
		Email    string      `json:"email" maxLength:"200" doc:"Empty: nowhere."`
	}
}

// Security is how the caller signs in.
type Security struct {
	Email string `json:"email" doc:"Where letters to the caller go; empty: nowhere."`
}
