// Command testcluster runs a command with a PostgreSQL of its own, made for it and gone after it:
//
//	testcluster -- go test ./...
//
// The command finds the address, of a superuser, in QUDAO_TEST_DATABASE. Where that is set already
// the command runs on what it names, and nothing is started. The exit status is the command's;
// signals are passed on to it. Data is quick and forgetful (fsync off), and what a killed run left
// behind is cleared away by the next.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"

	"qudao/internal/cluster"
)

const variable = "QUDAO_TEST_DATABASE"

// folders is how the data folders of test clusters begin, in /tmp: the server's user may enter it.
const folders = "/tmp/qudao-test-"

func main() {
	args := os.Args[1:]
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	if len(args) == 0 {
		fmt.Fprintln(os.Stderr, "usage: testcluster -- command [argument ...]")
		os.Exit(2)
	}
	status, err := run(args)
	if err != nil {
		fmt.Fprintln(os.Stderr, "testcluster:", err)
		os.Exit(max(status, 1))
	}
	os.Exit(status)
}

func run(args []string) (status int, err error) {
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	if os.Getenv(variable) != "" {
		return execute(args, os.Environ(), signals)
	}
	clearOld()
	data, err := os.MkdirTemp(filepath.Dir(folders), filepath.Base(folders))
	if err != nil {
		return 1, err
	}
	defer func() { err = errors.Join(err, cluster.Remove(data)) }()
	c, err := open(data, signals)
	if err != nil {
		return 1, err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	address := c.URL(cluster.RoleSuperuser, "postgres")
	return execute(args, append(os.Environ(), variable+"="+address), signals)
}

// open gives up when a signal arrives first.
func open(data string, signals chan os.Signal) (*cluster.Cluster, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	opened := make(chan struct{})
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		select {
		case <-signals:
			cancel()
		case <-opened:
		}
	}()
	c, err := cluster.Open(ctx, cluster.Options{Data: data, Fast: true, Log: os.Stderr})
	close(opened)
	<-watched
	return c, err
}

// execute runs the command and returns its exit status, 128 and the number for a signal, as shells do.
func execute(args, environment []string, signals chan os.Signal) (int, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = environment
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := cmd.Start(); err != nil {
		return 127, err
	}
	ended := make(chan struct{})
	go func() {
		for {
			select {
			case s := <-signals:
				// Ctrl-C reaches the command twice then, which a command must bear anyway.
				_ = cmd.Process.Signal(s)
			case <-ended:
				return
			}
		}
	}()
	err := cmd.Wait()
	close(ended)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return 1, err
	}
	if how, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && how.Signaled() {
		return 128 + int(how.Signal()), nil
	}
	return cmd.ProcessState.ExitCode(), nil
}

// clearOld removes the data of runs that were killed. One in use, or somebody else's, stays.
func clearOld() {
	old, _ := filepath.Glob(folders + "*") // the pattern is well formed
	for _, data := range old {
		if ours(data) {
			_ = cluster.Remove(data) // in use, or half made: not worth failing a test run for
		}
	}
}

// ours reports whether a run of this user made the folder: its locks are made by us, and handed to
// the server's user at most. Nobody else may lead root into deleting a folder.
func ours(data string) bool {
	info, err := os.Lstat(data)
	if err != nil || !info.IsDir() {
		return false
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return false
	}
	return int(stat.Uid) == os.Geteuid() || os.Geteuid() == 0 && cluster.ServerUser(int(stat.Uid))
}
