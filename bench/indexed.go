package main

import (
	"bufio"
	"context"
	"os"
	"strings"
	"time"
)

const (
	// From so many products on the server answers catalogues from an index, and says when it has it.
	indexFrom = 2_000
	indexSaid = "the catalogue's index is ready"
	indexTime = 2 * time.Minute
)

// awaitIndex waits until the server has read its index of the catalogue, where the catalogue is large
// enough for one. A server without one after a while is measured as it is.
func (b *bench) awaitIndex(ctx context.Context) error {
	conn, err := b.connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	var products int
	if err := conn.QueryRow(ctx, productsSQL).Scan(&products); err != nil || products < indexFrom {
		return err
	}
	for end := time.Now().Add(indexTime); time.Now().Before(end); {
		if said, err := b.server.said(indexSaid); said || err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
	b.say("  the server has said nothing of an index of its %d products", products)
	return nil
}

// said reports whether the server's log has a text.
func (s *server) said(text string) (bool, error) {
	log, err := os.Open(s.log.Name())
	if err != nil {
		return false, err
	}
	defer log.Close()
	lines := bufio.NewReader(log)
	for {
		line, err := lines.ReadString('\n')
		if strings.Contains(line, text) {
			return true, nil
		}
		if err != nil {
			return false, nil // its end, so far
		}
	}
}
