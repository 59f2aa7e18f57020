package simulate

import (
	"bytes"
	"encoding/binary"
	"errors"
	"net"
	"strings"
	"sync"
)

var errCut = errors.New("simulate: the connection was cut")

// conn is a connection to PostgreSQL that reads along. It knows when the commit of a business
// transaction is sent, and may fail there. Transactions of the system itself (a session's last use) are
// left alone: when they happen depends on the machine's clock.
type conn struct {
	net.Conn
	*injector

	// What is sent. Only one goroutine writes.
	begun      bool // the first message, which has no type, has been sent
	rest       []byte
	statements map[string]string // prepared, by name
	writes     bool              // the open transaction writes
	system     bool              // and is of the system

	mu       sync.Mutex
	syncs    int // round trips begun
	ready    int // and answered
	dropping bool
	answers  scanner
}

// Write sends, unless it holds the commit that is to fail.
func (c *conn) Write(b []byte) (int, error) {
	whole := len(c.rest) == 0
	commit, synced := c.read(b)
	whole = whole && synced && len(c.rest) == 0
	if !commit {
		return c.Conn.Write(b)
	}
	switch c.take(whole) {
	case Cut:
		c.Conn.Close()
		return 0, errCut
	case Lost:
		c.mu.Lock()
		c.dropping = true
		c.mu.Unlock()
	case Killed:
		if err := c.kill(c.answers.pid); err != nil {
			return 0, err
		}
	case Again:
		if _, err := c.Conn.Write(query(serializationSQL)); err != nil {
			return 0, err
		}
		return len(b), nil
	}
	return c.Conn.Write(b)
}

// query is a simple query as it is sent.
func query(sql string) []byte {
	out := binary.BigEndian.AppendUint32([]byte{'Q'}, uint32(len(sql)+5))
	return append(append(out, sql...), 0)
}

// read follows what is sent: whether the commit of a business transaction is in it, and whether it ends
// a round trip.
func (c *conn) read(b []byte) (commit, synced bool) {
	c.rest = append(c.rest, b...)
	for {
		head := 1
		if !c.begun {
			head = 0
		}
		if len(c.rest) < head+4 {
			return commit, synced
		}
		n := head + int(binary.BigEndian.Uint32(c.rest[head:]))
		if len(c.rest) < n {
			return commit, synced
		}
		if c.begun {
			synced = false
			switch kind, body := c.rest[0], c.rest[5:n]; kind {
			case 'P':
				name := cString(body)
				c.statements[name] = cString(body[len(name)+1:])
			case 'B':
				portal := cString(body)
				commit = c.bind(c.statements[cString(body[len(portal)+1:])], body) || commit
			case 'S', 'Q':
				synced = true
				c.mu.Lock()
				c.syncs++
				c.mu.Unlock()
			}
		}
		c.begun = true
		c.rest = c.rest[n:]
		if len(c.rest) == 0 {
			c.rest = nil
		}
	}
}

// bind follows a transaction by the statements that package pg sends.
func (c *conn) bind(statement string, body []byte) (commit bool) {
	switch {
	case statement == "begin":
		c.writes, c.system = true, false
	case strings.HasPrefix(statement, "begin"), statement == "rollback":
		c.writes = false
	case strings.Contains(statement, "set_config('qudao.actor'"):
		c.system = bytes.Contains(body, []byte("system:"))
	case statement == "commit":
		commit = c.writes && !c.system
		c.writes = false
	}
	return commit
}

func cString(b []byte) string {
	if i := bytes.IndexByte(b, 0); i >= 0 {
		return string(b[:i])
	}
	return ""
}

// Read receives. Where the answer is to be lost it waits until PostgreSQL has done its work, so that
// the loss always comes after the commit, and then the connection ends.
func (c *conn) Read(b []byte) (int, error) {
	for {
		n, err := c.Conn.Read(b)
		c.mu.Lock()
		c.ready += c.answers.scan(b[:n])
		dropping, done := c.dropping, c.ready >= c.syncs
		c.mu.Unlock()
		if !dropping {
			return n, err
		}
		if err != nil || done {
			c.Conn.Close()
			return 0, errCut
		}
	}
}

// scanner follows what PostgreSQL sends, over the borders of reads.
type scanner struct {
	head []byte // type and length of the message that is arriving
	left int    // bytes of it that are still to come
	pid  uint32
}

// scan returns how many round trips are answered in b.
func (s *scanner) scan(b []byte) (ready int) {
	for len(b) > 0 {
		if s.left > 0 {
			n := min(s.left, len(b))
			if s.head[0] == 'K' && s.left == int(binary.BigEndian.Uint32(s.head[1:]))-4 && n >= 4 {
				s.pid = binary.BigEndian.Uint32(b)
			}
			s.left -= n
			b = b[n:]
		} else {
			n := min(5-len(s.head), len(b))
			s.head = append(s.head, b[:n]...)
			b = b[n:]
			if len(s.head) < 5 {
				return ready
			}
			s.left = int(binary.BigEndian.Uint32(s.head[1:])) - 4
			if s.head[0] == 'Z' {
				ready++
			}
		}
		if s.left == 0 {
			s.head = s.head[:0]
		}
	}
	return ready
}
