package cluster

import (
	"context"
	"os"
	"syscall"
	"time"
)

// keep is the life of an open cluster: a guest until the owner ends, an owner until Close. It alone
// changes between the two.
func (c *Cluster) keep() {
	defer close(c.done)
	defer c.release()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		<-c.quit
		cancel()
	}()
	if !c.Owned() && !c.inherit(ctx) {
		return
	}
	for {
		c.mu.Lock()
		s := c.server
		c.mu.Unlock()
		select {
		case <-c.quit:
			c.err = c.leave(s)
			return
		case <-s.exited:
			c.say("PostgreSQL (process %d) ended unexpectedly. Starting it again.", s.pid)
		}
		next, ok := c.again(ctx)
		if !ok {
			c.err = c.abandon()
			return
		}
		c.mu.Lock()
		c.server = next
		c.mu.Unlock()
		c.say("PostgreSQL runs again (process %d).", next.pid)
	}
}

// inherit waits until the owner is gone and takes its place. It returns false when we are closed
// first.
func (c *Cluster) inherit(ctx context.Context) bool {
	for {
		select {
		case <-ctx.Done():
			c.err = c.part()
			return false
		case <-time.After(200 * time.Millisecond):
		}
		mine, err := c.owner.try(syscall.LOCK_EX)
		if err != nil || !mine {
			continue
		}
		c.users.free() // an owner is no guest: it could never be alone
		s, ok := c.again(ctx)
		if !ok {
			c.err = c.abandon()
			return false
		}
		c.mu.Lock()
		c.server = s
		c.mu.Unlock()
		return true
	}
}

// again takes over or starts the server for as long as it takes: a full disk that is emptied must
// need no hand but that one. It returns false when we are closed first.
func (c *Cluster) again(ctx context.Context) (*server, bool) {
	pause := 100 * time.Millisecond
	for {
		s, err := c.raise(ctx)
		if err == nil {
			return s, true
		}
		if ctx.Err() != nil {
			return nil, false
		}
		c.say("Trying again: %v", err)
		select {
		case <-ctx.Done():
			return nil, false
		case <-time.After(pause):
		}
		pause = min(2*pause, 5*time.Second)
	}
}

// leave is the owner's end: the server is stopped unless somebody else uses it.
func (c *Cluster) leave(s *server) error {
	if err := c.gate.wait(); err != nil {
		return err
	}
	alone, err := c.users.try(syscall.LOCK_EX)
	if err == nil && !alone {
		c.owner.free()
	}
	c.gate.free()
	if err == nil && !alone {
		s.let()
		c.say("PostgreSQL (process %d) goes on for another command of this installation.", s.pid)
		return nil
	}
	if err := s.stop(patience); err != nil {
		return err
	}
	c.removeSocket()
	return nil
}

// part is a guest's end. Guest and owner may leave at the same time, each counting on the other to
// stop the server; the gate lets one of them go first, so that the second sees that it is the last.
func (c *Cluster) part() error {
	if err := c.gate.wait(); err != nil {
		return err
	}
	c.users.free()
	mine, err := c.owner.try(syscall.LOCK_EX)
	c.gate.free()
	if err != nil || !mine {
		return err
	}
	return c.abandon()
}

// abandon ends an ownership that was given up before the server was ready.
func (c *Cluster) abandon() error {
	s, _ := c.living()
	if s == nil {
		return nil
	}
	return c.leave(s)
}

// removeSocket removes the socket folder where it is ours and empty, as a server that stopped leaves
// it.
func (c *Cluster) removeSocket() {
	if ourSocket(c.socket) {
		_ = os.Remove(c.socket)
	}
}
