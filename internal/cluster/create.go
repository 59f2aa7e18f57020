package cluster

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// locales are tried in order. C.UTF-8 sorts by code point, the same on every machine and for ever;
// macOS lacks it. Plain C is never among them.
func locales() []string {
	if runtime.GOOS == "darwin" {
		return []string{"en_US.UTF-8", "C.UTF-8", "zh_CN.UTF-8"}
	}
	return []string{"C.UTF-8", "en_US.UTF-8", "zh_CN.UTF-8"}
}

// unfinished is the beginning of the name of a cluster that is still being made.
const unfinished = "postgres.new-"

// madeBy returns the major version that made the data, 0 when there is none yet.
func madeBy(pgdata string) (int, error) {
	text, err := os.ReadFile(filepath.Join(pgdata, "PG_VERSION"))
	if errors.Is(err, os.ErrNotExist) {
		if _, err := os.Lstat(pgdata); err == nil {
			return 0, FolderUnusable.With("folder", pgdata, "reason", "it is not the data of a PostgreSQL: PG_VERSION is missing")
		}
		return 0, nil
	}
	if err != nil {
		return 0, FolderUnusable.With("folder", pgdata, "reason", reason(err)).Because(err)
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, FolderUnusable.With("folder", pgdata, "reason", "PG_VERSION is damaged").Because(err)
	}
	return major, nil
}

// create makes the cluster beside its final name and moves it there when it is whole and on disk,
// so that a crash leaves nothing that looks like data.
func (c *Cluster) create(ctx context.Context) error {
	left, _ := filepath.Glob(filepath.Join(c.data, unfinished+"*"))
	for _, folder := range left {
		// Ours by name and by the lock we hold; what cannot be removed only takes up space.
		_ = os.RemoveAll(folder)
	}
	c.say("Making the database in %s (PostgreSQL %s).", c.data, c.programs.version)
	var last error
	for _, locale := range locales() {
		last = c.initdb(ctx, locale)
		if last == nil || ctx.Err() != nil {
			return last
		}
	}
	return last
}

func (c *Cluster) initdb(ctx context.Context, locale string) error {
	failed := func(why string, err error) error {
		return NotMade.With("folder", c.data, "reason", why).Because(err)
	}
	folder, err := os.MkdirTemp(c.data, unfinished)
	if err != nil {
		return failed(reason(err), err)
	}
	defer os.RemoveAll(folder) // gone under this name once it is moved
	if c.account.switched {
		if err := os.Lchown(folder, c.account.uid, c.account.gid); err != nil {
			return failed(reason(err), err)
		}
	}
	args := []string{"--pgdata=" + folder, "--username=" + RoleSuperuser, "--encoding=UTF8", "--locale=" + locale,
		"--auth-local=trust", "--auth-host=reject", "--no-instructions"}
	if c.options.Fast {
		args = append(args, "--no-sync")
	} else {
		args = append(args, "--data-checksums")
	}
	var said bytes.Buffer
	cmd := c.account.command(c.data, c.programs.path("initdb"), args...)
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := runUntil(ctx, cmd); err != nil {
		if ctx.Err() != nil {
			return fmt.Errorf("make the database: %w", ctx.Err())
		}
		return failed(complaint(said.String(), err.Error()), err)
	}
	if err := os.Rename(folder, c.pgdata); err != nil {
		return failed(reason(err), err)
	}
	return syncFolder(c.data)
}

// runUntil runs a program and, when ctx ends first, kills it with all its children.
func runUntil(ctx context.Context, cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
	defer stop()
	return cmd.Wait()
}

// syncFolder brings a new name in a folder to disk.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("sync %s: %w", path, err)
	}
	defer folder.Close()
	if err := folder.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) {
		return fmt.Errorf("sync %s: %w", path, err)
	}
	return nil
}

// complaint picks the line of a program's output that says what went wrong, without its prefix and
// its full stop; otherwise stands in when there is none.
func complaint(output, otherwise string) string {
	found := ""
	for line := range strings.Lines(output) {
		line = strings.TrimSpace(line)
		for _, mark := range []string{"FATAL:", "PANIC:", "error:", "ERROR:"} {
			if _, text, ok := strings.Cut(line, mark); ok {
				found = strings.TrimSpace(text)
			}
		}
		if found == "" && line != "" {
			otherwise = line
		}
	}
	if found == "" {
		found = otherwise
	}
	return strings.TrimSuffix(found, ".")
}
