package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tree is a small program with a test, and a place for patches to it.
func tree(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":            "module shop\n\ngo 1.24\n",
		"till/till.go":      "// Package till adds up.\npackage till\n\n// Sum is a and b.\nfunc Sum(a, b int) int {\n\treturn a + b\n}\n",
		"till/till_test.go": "package till\n\nimport \"testing\"\n\nfunc TestSum(t *testing.T) {\n\tif n := Sum(2, 3); n != 5 {\n\t\tt.Errorf(\"the sum is %d\", n)\n\t}\n}\n",
	} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// patch is a bug in the tree that puts a line in place of the sum.
func patch(t *testing.T, root, test, was, is string) bug {
	t.Helper()
	text := "What: the till is wrong\nTest: ./till " + test + "\nSays: the sum is -1\n\n--- a/till/till.go\n+++ b/till/till.go\n@@ -5,3 +5,3 @@\n func Sum(a, b int) int {\n-\treturn " + was + "\n+\treturn " + is + "\n }\n"
	folder := filepath.Join(root, "sim", "bugs", "patches")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "till.patch"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	bugs, err := load(folder)
	if err != nil || len(bugs) != 1 {
		t.Fatalf("%v, %v", bugs, err)
	}
	return bugs[0]
}

func TestEachOutcomeIsToldApart(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		test, was, is string
		want          error
	}{
		"caught":                    {"TestSum", "a + b", "a - b", nil},
		"harmless":                  {"TestSum", "a + b", "b + a", errNotCaught},
		"no longer fits":            {"TestSum", "a * b", "a - b", errStale},
		"does not compile":          {"TestSum", "a + b", "c", errBroken},
		"no such test":              {"TestSums", "a + b", "a - b", errNoTest},
		"red for another reason":    {"TestSum", "a + b", "7", errOther},
		"dies instead of answering": {"TestSum", "a + b", "func() int { exit(); return 0 }()", errNoVerdict},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root := tree(t)
			if err := os.WriteFile(filepath.Join(root, "till", "exit.go"), []byte("package till\n\nimport \"os\"\n\nfunc exit() { os.Exit(3) }\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			b := patch(t, root, c.test, c.was, c.is)
			if err := b.try(t.Context(), root, name == "caught"); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			text, err := os.ReadFile(filepath.Join(root, "till", "till.go"))
			if err != nil || !strings.Contains(string(text), "a + b") {
				t.Errorf("the tree was changed: %s, %v", text, err)
			}
		})
	}
}

func TestATestThatIsRedAlreadyCatchesNothing(t *testing.T) {
	t.Parallel()
	root := tree(t)
	b := patch(t, root, "TestSum", "a + b", "a - b")
	source := filepath.Join(root, "till", "till_test.go")
	if err := os.WriteFile(source, []byte("package till\n\nimport \"testing\"\n\nfunc TestSum(t *testing.T) { t.Error(\"the sum is -1\") }\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := b.try(t.Context(), root, true); !errors.Is(err, errRed) {
		t.Errorf("got %v", err)
	}
}

func TestARunFailsWithItsMissedBugs(t *testing.T) {
	t.Parallel()
	root := tree(t)
	patch(t, root, "TestSum", "a + b", "b + a")
	var out strings.Builder
	if err := (options{All: true, Root: root}).run(t.Context(), &out); err == nil || !strings.Contains(err.Error(), "1 of 1 planted bugs are not caught: till") {
		t.Errorf("%v\n%s", err, out.String())
	}
	patch(t, root, "TestSum", "a + b", "a - b")
	if err := (options{All: true, Root: root}).run(t.Context(), &out); err != nil {
		t.Errorf("%v\n%s", err, out.String())
	}
	if err := (options{Only: "nothing", Root: root}).run(t.Context(), &out); !errors.Is(err, errNone) {
		t.Errorf("none chosen: %v", err)
	}
}

func TestEveryBugHasItsTurn(t *testing.T) {
	t.Parallel()
	for total := 1; total <= 45; total++ {
		bugs := make([]bug, total)
		for i := range bugs {
			bugs[i].name = strings.Repeat("x", i+1)
		}
		seen := map[string]bool{}
		const n = 4
		for day := range total { // a common factor of the two makes the round longer than total/n days
			for _, b := range turn(bugs, n, 20_000+day) {
				seen[b.name] = true
			}
		}
		if len(seen) != total {
			t.Errorf("of %d bugs only %d have a turn", total, len(seen))
		}
	}
}

// Every patch fits the code as it is, and the test it names is there.
func TestEveryPatchFits(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "..")
	bugs, err := load("patches")
	if err != nil {
		t.Fatal(err)
	}
	const least = 8
	if len(bugs) < least {
		t.Errorf("only %d bugs are planted", len(bugs))
	}
	for _, b := range bugs {
		absolute, err := filepath.Abs(root)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := b.plant(t.Context(), absolute, t.TempDir()); err != nil {
			t.Errorf("%s: %v", b.name, err)
		}
		if !has(t, filepath.Join(absolute, b.pkg), "func "+b.test+"(") {
			t.Errorf("%s: %s has no %s", b.name, b.pkg, b.test)
		}
	}
}

// has reports whether the tests of a folder hold a text.
func has(t *testing.T, folder, text string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		said, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(said), text) {
			return true
		}
	}
	return false
}
