package cluster

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"
)

// TestMain lets the test program play the owner that crashes: with QUDAO_TEST_OWN set it opens the
// cluster of that folder, says so and waits to be killed.
func TestMain(m *testing.M) {
	data := os.Getenv("QUDAO_TEST_OWN")
	if data == "" {
		os.Exit(m.Run())
	}
	c, err := Open(context.Background(), Options{Data: data, Fast: true, Log: os.Stderr})
	if err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
	fmt.Println(c.PID())
	select {}
}

// otherProcess opens the cluster in a process of its own and returns it and the postmaster's number.
func otherProcess(t *testing.T, data string) (*os.Process, int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "QUDAO_TEST_OWN="+data)
	cmd.Stderr = t.Output()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	line, _ := bufio.NewReader(out).ReadString('\n')
	pid, err := strconv.Atoi(strings.TrimSpace(line))
	if err != nil {
		t.Fatalf("the other process: %s", line)
	}
	return cmd.Process, pid
}

func write(t *testing.T, address, statement string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	// Acknowledged must mean written, also on the quick settings: a killed process loses no file of
	// the system's, but what it had not written yet.
	if _, err := conn.Exec(t.Context(), `set synchronous_commit = on; `+statement); err != nil {
		t.Fatal(err)
	}
}

func TestKilledServerIsStartedAgain(t *testing.T) {
	t.Parallel()
	c := open(t, newFolder(t))
	guest := open(t, c.Data())
	address := c.URL(RoleOwner, Database)
	write(t, address, `create table kept (n int); insert into kept values (1), (2), (3)`)

	// A backend deep in a computation outlives its postmaster and bars the way for the next.
	busy, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	go busy.Exec(t.Context(), `select count(*) from generate_series(1, 100000000000) a where a % 7 = 3`)
	eventually(t, "the query runs", func() bool {
		return ask(t, address, `select count(*)::text from pg_stat_activity where query like '%a % 7 = 3' and state = 'active'`) == "1"
	})

	for range 2 {
		pid := c.PID()
		killed(t, pid)
		eventually(t, "a new server runs", func() bool {
			return c.PID() != pid && knock(t.Context(), address) == answerReady
		})
		expect(t, c, RoleOwner, `select count(*)::text from kept`, "3")
		if guest.URL(RoleOwner, Database) != address || guest.PID() != c.PID() {
			t.Errorf("the guest lost the server")
		}
	}
	shut(t, guest)
	shut(t, c)
	nothingRuns(t, c)
}

func TestServerOfCrashedOwnerIsTakenOver(t *testing.T) {
	t.Parallel()
	data := newFolder(t)
	owner, pid := otherProcess(t, data)
	guest := open(t, data)
	if guest.Owned() {
		t.Fatal("two owners")
	}
	write(t, guest.URL(RoleOwner, Database), `create table kept (n int); insert into kept values (7)`)
	shut(t, guest)
	owner.Kill()
	owner.Wait()

	c := open(t, data)
	if !c.Owned() || c.PID() != pid {
		t.Errorf("not taken over: owned %v, process %d, was %d", c.Owned(), c.PID(), pid)
	}
	expect(t, c, RoleOwner, `select n::text from kept`, "7")

	killed(t, pid) // taken over means watched, too
	eventually(t, "a new server runs", func() bool {
		return c.PID() != pid && knock(t.Context(), c.URL(RoleOwner, Database)) == answerReady
	})
	expect(t, c, RoleOwner, `select n::text from kept`, "7")
	shut(t, c)
	nothingRuns(t, c)
}

func TestGuestInheritsFromCrashedOwner(t *testing.T) {
	t.Parallel()
	data := newFolder(t)
	owner, pid := otherProcess(t, data)
	guest := open(t, data)
	owner.Kill()
	owner.Wait()
	eventually(t, "the guest becomes the owner", guest.Owned)
	if guest.PID() != pid {
		t.Errorf("the server was replaced: %d, then %d", pid, guest.PID())
	}
	shut(t, guest)
	nothingRuns(t, guest)
}

func TestEverythingKilled(t *testing.T) {
	t.Parallel()
	data := newFolder(t)
	owner, pid := otherProcess(t, data)
	guest := open(t, data)
	write(t, guest.URL(RoleOwner, Database), `create table kept (n int); insert into kept values (9)`)
	shut(t, guest)
	owner.Kill()
	owner.Wait()
	killed(t, pid)

	c := open(t, data)
	expect(t, c, RoleOwner, `select n::text from kept`, "9")
	shut(t, c)

	// After a restart of the machine the number in the note may be that of any other process.
	note := fmt.Sprintf("%d\n%s\n1700000000\n5432\n%s\n\n  123 456\nready\n", os.Getpid(), c.pgdata, c.socket)
	if err := os.WriteFile(filepath.Join(c.pgdata, "postmaster.pid"), []byte(note), 0o600); err != nil {
		t.Fatal(err)
	}
	again := open(t, data)
	expect(t, again, RoleOwner, `select n::text from kept`, "9")
	shut(t, again)
	nothingRuns(t, again)
}

func TestCrashWhileMakingTheData(t *testing.T) {
	t.Parallel()
	data := newFolder(t)
	half := filepath.Join(data, unfinished+"123")
	if err := os.MkdirAll(half, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(data, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(half, "PG_VERSION"), []byte("15\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := open(t, data)
	expect(t, c, RoleApp, `select 'works'`, "works")
	if _, err := os.Stat(half); err == nil {
		t.Error("the half made data is still there")
	}
}

func TestCtrlCDoesNotReachTheServer(t *testing.T) {
	t.Parallel()
	c := open(t, newFolder(t))
	group, err := syscall.Getpgid(c.PID())
	if err != nil || group != c.PID() {
		t.Errorf("process group %d of server %d: %v", group, c.PID(), err)
	}
}
