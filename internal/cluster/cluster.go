package cluster

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// Options of Open. The zero value is an installation's own PostgreSQL in the default folder.
type Options struct {
	Data string    // the data folder; empty: Default()
	Fast bool      // for tests: quick, and not safe against a crash of the machine
	Log  io.Writer // where sentences about starts, restarts and take-overs go; nil: nowhere
}

// Cluster is a running private PostgreSQL, owned or joined. Its methods may be called at any time
// from any goroutine.
type Cluster struct {
	options  Options
	data     string // the data folder
	pgdata   string // PostgreSQL's own folder in it
	account  account
	programs programs
	owner    *lock // held alone: we are the owner
	users    *lock // held shared: we are a guest; held alone: the owner lets nobody in
	gate     *lock // held for the moment of leaving

	saying sync.Mutex // guards options.Log
	mu     sync.Mutex // guards the three below
	socket string     // folder
	port   int
	server *server // nil: we are a guest

	close func() error
	quit  chan struct{} // closed by Close
	done  chan struct{} // closed when keep has ended, with err set
	err   error
}

// Open starts the private PostgreSQL of a data folder, takes over one that runs without an owner, or
// joins one that another process owns, and returns when it takes connections, with roles and
// database made. ctx limits the opening only. Errors are faults of this package with one sentence
// each, or ctx's own.
func Open(ctx context.Context, options Options) (*Cluster, error) {
	c, err := prepare(options)
	if err != nil {
		return nil, err
	}
	if err := c.enter(ctx); err != nil {
		c.release()
		return nil, err
	}
	go c.keep()
	return c, nil
}

// prepare makes the folder and opens its locks. Nothing is started yet.
func prepare(options Options) (*Cluster, error) {
	if options.Data == "" {
		options.Data = Default()
	}
	data, err := dataFolder(options.Data)
	if err != nil {
		return nil, err
	}
	c := &Cluster{options: options, data: data, pgdata: filepath.Join(data, "postgres"), port: ourPort,
		quit: make(chan struct{}), done: make(chan struct{})}
	c.close = sync.OnceValue(func() error {
		close(c.quit)
		<-c.done
		return c.err
	})
	if info, err := os.Lstat(c.pgdata); err == nil && !info.IsDir() {
		// A link would show two names of one folder, and its owner is not the data's.
		return nil, FolderUnusable.With("folder", c.pgdata, "reason", "it is a link or a file; link the data folder itself instead")
	}
	if c.account, err = accountFor(c.pgdata); err != nil {
		return nil, err
	}
	if err := c.account.admit(data); err != nil {
		return nil, err
	}
	for name, l := range map[string]**lock{"owner.lock": &c.owner, "users.lock": &c.users, "gate.lock": &c.gate} {
		if *l, err = openLock(filepath.Join(data, name), c.account); err != nil {
			c.release()
			return nil, FolderUnusable.With("folder", data, "reason", reason(err)).Because(err)
		}
	}
	return c, nil
}

