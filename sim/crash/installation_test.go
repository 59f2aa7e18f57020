package crash

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/cluster"
)

// installation is a folder with a private PostgreSQL, and the program that serves it.
type installation struct {
	t       *testing.T
	program string
	data    string
	address string // host:port, the same in every life of the server

	server *exec.Cmd
	ended  chan struct{} // closed when the server's present process has ended
	log    journal
}

// journal is what the program says, over all its lives. It keeps the end of it.
type journal struct {
	mu   sync.Mutex
	text []byte
}

const longestJournal = 64 << 10

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.text = append(j.text, p...)
	if over := len(j.text) - longestJournal; over > 0 {
		j.text = append([]byte(nil), j.text[over:]...)
	}
	return len(p), nil
}

// last is the end of what was said.
func (j *journal) last(bytes int) string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return string(j.text[max(0, len(j.text)-bytes):])
}

// install builds the program, unless QUDAO_PROGRAM names one, and makes an installation with a small
// demo brand. PostgreSQL has its usual, durable settings.
func install(t *testing.T) *installation {
	t.Helper()
	in := &installation{t: t, program: os.Getenv("QUDAO_PROGRAM")}
	if in.program == "" {
		in.program = filepath.Join(t.TempDir(), "qudao")
		if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", in.program, "../../cmd/qudao").CombinedOutput(); err != nil {
			t.Fatalf("build the program: %v\n%s", err, out)
		}
	}
	clearOld()
	// Below /tmp, where the server's user, not always ours, may enter.
	base, err := os.MkdirTemp("/tmp", fmt.Sprintf("%s%d-", folders, os.Getpid()))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(base, 0o755); err != nil {
		t.Fatal(err)
	}
	in.data = filepath.Join(base, "data")
	t.Cleanup(func() {
		in.kill()
		if err := cluster.Remove(in.data); err != nil {
			t.Errorf("remove the data: %v", err)
		}
		os.RemoveAll(base)
	})
	if out, err := in.run("seed", "--dealers", "20", "--skus", "100", "--lists", "5", "--orders", "50"); err != nil {
		t.Fatalf("seed: %v\n%s", err, out)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	in.address = free.Addr().String()
	free.Close()
	return in
}

// folders is how the names of installations begin; the number of the test's process follows.
const folders = "qudao-crash-"

// clearOld removes what tests that were killed have left.
func clearOld() {
	old, _ := filepath.Glob("/tmp/" + folders + "*") // the pattern is well formed
	for _, base := range old {
		var pid int
		if n, _ := fmt.Sscanf(filepath.Base(base), folders+"%d-", &pid); n != 1 || !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
			continue
		}
		if err := cluster.Remove(filepath.Join(base, "data")); err == nil {
			os.RemoveAll(base)
		}
	}
}

// command is the program on this installation, whatever the environment says of another.
func (in *installation) command(args ...string) *exec.Cmd {
	cmd := exec.Command(in.program, args...)
	for _, set := range os.Environ() {
		if name, _, _ := strings.Cut(set, "="); !strings.HasPrefix(name, "DATABASE_") && name != "ADDR" {
			cmd.Env = append(cmd.Env, set)
		}
	}
	cmd.Env = append(cmd.Env, "QUDAO_DATA="+in.data, "QUDAO_SIGN_INS=1000")
	return cmd
}

func (in *installation) run(args ...string) (string, error) {
	out, err := in.command(args...).CombinedOutput()
	return string(out), err
}

// start begins a life of the server.
func (in *installation) start() {
	in.t.Helper()
	cmd := in.command("serve", "--addr", in.address)
	cmd.Stdout, cmd.Stderr = &in.log, &in.log
	if err := cmd.Start(); err != nil {
		in.t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait() // how it ended does not matter: that it did, does
		close(ended)
	}()
	in.server, in.ended = cmd, ended
}

// kill ends the server's process as a crash does.
func (in *installation) kill() {
	if in.server == nil {
		return
	}
	_ = in.server.Process.Kill() // it may have ended by itself
	<-in.ended
}

