// Command bugs plants known bugs, one at a time, and demands that the tests find them: a suite that
// stays green over a broken rule proves nothing.
//
//	go run ./sim/bugs --all --green     each planted bug; its test must be green without it
//	go run ./sim/bugs --turn 4          four of them, by the day, so that all have their turn
//	go run ./sim/bugs --only key        those whose file name holds the word
//	go run ./sim/bugs --list            what there is
//
// A bug is a patch in sim/bugs/patches. Before the difference stands what it breaks and who must notice:
//
//	What: a repeated request runs again
//	Test: ./internal/once TestARepetitionReturnsTheFirstResultAndRunsNothing
//	Says: got {2}
//
// Test is the narrowest package and test that finds it (and more arguments: a property keeps no file of
// its failure with -rapid.nofailfile), Says a part of what that test complains of, so that red for
// another reason does not count. The patch is applied to a copy of the files it touches,
// and the test is built with these in place of the real ones: nothing in the working tree changes, and
// what the bug does not touch comes out of the build cache. Tests need a PostgreSQL, as all do: run it
// by `make bugs`.
//
// The exit status is 1 when a bug was not caught, when a patch no longer fits the code (rewrite it, do
// not drop it), or when a bug keeps the program from compiling, which proves nothing either.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
)

type options struct {
	All   bool   `xor:"which" help:"Plant every bug."`
	Turn  int    `xor:"which" placeholder:"N" help:"Plant so many, by the day."`
	Only  string `xor:"which" placeholder:"WORD" help:"Plant those whose file name holds the word."`
	List  bool   `xor:"which" help:"List the bugs and plant none."`
	Green bool   `help:"First run each test without its bug; it must pass."`
	Root  string `default:"." hidden:""`
}

func main() {
	var o options
	kong.Parse(&o, kong.Name("bugs"), kong.Description("Plant known bugs and demand that the tests find them."))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := o.run(ctx, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bugs:", err)
		stop()
		os.Exit(1)
	}
}

var errNone = errors.New("no bug was chosen: --all, --turn N, --only WORD or --list")

func (o options) run(ctx context.Context, out io.Writer) error {
	bugs, err := load(filepath.Join(o.Root, "sim", "bugs", "patches"))
	if err != nil {
		return err
	}
	switch {
	case o.List:
		for _, b := range bugs {
			fmt.Fprintf(out, "%-24s %s\n%-24s %s %s\n", b.name, b.what, "", b.pkg, b.test)
		}
		return nil
	case o.Turn > 0:
		bugs = turn(bugs, o.Turn, int(time.Now().Unix()/(24*60*60)))
	case o.Only != "":
		bugs = named(bugs, o.Only)
	case !o.All:
		return errNone
	}
	if len(bugs) == 0 {
		return errNone
	}
	var missed []string
	for _, b := range bugs {
		begun := time.Now()
		err := b.try(ctx, o.Root, o.Green)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		took := time.Since(begun).Seconds()
		if err != nil {
			missed = append(missed, b.name)
			fmt.Fprintf(out, "MISSED  %-24s %5.1f s  %s\n%s\n", b.name, took, b.what, indent(err.Error()))
			continue
		}
		fmt.Fprintf(out, "caught  %-24s %5.1f s  %s\n", b.name, took, b.what)
	}
	if len(missed) > 0 {
		return fmt.Errorf("%d of %d planted bugs are not caught: %s", len(missed), len(bugs), strings.Join(missed, ", "))
	}
	fmt.Fprintf(out, "%d planted bugs are caught.\n", len(bugs))
	return nil
}

func indent(text string) string { return "    " + strings.ReplaceAll(text, "\n", "\n    ") }
