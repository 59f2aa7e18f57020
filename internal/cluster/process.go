package cluster

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// note is what a running server wrote about itself into postmaster.pid.
type note struct {
	pid    int
	port   int
	socket string // folder
}

// readNote returns the note, or ok false where there is none or it is still being written.
func readNote(pgdata string) (note, bool) {
	text, err := os.ReadFile(filepath.Join(pgdata, "postmaster.pid"))
	if err != nil {
		return note{}, false
	}
	lines := strings.Split(string(text), "\n")
	pid, err := strconv.Atoi(strings.TrimSpace(lines[0]))
	if err != nil || pid == 0 {
		return note{}, false
	}
	if pid < 0 { // a server in single-user mode notes itself so
		pid = -pid
	}
	out := note{pid: pid}
	if len(lines) > 4 {
		out.port, _ = strconv.Atoi(strings.TrimSpace(lines[3]))
		out.socket = strings.TrimSpace(lines[4])
	}
	return out, true
}

// serves reports whether the process is a PostgreSQL of this data; unsure is the answer where the
// system does not let us see. A number alone proves nothing: after a restart of the machine it may be
// anybody's, and a dead process that nobody has collected still answers to signals.
func (c *Cluster) serves(pid int, unsure bool) bool {
	life := lifeOf(pid)
	if life == "" {
		return false
	}
	if !procfs() {
		said, err := exec.Command("ps", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
		return err == nil && strings.Contains(string(said), "postgres") && strings.Contains(string(said), c.pgdata)
	}
	home := filepath.Join("/proc", strconv.Itoa(pid))
	program, _ := os.ReadFile(filepath.Join(home, "comm"))
	if owner, _ := ownerOf(home); owner.uid != c.account.uid || strings.TrimSpace(string(program)) != "postgres" {
		return false
	}
	link := filepath.Join(home, "cwd")
	folder, err := os.Readlink(link)
	if errors.Is(err, os.ErrPermission) && c.account.switched {
		// In a container even root may lack the right to look at another user's process. That user has it.
		var said []byte
		said, err = c.account.command("/", "readlink", link).Output()
		folder = strings.TrimSuffix(string(said), "\n")
	}
	if err != nil {
		return unsure && lifeOf(pid) == life
	}
	return folder == c.pgdata
}

func procfs() bool {
	_, err := os.Stat("/proc/self/stat")
	return err == nil
}

// lifeOf tells one life of a process number from the next: it is empty for a process that is dead,
// collected or not, and differs when the number was given to another.
func lifeOf(pid int) string {
	if !procfs() {
		if err := syscall.Kill(pid, 0); errors.Is(err, syscall.ESRCH) {
			return ""
		}
		return "alive"
	}
	text, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		return ""
	}
	// "pid (name) state ppid …": the name may hold spaces; the start time is the 20th field after it.
	fields := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
	if len(fields) < 20 || fields[0] == "Z" || fields[0] == "X" {
		return ""
	}
	return fields[19]
}

// orphans are the server's processes whose postmaster is gone. They notice that themselves, but one
// in the middle of a long query does so late, and until then no new server may touch the data.
// Only Linux shows them; elsewhere the new server refuses to start, and we try again.
func (c *Cluster) orphans() []int {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return nil
	}
	var out []int
	for _, entry := range entries {
		pid, err := strconv.Atoi(entry.Name())
		if err == nil && pid != os.Getpid() && c.serves(pid, false) {
			out = append(out, pid)
		}
	}
	return out
}

// sweep clears away what a server that died left behind. The caller holds the owner's lock and knows
// that no postmaster lives.
func (c *Cluster) sweep() {
	began := time.Now()
	for {
		left := c.orphans()
		if len(left) == 0 {
			break
		}
		how := syscall.SIGQUIT
		if time.Since(began) > 5*time.Second {
			how = syscall.SIGKILL
		}
		for _, pid := range left {
			_ = syscall.Kill(pid, how) // it may have gone by itself
		}
		if time.Since(began) > 10*time.Second {
			break // the new server will say what is wrong
		}
		time.Sleep(50 * time.Millisecond)
	}
	// A note whose number now belongs to another process would keep the new server from starting.
	// Where the number is free PostgreSQL clears up itself, and checks its shared memory by the note.
	if n, ok := readNote(c.pgdata); ok && !errors.Is(syscall.Kill(n.pid, 0), syscall.ESRCH) {
		_ = os.Remove(filepath.Join(c.pgdata, "postmaster.pid"))
		_ = os.Remove(filepath.Join(c.socket, socketName+".lock"))
	}
}
