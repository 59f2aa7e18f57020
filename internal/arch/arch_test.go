package arch_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"qudao/internal/arch"
)

const root = ".." // internal

// order is the place of each package in the list.
func order() map[string]int {
	out := map[string]int{}
	for _, f := range arch.Floors {
		for _, p := range f.Packages {
			out[p] = len(out)
		}
	}
	return out
}

// file is a parsed Go file of a package under internal.
type file struct {
	pkg  string // first folder below internal
	path string
	test bool
	*ast.File
}

func files(t *testing.T) []file {
	t.Helper()
	var out []file
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "dist" || d.Name() == "node_modules") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		pkg, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
		out = append(out, file{pkg: pkg, path: filepath.ToSlash(rel), test: strings.HasSuffix(path, "_test.go"), File: f})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryPackageIsInTheList(t *testing.T) {
	t.Parallel()
	place := order()
	seen := map[string]bool{}
	for _, f := range files(t) {
		seen[f.pkg] = true
		if _, listed := place[f.pkg]; !listed && arch.TestSupport[f.pkg] == "" {
			t.Errorf("internal/%s is not in arch.Floors: add its line", f.pkg)
		}
	}
	for p := range place {
		if !seen[p] {
			t.Errorf("arch.Floors names %s, which does not exist", p)
		}
	}
	for p := range arch.TestSupport {
		if !seen[p] {
			t.Errorf("arch.TestSupport names %s, which does not exist", p)
		}
	}
}

func TestImportsGoDownTheList(t *testing.T) {
	t.Parallel()
	place := order()
	for _, f := range files(t) {
		for _, spec := range f.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			inner, ours := strings.CutPrefix(path, "qudao/internal/")
			if !ours {
				continue
			}
			imported, _, _ := strings.Cut(inner, "/")
			if imported == f.pkg {
				continue
			}
			_, support := arch.TestSupport[imported]
			_, supporter := arch.TestSupport[f.pkg]
			switch {
			case support && (f.test || supporter):
			case support:
				t.Errorf("%s imports %s, which only tests may", f.path, imported)
			case supporter || f.test && f.Name.Name == f.pkg+"_test":
				// A test from outside, and what serves tests, may look at everything.
			case place[imported] >= place[f.pkg]:
				t.Errorf("%s imports %s, which is not earlier in arch.Floors", f.path, imported)
			}
		}
	}
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	t.Parallel()
	said := map[string]bool{}
	folders := map[string]bool{}
	for _, f := range files(t) {
		if f.test {
			continue
		}
		folder := filepath.ToSlash(filepath.Dir(f.path))
		folders[folder] = true
		if f.Doc != nil && len(strings.Fields(f.Doc.Text())) >= 8 {
			said[folder] = true
		}
	}
	for folder := range folders {
		if !said[folder] {
			t.Errorf("internal/%s has no package comment that says what it is", folder)
		}
	}
}

var (
	written  = regexp.MustCompile(`(?i)\b(?:insert\s+into|update|delete\s+from)\s+(?:only\s+)?([a-z_]+)\.[a-z_]+`)
	named    = regexp.MustCompile(`(?i)\b(?:from|join|into|update|nextval\(')\s*([a-z_]+)\.[a-z_]+`)
	looksSQL = regexp.MustCompile(`(?is)^\s*(?:with\s+\w+\s+as\s*\(|select\s.+\sfrom\s|insert\s+into\s|update\s+\w+\.\w+\s|delete\s+from\s)`)
)

func TestStatementsStandInTheirOwnersStore(t *testing.T) {
	t.Parallel()
	place := order()
	schemas := map[string]string{}
	for p := range place {
		schemas[p] = p
	}
	for schema, p := range arch.Schemas {
		delete(schemas, p)
		schemas[schema] = p
	}
	for _, f := range files(t) {
		if f.test || arch.TestSupport[f.pkg] != "" || arch.AnySchema[f.pkg] != "" {
			continue
		}
		store := strings.HasPrefix(filepath.Base(f.path), "store")
		ast.Inspect(f.File, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				return true
			}
			if !store && looksSQL.MatchString(text) && f.pkg != "pg" && f.pkg != "cluster" {
				t.Errorf("%s holds a statement outside store*.go: %.60q", f.path, text)
			}
			for _, m := range written.FindAllStringSubmatch(text, -1) {
				if owner, known := schemas[strings.ToLower(m[1])]; known && owner != f.pkg {
					t.Errorf("%s writes schema %s of package %s: %.60q", f.path, m[1], owner, m[0])
				}
			}
			for _, m := range named.FindAllStringSubmatch(text, -1) {
				if owner, known := schemas[strings.ToLower(m[1])]; known && owner != f.pkg && place[owner] > place[f.pkg] {
					t.Errorf("%s reads schema %s of package %s, which is later in arch.Floors", f.path, m[1], owner)
				}
			}
			return true
		})
	}
}

func TestFilesKeepToOneSubject(t *testing.T) {
	t.Parallel()
	const most = 400
	long := []string{}
	for _, f := range files(t) {
		b, err := os.ReadFile(filepath.Join(root, f.path))
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(b), "\n"); n > most && !f.test && !ast.IsGenerated(f.File) {
			long = append(long, f.path+" has "+strconv.Itoa(n)+" lines")
		}
	}
	slices.Sort(long)
	for _, l := range long {
		t.Errorf("%s: look for the seam", l)
	}
}
