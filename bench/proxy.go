package main

import (
	"net"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
)

// proxy passes connections on to PostgreSQL and counts round trips: each time a client says something
// after PostgreSQL has answered.
type proxy struct {
	folder string // of its socket
	trips  atomic.Int64

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
		var answered atomic.Bool
		answered.Store(true)
		p.passing.Go(func() {
			p.pass(server, client, func() {
				if answered.Swap(false) {
					p.trips.Add(1)
				}
			})
		})
		p.passing.Go(func() { p.pass(client, server, func() { answered.Store(true) }) })
	}
}

// pass copies until one side ends, and then ends the other.
func (p *proxy) pass(to, from net.Conn, each func()) {
	defer to.Close()
	part := make([]byte, 64<<10)
	for {
		n, err := from.Read(part)
		if n > 0 {
			each()
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
