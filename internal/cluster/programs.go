package cluster

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// oldest is the oldest major version of PostgreSQL that Qudao works with.
const oldest = 15

// programs is a folder with the programs of one PostgreSQL.
type programs struct {
	folder  string
	version string // as it names itself: "15.18"
	major   int
}

func (p programs) path(name string) string { return filepath.Join(p.folder, name) }

// places are the folders where PostgreSQL programs may lie, the wanted ones first.
type places struct {
	named  string   // QUDAO_PG_BIN
	path   string   // PATH
	system []string // patterns of version folders, searched newest first
}

func usualPlaces() places {
	return places{
		named: os.Getenv("QUDAO_PG_BIN"),
		path:  os.Getenv("PATH"),
		system: []string{
			"/usr/lib/postgresql/*/bin",
			"/opt/homebrew/opt/postgresql*/bin",
			"/usr/local/opt/postgresql*/bin",
		},
	}
}

// find returns the programs to use. Data made by one major version can be run by no other, so with
// made set (0: no data yet) that version wins over the order of the places.
func (p places) find(data string, made int, a account) (programs, error) {
	var found []programs
	for _, folder := range p.folders() {
		one, err := inspect(folder, a)
		if err != nil && (folder == p.named || errors.Is(err, NotAllowed)) {
			return programs{}, err
		}
		if err != nil {
			continue
		}
		if one.major >= oldest && (made == 0 || one.major == made) {
			return one, nil
		}
		if folder == p.named && one.major < oldest {
			return programs{}, TooOld.With("version", one.version, "folder", folder)
		}
		found = append(found, one)
	}
	if len(found) == 0 {
		return programs{}, NotFound.With()
	}
	if made >= oldest {
		var versions []string
		for _, one := range found {
			versions = append(versions, one.version)
		}
		return programs{}, OtherMajor.With("data", data, "made", made, "found", strings.Join(slices.Compact(versions), ", "))
	}
	return programs{}, TooOld.With("version", found[0].version, "folder", found[0].folder)
}

// folders lists the candidates in order, each once.
func (p places) folders() []string {
	var out []string
	add := func(folder string) {
		if !slices.Contains(out, folder) {
			out = append(out, folder)
		}
	}
	if p.named != "" {
		add(p.named)
	}
	for _, folder := range filepath.SplitList(p.path) {
		// A link in PATH leads to the real folder, where initdb and the libraries lie too.
		if real, err := filepath.EvalSymlinks(filepath.Join(folder, "postgres")); err == nil && filepath.IsAbs(real) {
			add(filepath.Dir(real))
		}
	}
	for _, pattern := range p.system {
		matches, _ := filepath.Glob(pattern) // the patterns are ours and well formed
		slices.SortFunc(matches, func(a, b string) int { return versionIn(b) - versionIn(a) })
		for _, folder := range matches {
			add(folder)
		}
	}
	return out
}

var (
	digits   = regexp.MustCompile(`[0-9]+`)
	sentence = regexp.MustCompile(`\(PostgreSQL\) (([0-9]+)\S*)`)
)

// versionIn reads the version out of a path such as /usr/lib/postgresql/15/bin. A Homebrew path
// without one is its current version.
func versionIn(path string) int {
	all := digits.FindAllString(filepath.Base(filepath.Dir(path)), 1)
	if len(all) == 0 {
		return 1 << 20
	}
	n, _ := strconv.Atoi(all[0])
	return n
}

// inspect asks the programs in a folder for their version, as the account that will run them.
func inspect(folder string, a account) (programs, error) {
	bad := func(why string) error { return BadPrograms.With("folder", folder, "reason", why) }
	if !filepath.IsAbs(folder) {
		return programs{}, bad("not an absolute path")
	}
	for _, name := range []string{"postgres", "initdb"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			return programs{}, bad(name + ": " + reason(err))
		}
	}
	cmd := a.command("/", filepath.Join(folder, "postgres"), "--version")
	said, err := cmd.Output()
	if err != nil {
		if shut := a.closed(folder); shut != "" {
			return programs{}, FolderClosed.With("account", a.name, "folder", shut, "setting", "QUDAO_PG_BIN", "example", "/usr/lib/postgresql/15/bin")
		}
		if a.switched && errors.Is(err, syscall.EPERM) {
			return programs{}, NotAllowed.With("account", a.name, "reason", reason(err))
		}
		return programs{}, bad(reason(err))
	}
	match := sentence.FindStringSubmatch(string(said))
	if match == nil {
		return programs{}, bad(fmt.Sprintf("version %q not understood", strings.TrimSpace(string(said))))
	}
	major, _ := strconv.Atoi(match[2]) // digits only; too many of them give 0, which is too old
	return programs{folder: folder, version: match[1], major: major}, nil
}
