package main

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/http"
	"sync"
	"time"
)

// wire sends requests over kept connections, each written and read by the goroutine that asks.
// http.Transport hands every request to two goroutines and back, which on two processors takes as much
// from the server as its own work at the wire does; pgbench, the client of the references, does not.
type wire struct {
	mu   sync.Mutex
	free []*line
}

type line struct {
	net.Conn
	in  *bufio.Reader
	out *bufio.Writer
}

// patience is how long an answer may take.
const patience = 30 * time.Second

// RoundTrip sends a request and reads its whole answer.
func (w *wire) RoundTrip(req *http.Request) (*http.Response, error) {
	l, err := w.take(req.URL.Host)
	if err != nil {
		return nil, err
	}
	resp, err := l.ask(req)
	if err != nil || resp.Close {
		l.Close()
		return resp, err
	}
	w.mu.Lock()
	w.free = append(w.free, l)
	w.mu.Unlock()
	return resp, nil
}

func (w *wire) take(host string) (*line, error) {
	w.mu.Lock()
	if n := len(w.free); n > 0 {
		l := w.free[n-1]
		w.free = w.free[:n-1]
		w.mu.Unlock()
		return l, nil
	}
	w.mu.Unlock()
	conn, err := net.Dial("tcp", host)
	if err != nil {
		return nil, err
	}
	return &line{conn, bufio.NewReader(conn), bufio.NewWriter(conn)}, nil
}

func (l *line) ask(req *http.Request) (*http.Response, error) {
	if err := l.SetDeadline(time.Now().Add(patience)); err != nil {
		return nil, err
	}
	if err := req.Write(l.out); err != nil {
		return nil, err
	}
	if err := l.out.Flush(); err != nil {
		return nil, err
	}
	resp, err := http.ReadResponse(l.in, req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	resp.Body = io.NopCloser(bytes.NewReader(answer))
	return resp, err
}
