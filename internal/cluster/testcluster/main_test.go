package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"qudao/internal/cluster"
)

// These tests share the process's signals and environment, so they do not run in parallel.

func TestExitStatusAndAddress(t *testing.T) {
	t.Setenv(variable, "")
	seen := filepath.Join(t.TempDir(), "seen")
	status, err := run([]string{"sh", "-c", `echo "$QUDAO_TEST_DATABASE" > "$0"; exit 7`, seen})
	if err != nil || status != 7 {
		t.Errorf("status %d, %v", status, err)
	}
	address, err := os.ReadFile(seen)
	if err != nil || !strings.HasPrefix(string(address), "postgres://postgres@") {
		t.Errorf("address %q, %v", address, err)
	}
}

func TestGivenDatabaseIsUsed(t *testing.T) {
	t.Setenv(variable, "postgres://elsewhere/x")
	status, err := run([]string{"sh", "-c", `test "$QUDAO_TEST_DATABASE" = postgres://elsewhere/x`})
	if err != nil || status != 0 {
		t.Errorf("status %d, %v", status, err)
	}
}

func TestEndedBySignal(t *testing.T) {
	t.Setenv(variable, "postgres://elsewhere/x")
	status, err := run([]string{"sh", "-c", `kill -TERM $$; sleep 10`})
	if err != nil || status != 128+15 {
		t.Errorf("status %d, %v", status, err)
	}
}

func TestNoSuchCommand(t *testing.T) {
	t.Setenv(variable, "postgres://elsewhere/x")
	if status, err := run([]string{"/nowhere/command"}); err == nil || status != 127 {
		t.Errorf("status %d, %v", status, err)
	}
}

// A run that was killed leaves its server and data; the next run clears both away.
func TestKilledRunIsClearedAway(t *testing.T) {
	t.Setenv(variable, "")
	program := filepath.Join(t.TempDir(), "testcluster")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	seen := filepath.Join(t.TempDir(), "seen")
	cmd := exec.Command(program, "--", "sh", "-c", `echo "$QUDAO_TEST_DATABASE" > "$0.new"; mv "$0.new" "$0"; exec sleep 5`, seen)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if _, err := os.Stat(seen); err == nil {
			break
		}
		if time.Now().After(end) {
			t.Fatal("the run never started its command")
		}
	}
	cmd.Process.Kill()
	cmd.Wait()
	var left string
	old, _ := filepath.Glob(folders + "*")
	for _, data := range old {
		if err := cluster.Remove(data); err == nil {
			left = data
		}
	}
	if left == "" {
		t.Error("nothing was left to clear away")
	}
	if again, _ := filepath.Glob(left); len(again) > 0 {
		t.Errorf("%s is still there", left)
	}
}
