package simulate

import (
	"net/http"
	"strings"
	"time"
)

const (
	workday = 10 * time.Hour   // after it staff sign in again
	seldom  = 10 * time.Minute // staff use their pages at least so often
	nap     = 15 * time.Minute // or after it
)

// staff is a member of staff who is signed in.
func (r *run) staff(username string) (*client, error) {
	c := r.people[username]
	if c == nil {
		c = &client{prefix: "/api/office", username: username}
		r.people[username] = c
	}
	if c.cookie != "" && r.clock.Now().Sub(c.since) < workday {
		return c, nil
	}
	return c, r.signIn(c)
}

// buyer is a dealer's account that is signed in.
func (r *run) buyer(d *dealer) (*client, error) {
	c := r.people[d.username()]
	if c != nil {
		return c, nil
	}
	c = &client{prefix: "/api/portal", username: d.username(), dealer: d}
	r.people[c.username] = c
	return c, r.signIn(c)
}

func (r *run) signIn(c *client) error {
	c.cookie, c.since, c.seen = "", r.clock.Now(), r.clock.Now()
	q := sent{by: c, method: http.MethodPost, path: "/session", body: map[string]string{"username": c.username, "password": password}}
	a, header, err := r.send(0, q)
	if err != nil {
		return err
	}
	if err := r.match(q, a, done()); err != nil {
		return err
	}
	c.cookie, _, _ = strings.Cut(header.Get("Set-Cookie"), ";")
	return nil
}

// wakeUp keeps staff signed in: a day's work ends a session, and so does leaving it alone. What servers
// remember of sessions is a matter of the machine's clock, so they are made to forget it.
func (r *run) wakeUp() error {
	forgotten := false
	for _, p := range people {
		c, err := r.staff(p.Username)
		if err != nil {
			return err
		}
		if r.clock.Now().Sub(c.seen) < seldom {
			continue
		}
		for _, s := range r.servers {
			if forgotten {
				break
			}
			if err := s.Identity.SignOut(r.ctx, "nobody"); err != nil {
				return err
			}
		}
		forgotten = true
		c.seen = r.clock.Now()
		if _, err := r.expect(sent{by: c, method: http.MethodGet, path: "/me"}, done()); err != nil {
			return err
		}
	}
	return nil
}

// sleep lets time pass, in which staff use their pages now and then.
func (r *run) sleep(d time.Duration) error {
	for ; d > 0; d -= nap {
		r.clock.pass(min(d, nap))
		if err := r.wakeUp(); err != nil {
			return err
		}
	}
	return nil
}
