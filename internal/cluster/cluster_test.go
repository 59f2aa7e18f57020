package cluster

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// newFolder is a data folder that does not exist yet, where the server's user may enter.
func newFolder(t *testing.T) string {
	t.Helper()
	base, err := os.MkdirTemp("/tmp", "qudao-cluster-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(base, 0o755); err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(base, "数据 1")
	t.Cleanup(func() {
		if err := Remove(data); err != nil {
			t.Errorf("remove: %v", err)
		}
		os.RemoveAll(base)
	})
	return data
}

func open(t *testing.T, data string) *Cluster {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	c, err := Open(ctx, Options{Data: data, Fast: true, Log: t.Output()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shut(t, c) })
	return c
}

func shut(t *testing.T, c *Cluster) {
	t.Helper()
	if err := c.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

// ask returns the one value of a query, as text.
func ask(t *testing.T, address, query string) string {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var out *string
	if err := conn.QueryRow(t.Context(), query).Scan(&out); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	if out == nil {
		return ""
	}
	return *out
}

func expect(t *testing.T, c *Cluster, role, query, want string) {
	t.Helper()
	if got := ask(t, c.URL(role, Database), query); got != want {
		t.Errorf("%s: got %q, want %q", query, got, want)
	}
}

func eventually(t *testing.T, what string, true func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !true(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("never: %s", what)
		}
	}
}

func nothingRuns(t *testing.T, c *Cluster) {
	t.Helper()
	if left := c.orphans(); len(left) > 0 {
		t.Errorf("still running: %v", left)
	}
	if _, err := os.Lstat(c.socket); err == nil {
		t.Errorf("the socket folder %s is still there", c.socket)
	}
}

func TestFirstStart(t *testing.T) {
	t.Parallel()
	data := newFolder(t)
	c, err := Open(t.Context(), Options{Data: data, Log: t.Output()}) // durable, as an installation's is
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, c)
	if !c.Owned() || c.PID() == 0 {
		t.Errorf("owned %v, pid %d", c.Owned(), c.PID())
	}
	for query, want := range map[string]string{
		`select pg_get_userbyid(datdba) from pg_database where datname = 'qudao'`:                                                   RoleOwner,
		`select current_setting('server_encoding')`:                                                                                 "UTF8",
		`select current_setting('listen_addresses')`:                                                                                "",
		`select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes')`:           "ononon",
		`select current_setting('max_connections')`:                                                                                 "200",
		`select current_setting('data_checksums')`:                                                                                  "on",
		`select (datcollate not in ('C', 'POSIX') and datctype not in ('C', 'POSIX'))::text from pg_database where datname='qudao'`: "true",
		`select ('ＡＢ插座' ~ '插座')::text`:                                                                                              "true",
		`select ('ＡＢ插座' ~ '^\w+$')::text`:                                                                                           "true", // under C no Chinese character is a letter
		`select lower('ＡＢ插座Ä')`:                                                                                                     "ａｂ插座ä",
		`select count(*)::text from pg_roles where rolname in ('qudao_owner', 'qudao_app', 'qudao_worker') and rolcanlogin
			and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`: "3",
	} {
		expect(t, c, RoleSuperuser, query, want)
	}
	for _, role := range []string{RoleOwner, RoleApp, RoleWorker} {
		expect(t, c, role, `select current_user::text`, role)
	}
	write(t, c.URL(RoleOwner, Database), `create extension pg_trgm; create extension btree_gist`)
	expect(t, c, RoleApp, `select (similarity('白色插座', '插座') > 0)::text`, "true")
	info, err := os.Stat(c.socket)
	owner, _ := ownerOf(c.socket)
	if err != nil || info.Mode().Perm() != 0o700 || owner.uid != c.account.uid {
		t.Errorf("socket folder: %v %v, owner %v", info.Mode(), err, owner)
	}
	shut(t, c)
	nothingRuns(t, c)
}

func TestSecondOpenJoinsAndInherits(t *testing.T) {
	t.Parallel()
	data := newFolder(t)
	first, second := open(t, data), open(t, data)
	if second.Owned() || second.PID() != first.PID() || second.URL("a", "b") != first.URL("a", "b") {
		t.Fatalf("the second did not join the first: owned %v", second.Owned())
	}
	pid := first.PID()
	shut(t, first)
	eventually(t, "the guest becomes the owner", second.Owned)
	if second.PID() != pid {
		t.Errorf("the server was replaced: %d, then %d", pid, second.PID())
	}
	expect(t, second, RoleApp, `select 'works'`, "works")
	shut(t, second)
	nothingRuns(t, second)
}

