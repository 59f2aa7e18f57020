package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// bug is a patch that breaks a rule, and who must notice.
type bug struct {
	name  string // of its file, without .patch
	path  string
	what  string
	pkg   string   // ./internal/once
	test  string   // regular expression, as of go test -run
	args  []string // more for the test program
	says  string
	files []string // it touches, below the root
}

// load reads all bugs, in the order of their names.
func load(folder string) ([]bug, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.patch"))
	if err != nil {
		return nil, err
	}
	var out []bug
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		b, err := parse(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if b.path, err = filepath.Abs(path); err != nil {
			return nil, err
		}
		b.name = strings.TrimSuffix(filepath.Base(path), ".patch")
		out = append(out, b)
	}
	return out, nil
}

// touched is a line that names a file of a difference; a new file is touched too.
var touched = regexp.MustCompile(`(?m)^\+\+\+ b/([^\t\r\n]+)`)

// parse reads what stands before the difference, and which files that touches.
func parse(text string) (bug, error) {
	var b bug
	head, _, found := strings.Cut(text, "\n--- ")
	if !found {
		return b, fmt.Errorf("there is no difference in it")
	}
	fields := map[string]*string{"What": &b.what, "Test": &b.test, "Says": &b.says}
	for line := range strings.Lines(head) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if into := fields[name]; into != nil {
			*into = value
		}
	}
	for name, value := range fields {
		if *value == "" {
			return b, fmt.Errorf("the line %q is missing before the difference", name+":")
		}
	}
	words := strings.Fields(b.test)
	if len(words) < 2 || !strings.HasPrefix(words[0], "./") {
		return b, fmt.Errorf("Test: names no package and test: ./internal/once TestName")
	}
	b.pkg, b.test, b.args = words[0], words[1], words[2:]
	for _, m := range touched.FindAllStringSubmatch(text, -1) {
		if !filepath.IsLocal(m[1]) {
			return b, fmt.Errorf("it touches %s", m[1])
		}
		b.files = append(b.files, m[1])
	}
	if len(b.files) == 0 {
		return b, fmt.Errorf("it touches no file")
	}
	return b, nil
}

// turn chooses so many of the bugs for a day. The next day has the next ones.
func turn(bugs []bug, n, day int) []bug {
	n = min(n, len(bugs))
	out := make([]bug, 0, n)
	for i := range n {
		out = append(out, bugs[(day*n+i)%len(bugs)])
	}
	return out
}

// named are the bugs whose name holds the word.
func named(bugs []bug, word string) []bug {
	return slices.DeleteFunc(slices.Clone(bugs), func(b bug) bool { return !strings.Contains(b.name, word) })
}