// enter becomes the owner or, while another process is, a guest. A process that is just starting or
// stopping the server lets nobody in, so we ask again until one of the two succeeds.
func (c *Cluster) enter(ctx context.Context) error {
	waiting := time.AfterFunc(3*time.Second, func() {
		c.say("Waiting for the process that starts or stops the PostgreSQL of %s.", c.data)
	})
	defer waiting.Stop()
	for {
		if mine, err := c.owner.try(syscall.LOCK_EX); err != nil {
			return err
		} else if mine {
			waiting.Stop()
			return c.begin(ctx)
		}
		if in, err := c.users.try(syscall.LOCK_SH); err != nil {
			return err
		} else if in {
			if n, ok := readNote(c.pgdata); ok && n.socket != "" {
				c.follow(n)
				if knock(ctx, c.URL(RoleSuperuser, "postgres")) == answerReady {
					return nil
				}
			}
			c.users.free()
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for the PostgreSQL of %s: %w", c.data, ctx.Err())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// begin is the owner's start: find or make everything, then let guests in.
func (c *Cluster) begin(ctx context.Context) error {
	// Not had means that guests of an owner who died use a server that was whole; they may stay.
	if _, err := c.users.try(syscall.LOCK_EX); err != nil {
		return err
	}
	s, err := c.raise(ctx)
	if err != nil && ctx.Err() != nil {
		return errors.Join(err, c.abandon())
	}
	if err != nil {
		return err
	}
	if err := c.furnish(ctx); err != nil {
		return errors.Join(err, c.leave(s))
	}
	c.mu.Lock()
	c.server = s
	c.mu.Unlock()
	c.users.free()
	return nil
}

// raise takes over a live server or starts one, in data made before or now.
func (c *Cluster) raise(ctx context.Context) (*server, error) {
	made, err := madeBy(c.pgdata)
	if err != nil {
		return nil, err
	}
	if c.programs, err = usualPlaces().find(c.data, made, c.account); err != nil {
		return nil, err
	}
	if made == 0 {
		if err := c.create(ctx); err != nil {
			return nil, err
		}
	}
	if s, err := c.adopt(ctx); s != nil || err != nil {
		return s, err
	}
	socket := c.socket // the folder of the life before, so that URL stays the same
	if !ourSocket(socket) {
		if socket, err = socketFolder(c.data, c.account); err != nil {
			return nil, err
		}
	}
	c.follow(note{socket: socket, port: ourPort})
	return c.start(ctx)
}

// URL is the address of a database for a role, for pgx and psql. It stays the same over restarts.
func (c *Cluster) URL(role, database string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	query := url.Values{"host": {c.socket}, "port": {fmt.Sprint(c.port)}, "sslmode": {"disable"}}
	address := url.URL{Scheme: "postgres", User: url.User(role), Path: "/" + database, RawQuery: query.Encode()}
	return address.String()
}

// Owned reports whether this process runs the server and will stop it. A guest becomes the owner
// when the owner ends before it.
func (c *Cluster) Owned() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.server != nil
}

// PID is the process number of the postmaster, 0 while there is none.
func (c *Cluster) PID() int {
	c.mu.Lock()
	s := c.server
	c.mu.Unlock()
	if s != nil {
		return s.pid
	}
	n, _ := readNote(c.pgdata)
	return n.pid
}

// Data is the data folder, with links resolved.
func (c *Cluster) Data() string { return c.data }

// Close ends the use of the server. The owner stops it and waits, unless other processes still use
// it: then one of them becomes its owner. Closing twice is harmless.
func (c *Cluster) Close() error { return c.close() }

// follow uses the socket that a running server has noted.
func (c *Cluster) follow(n note) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.socket, c.port = n.socket, n.port
}

func (c *Cluster) say(format string, args ...any) {
	if c.options.Log == nil {
		return
	}
	c.saying.Lock()
	defer c.saying.Unlock()
	fmt.Fprintf(c.options.Log, format+"\n", args...) // nobody is there to be told that it failed
}

func (c *Cluster) release() {
	for _, l := range []*lock{c.owner, c.users, c.gate} {
		if l != nil {
			l.close()
		}
	}
}

// Remove stops a server that a crashed owner left behind and deletes the data folder for good. It is
// for tests; a folder that a process uses is refused with InUse.
func Remove(data string) error {
	if entries, err := os.ReadDir(data); errors.Is(err, os.ErrNotExist) {
		return nil
	} else if err == nil && len(entries) == 0 {
		return os.Remove(data) // not with what somebody puts into it in this moment
	}
	if _, err := os.Lstat(filepath.Join(data, "owner.lock")); err != nil {
		return FolderUnusable.With("folder", data, "reason", "it is not a data folder: owner.lock is missing")
	}
	c, err := prepare(Options{Data: data})
	if err != nil {
		return err
	}
	defer c.release()
	for _, l := range []*lock{c.owner, c.users} {
		if mine, err := l.try(syscall.LOCK_EX); err != nil {
			return err
		} else if !mine {
			return InUse.With("folder", data)
		}
	}
	if s, n := c.living(); s != nil {
		c.follow(n)
		if err := s.stop(patience); err != nil {
			return err
		}
	}
	c.sweep()
	c.removeSocket()
	return os.RemoveAll(data)
}