func TestManyOpenAtOnce(t *testing.T) {
	t.Parallel()
	data := newFolder(t)
	all := make([]*Cluster, 4)
	var wait sync.WaitGroup
	for i := range all {
		wait.Go(func() {
			c, err := Open(t.Context(), Options{Data: data, Fast: true})
			if err != nil {
				t.Error(err)
			}
			all[i] = c
		})
	}
	wait.Wait()
	if t.Failed() {
		t.FailNow()
	}
	owners := 0
	for _, c := range all {
		if c.Owned() {
			owners++
		}
		expect(t, c, RoleApp, `select 'works'`, "works")
	}
	if owners != 1 {
		t.Errorf("%d owners", owners)
	}
	for _, c := range all {
		wait.Go(func() { shut(t, c) })
	}
	wait.Wait()
	nothingRuns(t, all[0])
}

// Whoever comes second to a new folder may find it handed over between two looks at it.
func TestManyPrepareOneNewFolder(t *testing.T) {
	t.Parallel()
	for range 100 {
		data := newFolder(t)
		var wait sync.WaitGroup
		for range 8 {
			wait.Go(func() {
				c, err := prepare(Options{Data: data})
				if err != nil {
					t.Error(err)
					return
				}
				c.release()
			})
		}
		wait.Wait()
	}
}

func TestCloseTwice(t *testing.T) {
	t.Parallel()
	c := open(t, newFolder(t))
	shut(t, c)
	shut(t, c)
	nothingRuns(t, c)
}

func TestStartEndedByContextLeavesNothing(t *testing.T) {
	t.Parallel()
	data := newFolder(t)
	for _, after := range []time.Duration{0, 100 * time.Millisecond, 500 * time.Millisecond, 1500 * time.Millisecond} {
		ctx, cancel := context.WithTimeout(t.Context(), after)
		c, err := Open(ctx, Options{Data: data, Fast: true})
		cancel()
		if err == nil {
			shut(t, c)
		} else if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("after %v: %v", after, err)
		}
	}
	c := open(t, data)
	expect(t, c, RoleApp, `select 'works'`, "works")
	if left, _ := filepath.Glob(filepath.Join(data, unfinished+"*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	shut(t, c)
	nothingRuns(t, c)
}

func TestSettingsOfTests(t *testing.T) {
	t.Parallel()
	c := open(t, newFolder(t))
	expect(t, c, RoleApp, `select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes')`, "offoffoff")
}

func TestRemoveRefusesWhatIsInUseOrNotOurs(t *testing.T) {
	t.Parallel()
	c := open(t, newFolder(t))
	if err := Remove(c.Data()); !errors.Is(err, InUse) {
		t.Errorf("in use: %v", err)
	}
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "letter.txt"), []byte("dear"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Remove(other); !errors.Is(err, FolderUnusable) {
		t.Errorf("not ours: %v", err)
	}
	if _, err := os.Stat(filepath.Join(other, "letter.txt")); err != nil {
		t.Error(err)
	}
}

func TestFailureToStartNamesTheReason(t *testing.T) {
	t.Parallel()
	c := open(t, newFolder(t))
	shut(t, c)
	conf := filepath.Join(c.pgdata, "postgresql.conf")
	file, err := os.OpenFile(conf, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(file, "\nshared_buffers = 'plenty'\n")
	file.Close()
	_, err = Open(t.Context(), Options{Data: c.Data(), Fast: true})
	if !errors.Is(err, NotStarted) || !strings.Contains(err.Error(), "configuration file") {
		t.Errorf("got %v", err)
	}
	nothingRuns(t, c)
}

func TestLocaleCIsRefused(t *testing.T) {
	t.Parallel()
	c := open(t, newFolder(t))
	shut(t, c)
	if err := os.RemoveAll(c.pgdata); err != nil {
		t.Fatal(err)
	}
	// Somebody made the data by hand, under the locale that many machines have.
	if err := os.Mkdir(c.pgdata, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Lchown(c.pgdata, c.account.uid, c.account.gid); err != nil {
		t.Fatal(err)
	}
	initdb := c.account.command(c.data, c.programs.path("initdb"), "-D", c.pgdata, "-U", RoleSuperuser, "-E", "UTF8", "--locale=C", "-A", "trust", "-N")
	if said, err := initdb.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if _, err := Open(t.Context(), Options{Data: c.Data(), Fast: true}); !errors.Is(err, LocaleC) {
		t.Errorf("got %v", err)
	}
	nothingRuns(t, c)
}

func killed(t *testing.T, pid int) {
	t.Helper()
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
}
