package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The ways in which a bug is not caught.
var (
	errStale     = errors.New("the patch no longer fits the code: rewrite this patch")
	errBroken    = errors.New("with the bug it does not compile, which proves nothing: rewrite this patch")
	errNotCaught = errors.New("not caught: the test passes with the bug in place")
	errNoTest    = errors.New("no such test: correct the line Test: of this patch")
	errOther     = errors.New("the test is red, but not for this bug: it does not say what the patch expects")
	errNoVerdict = errors.New("the test ended without a verdict")
	errRed       = errors.New("the test is red without the bug already")
)

// longest is how long a test may take; it is one test, so seconds are usual.
const longest = "180s"

// try plants the bug and runs its test, which must fail. nil: it is caught. With green the test is
// first run without the bug.
func (b bug) try(ctx context.Context, root string, green bool) error {
	folder, err := os.MkdirTemp("", "qudao-bug-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if root, err = filepath.Abs(root); err != nil {
		return err
	}
	overlay, err := b.plant(ctx, root, folder)
	if err != nil {
		return err
	}
	program := filepath.Join(folder, "test")
	if green {
		if said, err := b.build(ctx, root, program); err != nil {
			return fmt.Errorf("it does not compile without the bug:\n%s", said)
		}
		if said, err := b.test1(ctx, root, program); err != nil {
			return fmt.Errorf("%w:\n%s", errRed, last(said))
		} else if strings.Contains(said, "no tests to run") {
			return errNoTest
		}
	}
	if said, err := b.build(ctx, root, program, "-overlay", overlay); err != nil {
		return fmt.Errorf("%w:\n%s", errBroken, last(said))
	}
	return b.judge(b.test1(ctx, root, program))
}

// judge decides from how the test ended whether the bug is caught.
func (b bug) judge(said string, ended error) error {
	switch {
	case strings.Contains(said, "no tests to run"):
		return errNoTest
	case ended == nil:
		return errNotCaught
	case !strings.Contains(said, "--- FAIL: ") || strings.Contains(said, "panic: test timed out"):
		return fmt.Errorf("%w (%w):\n%s", errNoVerdict, ended, last(said))
	case !strings.Contains(said, b.says):
		return fmt.Errorf("%w (%q):\n%s", errOther, b.says, last(said))
	}
	return nil
}

// plant applies the patch to copies of the files it touches and returns the file that tells the
// compiler to take these.
func (b bug) plant(ctx context.Context, root, folder string) (overlay string, err error) {
	copies := filepath.Join(folder, "copies")
	replace := map[string]string{}
	for _, name := range b.files {
		from, to := filepath.Join(root, name), filepath.Join(copies, name)
		replace[from] = to
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return "", err
		}
		text, err := os.ReadFile(from)
		if errors.Is(err, os.ErrNotExist) {
			continue // the patch makes it
		}
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(to, text, 0o644); err != nil {
			return "", err
		}
	}
	cmd := exec.CommandContext(ctx, "git", "apply", "--whitespace=nowarn", b.path)
	cmd.Dir = copies
	// Outside of every repository, as which the copies are meant.
	cmd.Env = append(os.Environ(), "GIT_DIR=/nonexistent", "GIT_CEILING_DIRECTORIES="+folder)
	if said, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w:\n%s", errStale, said)
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(folder, "overlay.json")
	return overlay, os.WriteFile(overlay, text, 0o644)
}

// build makes the test program of the bug's package.
func (b bug) build(ctx context.Context, root, program string, flags ...string) (said string, err error) {
	cmd := exec.CommandContext(ctx, "go", append(append([]string{"test", "-c", "-o", program}, flags...), b.pkg)...)
	cmd.Dir = root
	text, err := cmd.CombinedOutput()
	return string(text), err
}

// test1 runs the bug's test alone.
func (b bug) test1(ctx context.Context, root, program string) (said string, err error) {
	cmd := exec.CommandContext(ctx, program, append([]string{"-test.run", "^(" + b.test + ")$", "-test.timeout", longest}, b.args...)...)
	cmd.Dir = filepath.Join(root, b.pkg)
	text, err := cmd.CombinedOutput()
	return string(text), err
}

// last is the end of what was said.
func last(said string) string {
	const most = 2000
	return strings.TrimSpace(said[max(0, len(said)-most):])
}
