package identity

import (
	"time"

	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/recent"
)

// Kind says which door a login is for. One name may exist at each.
type Kind string

// The doors.
const (
	KindAccount Kind = "account" // a dealer's account, on the portal
	KindStaff   Kind = "staff"   // a member of staff, in the office
)

// The limits of signing in.
const (
	Fresh      = time.Second // how old an answer of Resolve or ResolveKey may be
	MaxFailed  = 5           // wrong passwords of one name from one address before the lock
	LockedFor  = 15 * time.Minute
	seenEvery  = time.Minute // how often the last use is written down
	maxHashing = 4           // passwords hashed at once; each takes 19 MiB
)

// idle and absolute are how long a session lives without use, and at most.
var (
	idle     = map[Kind]time.Duration{KindStaff: 30 * time.Minute, KindAccount: 14 * 24 * time.Hour}
	absolute = map[Kind]time.Duration{KindStaff: 12 * time.Hour, KindAccount: 90 * 24 * time.Hour}
)

// Session is somebody signed in.
type Session struct {
	ID        string    `json:"id"` // names the session in a list; nobody can sign in with it
	LoginID   id.ID     `json:"-"`
	Kind      Kind      `json:"-"`
	Username  string    `json:"-"`
	CreatedAt time.Time `json:"created_at"`
	SeenAt    time.Time `json:"seen_at"`    // to the minute
	ExpiresAt time.Time `json:"expires_at"` // the end even in steady use
	Address   string    `json:"address"`
	Agent     string    `json:"agent"`
	Strong    bool      `json:"-"` // begun with a second factor
}

// ended reports whether the session is over: its time is up, or nobody used it for too long.
func (s Session) ended(now time.Time) bool {
	return !now.Before(s.ExpiresAt) || now.Sub(s.SeenAt) > idle[s.Kind]
}

// Service signs people and programs in.
type Service struct {
	db       *pg.DB
	hashing  chan struct{}
	decoy    string // the hash of nobody's password, for names that do not exist
	sessions *recent.Cache[string, Session]
	keys     *recent.Cache[string, Key]
}

// New makes the service.
func New(db *pg.DB) *Service {
	return &Service{
		db:       db,
		hashing:  make(chan struct{}, maxHashing),
		decoy:    decoy(),
		sessions: recent.New[string, Session](Fresh),
		keys:     recent.New[string, Key](Fresh),
	}
}
