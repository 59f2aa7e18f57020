package cluster

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

// socketName is the file that PostgreSQL makes in the socket folder for our port.
const (
	ourPort    = 5432
	socketName = ".s.PGSQL.5432"
)

// patience is how long a server may be silent. One that says it is recovering may take as long as it
// needs.
const patience = 60 * time.Second

// biggestLog is the size at which the log is put aside, once, before the next start.
const biggestLog = 32 << 20

// server is one life of a postmaster that we own: our child, or one taken over.
type server struct {
	pid    int
	exited chan struct{} // closed when the process is gone
	let    func()        // stops watching; the process goes on
}

// start starts a postmaster and returns when it takes connections. The caller holds the owner's lock
// and knows that none lives.
func (c *Cluster) start(ctx context.Context) (*server, error) {
	began := time.Now()
	for {
		c.sweep()
		s, said, err := c.launch(ctx)
		if err == nil || ctx.Err() != nil {
			return s, err
		}
		// Processes of a server killed just now may still hold its memory, where sweep cannot see them.
		if !strings.Contains(said, "shared memory block") || time.Since(began) > patience {
			return nil, err
		}
		time.Sleep(500 * time.Millisecond)
	}
}

// launch is one attempt. It also returns what the server said when it failed.
func (c *Cluster) launch(ctx context.Context) (*server, string, error) {
	failed := func(why string, err error) error {
		return NotStarted.With("reason", why, "log", c.logPath()).Because(err)
	}
	if err := makeSocketFolder(c.socket, c.account); err != nil {
		return nil, "", err
	}
	log, err := c.openLog()
	if err != nil {
		return nil, "", failed(reason(err), err)
	}
	defer log.Close()
	from, err := log.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, "", failed(reason(err), err)
	}
	cmd := c.account.command(c.data, c.programs.path("postgres"), c.settings()...)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return nil, "", failed(reason(err), err)
	}
	s := &server{pid: cmd.Process.Pid, exited: make(chan struct{}), let: func() {}}
	var state string
	go func() {
		// Both outcomes are the same to us: it is gone. The state goes into the sentence.
		_ = cmd.Wait()
		state = cmd.ProcessState.String()
		close(s.exited)
	}()
	if err := c.ready(ctx, s); err != nil {
		err = errors.Join(err, s.stop(patience))
		c.removeSocket()
		return nil, "", err
	}
	select {
	case <-s.exited:
		c.removeSocket()
		said := tail(c.logPath(), from)
		return nil, said, failed(complaint(said, state), nil)
	default:
		return s, "", nil
	}
}

// settings are the server's arguments: stock PostgreSQL, durable, on a socket only.
func (c *Cluster) settings() []string {
	args := []string{"-D", c.pgdata}
	set := func(name, value string) { args = append(args, "-c", name+"="+value) }
	set("listen_addresses", "")
	set("unix_socket_directories", `"`+strings.ReplaceAll(c.socket, `"`, `""`)+`"`)
	set("unix_socket_permissions", "0700")
	set("port", fmt.Sprint(ourPort))
	set("max_connections", "200")
	set("logging_collector", "off")
	if c.options.Fast {
		set("fsync", "off")
		set("synchronous_commit", "off")
		set("full_page_writes", "off")
	}
	return args
}

// ready waits until the server takes connections, or is gone, which is no error here.
func (c *Cluster) ready(ctx context.Context, s *server) error {
	silent, told := time.Now(), false
	for {
		limited, cancel := context.WithTimeout(ctx, 5*time.Second)
		got := knock(limited, c.URL(RoleSuperuser, "postgres"))
		cancel()
		switch {
		case got == answerReady:
			return nil
		case got == answerSoon:
			if !told && time.Since(silent) > 3*time.Second {
				c.say("PostgreSQL is not ready yet: it recovers after a crash, or stops. Waiting.")
				told = true
			}
		case time.Since(silent) > patience:
			return NoAnswer.With("data", c.data, "pid", s.pid)
		}
		if got == answerSoon && told {
			silent = time.Now()
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for PostgreSQL: %w", ctx.Err())
		case <-s.exited:
			return nil
		case <-time.After(25 * time.Millisecond):
		}
	}
}

// living returns the live server that nobody owns, with its note, or nil where there is none.
func (c *Cluster) living() (*server, note) {
	n, ok := readNote(c.pgdata)
	if !ok || !c.serves(n.pid, true) {
		return nil, note{}
	}
	life := lifeOf(n.pid)
	stop := make(chan struct{})
	s := &server{pid: n.pid, exited: make(chan struct{}), let: sync.OnceFunc(func() { close(stop) })}
	go func() {
		for life == lifeOf(n.pid) {
			select {
			case <-stop:
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
		close(s.exited)
	}()
	return s, n
}

// adopt takes over a live server that nobody owns. It returns nil without error where there is none.
func (c *Cluster) adopt(ctx context.Context) (*server, error) {
	s, n := c.living()
	if s == nil {
		return nil, nil
	}
	c.follow(n)
	if err := c.ready(ctx, s); err != nil {
		s.let()
		return nil, err
	}
	select {
	case <-s.exited: // it was on its way out
		return nil, nil
	default:
		c.say("Took over the PostgreSQL that is running already (process %d).", s.pid)
		return s, nil
	}
}

// stop asks for a fast shutdown and waits; one that takes too long is ended at once, which costs a
// recovery at the next start and no data.
func (s *server) stop(wait time.Duration) error {
	defer s.let()
	for _, how := range []syscall.Signal{syscall.SIGINT, syscall.SIGQUIT} {
		select {
		case <-s.exited: // nobody to ask, and the number may be another's
			return nil
		default:
		}
		_ = syscall.Kill(s.pid, how) // gone in this very moment: exited tells
		select {
		case <-s.exited:
			return nil
		case <-time.After(wait):
		}
	}
	return NotStopped.With("pid", s.pid)
}

func (c *Cluster) logPath() string { return filepath.Join(c.data, "postgres.log") }

func (c *Cluster) openLog() (*os.File, error) {
	if info, err := os.Lstat(c.logPath()); err == nil && info.Size() > biggestLog {
		// Losing an old log is better than not starting.
		_ = os.Rename(c.logPath(), c.logPath()+".1")
	}
	log, err := os.OpenFile(c.logPath(), os.O_APPEND|os.O_CREATE|os.O_WRONLY|syscall.O_NOFOLLOW, 0o600)
	if err != nil {
		return nil, err
	}
	if err := c.account.give(log); err != nil {
		log.Close()
		return nil, err
	}
	return log, nil
}

// tail returns what was logged since the offset, the last 16 KB at most.
func tail(path string, from int64) string {
	log, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer log.Close()
	if info, err := log.Stat(); err == nil {
		from = max(from, info.Size()-16<<10)
	}
	text, _ := io.ReadAll(io.NewSectionReader(log, from, 16<<10)) // what can be read will do
	return string(text)
}
