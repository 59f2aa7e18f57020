package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"qudao/internal/cluster"
)

// ready is how long a server may take to start: at full scale it reads a million products.
const ready = 3 * time.Minute

// server is the program to be measured, on a port of its own.
type server struct {
	cmd *exec.Cmd
	log *os.File
	url string
}

// serve starts the program with the database of its requests at an address, and waits until it is
// ready. Its log is a file of the folder.
func (b *bench) serve(ctx context.Context, database, log string) (*server, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	address := l.Addr().String()
	l.Close()
	s := &server{url: "http://" + address, cmd: exec.Command(b.Binary, "serve", "--addr", address)}
	if s.log, err = os.Create(filepath.Join(b.folder, log)); err != nil {
		return nil, err
	}
	s.cmd.Env = append(os.Environ(), "DATABASE_URL="+database, "DATABASE_WORKER_URL="+b.cluster.URL(cluster.RoleWorker, cluster.Database), "QUDAO_KEYRING_FILE="+b.keyringFile())
	s.cmd.Stdout, s.cmd.Stderr = s.log, s.log
	if err := s.cmd.Start(); err != nil {
		s.log.Close()
		return nil, err
	}
	if err := s.wait(ctx); err != nil {
		s.stop()
		return nil, err
	}
	return s, nil
}

func (s *server) wait(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, ready)
	defer cancel()
	for {
		resp, err := http.Get(s.url + "/readyz")
		if err == nil {
			resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-ctx.Done():
			said, _ := os.ReadFile(s.log.Name())
			return fmt.Errorf("the server did not get ready: %w: %.2000s", ctx.Err(), said)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// stop ends the server and waits for it. None is fine.
func (s *server) stop() {
	if s == nil {
		return
	}
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	_ = s.cmd.Wait()
	s.log.Close()
}
