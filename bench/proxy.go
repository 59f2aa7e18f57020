package main

import (
	"bytes"
	"net"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"qudao/internal/order"
)

// proxy passes connections on to PostgreSQL and counts round trips: each time a client says something
// after PostgreSQL has answered. Those of writers of orders, known by the settings they connect with,
// are counted apart too.
type proxy struct {
	folder  string // of its socket
	trips   atomic.Int64
	writers atomic.Int64

	listener net.Listener
	to       string
	mu       sync.Mutex
	open     []net.Conn
	passing  sync.WaitGroup
}

// newProxy listens on a socket of this name in a folder of its own.
func newProxy(to, name string) (*proxy, error) {
	folder, err := os.MkdirTemp("", "qudao-bench-")
	if err != nil {
		return nil, err
	}
	p := &proxy{folder: folder, to: to}
	if p.listener, err = net.Listen("unix", filepath.Join(folder, name)); err != nil {
		os.RemoveAll(folder)
		return nil, err
	}
	p.passing.Go(p.listen)
	return p, nil
}

func (p *proxy) listen() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("unix", p.to)
		if err != nil {
			client.Close()
			continue
		}
		p.mu.Lock()
		p.open = append(p.open, client, server)
		p.mu.Unlock()
		c := &passed{proxy: p}
		c.answered.Store(true)
		p.passing.Go(func() { p.pass(server, client, c.said) })
		p.passing.Go(func() { p.pass(client, server, func([]byte) { c.answered.Store(true) }) })
	}
}

// passed is one connection through the proxy.
type passed struct {
	*proxy
	answered atomic.Bool // PostgreSQL spoke last, or nobody has
	begun    bool
	writer   bool
}

func (c *passed) said(part []byte) {
	if !c.begun {
		c.begun, c.writer = true, isWriter(part)
	}
	if !c.answered.Swap(false) {
		return
	}
	c.trips.Add(1)
	if c.writer {
		c.writers.Add(1)
	}
}

// isWriter looks for all settings of a writer in what a connection begins with.
func isWriter(startup []byte) bool {
	for name, value := range order.PlacingParams() {
		if !bytes.Contains(startup, []byte(name+"\x00"+value+"\x00")) {
			return false
		}
	}
	return true
}

// pass copies until one side ends, and then ends the other.
func (p *proxy) pass(to, from net.Conn, each func([]byte)) {
	defer to.Close()
	part := make([]byte, 64<<10)
	for {
		n, err := from.Read(part)
		if n > 0 {
			each(part[:n])
			if _, err := to.Write(part[:n]); err != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

func (p *proxy) close() {
	p.listener.Close()
	p.mu.Lock()
	for _, c := range p.open {
		c.Close()
	}
	p.mu.Unlock()
	p.passing.Wait()
	os.RemoveAll(p.folder)
}