// stop ends the server in order, with its PostgreSQL.
func (in *installation) stop() {
	in.t.Helper()
	if err := in.server.Process.Signal(syscall.SIGTERM); err != nil {
		in.t.Errorf("the server had ended: %v\n%s", err, in.log.last(4000))
	}
	<-in.ended
}

func (in *installation) alive() bool {
	select {
	case <-in.ended:
		return false
	default:
		return true
	}
}

var errNoServer = errors.New("no PostgreSQL has noted itself")

// postmaster is the process number of PostgreSQL and the superuser's address, as the running server has
// noted them.
func (in *installation) postmaster() (pid int, url string, err error) {
	text, err := os.ReadFile(filepath.Join(in.data, "postgres", "postmaster.pid"))
	if err != nil {
		return 0, "", err
	}
	lines := strings.Split(string(text), "\n")
	if len(lines) < 5 {
		return 0, "", errNoServer
	}
	if pid, err = strconv.Atoi(strings.TrimSpace(lines[0])); err != nil || pid <= 1 {
		return 0, "", errNoServer
	}
	return pid, fmt.Sprintf("host=%s port=%s user=%s dbname=%s", lines[4], lines[3], cluster.RoleSuperuser, cluster.Database), nil
}

// connect opens a connection as superuser.
func (in *installation) connect(ctx context.Context) (*pgx.Conn, error) {
	_, url, err := in.postmaster()
	if err != nil {
		return nil, err
	}
	return pgx.Connect(ctx, url)
}

// killPostgres ends PostgreSQL as a crash does: the postmaster, stopped first so that it starts nobody
// any more, and every process of its.
func (in *installation) killPostgres() (pid int) {
	in.t.Helper()
	pid, _, err := in.postmaster()
	if err != nil {
		in.t.Fatal(err)
	}
	signal(in.t, pid, syscall.SIGSTOP)
	family := children(in.t, pid)
	signal(in.t, pid, syscall.SIGKILL)
	for _, child := range family {
		_ = syscall.Kill(child, syscall.SIGKILL) // it may have ended in between
	}
	return pid
}

// postgresBack waits until another PostgreSQL than the one of the number takes connections.
func (in *installation) postgresBack(dead int, within time.Duration) {
	in.t.Helper()
	for end := time.Now().Add(within); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if pid, _, err := in.postmaster(); err != nil || pid == dead {
			continue
		}
		conn, err := in.connect(in.t.Context())
		if err != nil {
			continue
		}
		conn.Close(in.t.Context())
		return
	}
	in.t.Fatalf("PostgreSQL did not come back in %s\n%s", within, in.log.last(4000))
}

func signal(t *testing.T, pid int, s syscall.Signal) {
	t.Helper()
	if err := syscall.Kill(pid, s); err != nil {
		t.Fatalf("%s to PostgreSQL, process %d: %v", s, pid, err)
	}
}

// children are the processes whose parent has the number.
func children(t *testing.T, parent int) []int {
	t.Helper()
	var out []int
	for pid, of := range parents(t) {
		if of == parent {
			out = append(out, pid)
		}
	}
	if len(out) == 0 {
		t.Fatalf("process %d has no children: it is no PostgreSQL at work", parent)
	}
	return out
}

// parents is the parent of each process.
func parents(t *testing.T) map[int]int {
	t.Helper()
	out := map[int]int{}
	stats, _ := filepath.Glob("/proc/[0-9]*/stat") // the pattern is well formed
	for _, path := range stats {
		text, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		// "pid (name) state ppid …": the name may hold spaces and brackets.
		fields := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		if len(fields) > 1 {
			out[pid], _ = strconv.Atoi(fields[1])
		}
	}
	if len(out) > 0 {
		return out
	}
	said, err := exec.Command("ps", "-A", "-o", "pid=,ppid=").Output()
	if err != nil {
		t.Fatalf("list the processes: %v", err)
	}
	for line := range strings.Lines(string(said)) {
		var pid, of int
		if n, _ := fmt.Sscan(line, &pid, &of); n == 2 {
			out[pid] = of
		}
	}
	return out
}
